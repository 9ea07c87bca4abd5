#include "runs/expansion.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace migcheck::runs {
namespace {

bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}

// Behind the bracket that closes the one at `at`; the text's end when none
// does.
std::size_t bracket_end(std::string_view text, std::size_t at) {
  const char open = text[at];
  const char close = open == '(' ? ')' : '}';
  std::size_t depth = 0;
  for (; at < text.size(); ++at) {
    depth += text[at] == open ? 1 : 0;
    if (text[at] == close && --depth == 0) {
      return at + 1;
    }
  }
  return text.size();
}

// Where a `$` or backtick expansion of `text` that begins at `at` ends.
std::size_t expansion_end(std::string_view text, std::size_t at) {
  if (text[at] == '`') {
    const std::size_t end = text.find('`', at + 1);
    return end == std::string_view::npos ? text.size() : end + 1;
  }
  if (at + 1 >= text.size()) {
    return text.size();
  }
  const char next = text[at + 1];
  if (next == '(' || next == '{') {
    return bracket_end(text, at + 1);
  }
  std::size_t end = at + 1;
  while (end < text.size() && is_name_byte(text[end])) {
    ++end;
  }
  return end == at + 1 && std::string_view("@*#?!$-").find(next) < 7 ? at + 2
                                                                     : end;
}

// Arithmetic is not worked out, and what never ends is no variable.
bool is_unknowable(std::string_view expansion) {
  return expansion.starts_with("$((") ||
         (expansion.starts_with("${") && !expansion.ends_with('}'));
}

// Scripts within words are shorter.
constexpr std::size_t longest_word = 64u << 10;

class Expansion {
 public:
  Expansion(const Script& script, const Values& values)
      : script_(script), values_(values) {}

  Word expand(const RawWord& raw) {
    word_.quoted = !raw.pieces.empty();
    for (const Piece& piece : raw.pieces) {
      const bool quoted =
          piece.kind == PieceKind::single || piece.kind == PieceKind::wide;
      word_.quoted = word_.quoted && quoted;
      if (piece.kind == PieceKind::substitution) {
        take(
            values_.substitute(script_.slice(piece.content)),
            piece.content.begin);
      } else if (
          piece.kind == PieceKind::wide || piece.kind == PieceKind::bare) {
        fill(piece.content);
      } else {
        copy(piece.content);
      }
    }
    return std::move(word_);
  }

 private:
  void add(char c, std::size_t place) {
    if (word_.text().size() >= longest_word) {
      return;
    }
    word_.script.add(c, script_.places[place]);
    if (word_.files && !word_.derived &&
        !values_.allowance.take(word_.files->patterns.size())) {
      word_.files.reset();
    }
    if (word_.files && !word_.derived) {
      for (std::string& pattern : word_.files->patterns) {
        if (pattern.size() < longest_value &&
            (c != '/' || !pattern.ends_with('/'))) {
          pattern += c;
        }
      }
    }
  }

  // Bytes that all come from one place.
  void add(std::string_view bytes, std::size_t place) {
    if (!word_.files) {
      word_.script.add(bytes.substr(0, room()), script_.places[place]);
      return;
    }
    for (const char c : bytes) {
      add(c, place);
    }
  }

  // Bytes of the script as they are.
  void copy(Span span) {
    if (word_.files) {
      for (std::uint32_t at = span.begin; at < span.end; ++at) {
        add(script_.text[at], at);
      }
      return;
    }
    const std::uint32_t bytes = std::min(span.size(), room());
    word_.script.add(script_, {span.begin, span.begin + bytes});
  }

  // Bytes that the word may still take.
  std::uint32_t room() const {
    return static_cast<std::uint32_t>(
        longest_word - std::min(word_.text().size(), longest_word));
  }

  // A value takes the place of the byte at `place`. What stands before it may
  // only be a folder.
  void take(const Word& value, std::size_t place) {
    const std::string& before = word_.text();
    const bool folder = before.empty() || before.ends_with('/');
    if (!values_.allowance.take(value.text().size()) ||
        (value.files && !values_.allowance.take(*value.files))) {
      unknown(place);
      return;
    }
    if (value.files && !word_.files) {
      word_.files = value.files;
      word_.derived = value.derived || !folder;
    } else if (value.files) {
      word_.derived = true;
    } else {
      add(value.text(), place);
      return;
    }
    if (word_.text().size() < longest_word) {
      word_.script.add(value.text(), script_.places[place]);
    }
  }

  void unknown(std::size_t place) { add(unknown_part, place); }

  // Variables and substitutions filled in, escapes taken off.
  void fill(Span span) {
    // Nothing is looked for behind the piece: the next one may be as open.
    const std::string_view text =
        std::string_view(script_.text).substr(0, span.end);
    for (std::size_t at = span.begin;
         at < span.end && word_.text().size() < longest_word;) {
      const char c = text[at];
      if (c == '\\' && at + 1 < span.end) {
        add(text[at + 1], at + 1);
        at += 2;
      } else if (c == '$' || c == '`') {
        const std::size_t end = expansion_end(text, at);
        replace(at, end);
        at = end;
      } else {
        std::size_t next = at + 1;
        while (next < span.end && !is_sign(text[next])) {
          ++next;
        }
        copy(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next)});
        at = next;
      }
    }
  }

  // What does not stand for itself.
  static bool is_sign(char c) { return c == '\\' || c == '$' || c == '`'; }

  void replace(std::size_t begin, std::size_t end) {
    const std::string_view text =
        std::string_view(script_.text).substr(begin, end - begin);
    if (text.size() < 2) {
      add(text[0], begin);
    } else if (is_unknowable(text)) {
      unknown(begin);
    } else if (text.starts_with("$(") || text[0] == '`') {
      const auto from =
          static_cast<std::uint32_t>(begin + (text[0] == '`' ? 1 : 2));
      const auto to = static_cast<std::uint32_t>(end - 1);
      take(
          values_.substitute(script_.slice({from, std::max(from, to)})), begin);
    } else if (text.starts_with("${")) {
      braces(text.substr(2, text.size() - 3), begin);
    } else {
      variable(text.substr(1), begin);
    }
  }

  void variable(std::string_view name, std::size_t place) {
    if (const Word* value = values_.variables.find(name)) {
      take(*value, place);
    } else if (name == "PWD" || name == "GITHUB_WORKSPACE") {
      add('.', place);
    } else {
      unknown(place);
    }
  }

  // `name`, `name:-default`, `name[@]`, `name##*/` and the like.
  void braces(std::string_view inner, std::size_t place) {
    std::size_t length = 0;
    while (length < inner.size() && is_name_byte(inner[length])) {
      ++length;
    }
    const std::string_view name = inner.substr(0, length);
    const std::string_view rest = inner.substr(length);
    const Word* value = values_.variables.find(name);
    const bool fallback = rest.starts_with(":-") || rest.starts_with("-") ||
                          rest.starts_with(":=") || rest.starts_with("=");
    if (rest.empty() || rest == "[@]" || rest == "[0]" || rest == "[*]" ||
        rest.starts_with(":?") || rest.starts_with('?') ||
        (fallback && value != nullptr && !value->text().empty())) {
      variable(name, place);
    } else if (fallback) {
      const std::string_view other = rest.substr(rest.find_first_of("-=") + 1);
      const bool plain = other.find_first_of("$`\"'") == std::string::npos;
      add(plain ? other : std::string_view(&unknown_part, 1), place);
    } else if (value != nullptr && !value->files && rest == "%/*") {
      const std::string_view text = value->text();
      add(text.substr(0, text.rfind('/')), place);
    } else if (value != nullptr && value->files) {
      take(*value, place);
      word_.derived = true;
    } else {
      unknown(place);
    }
  }

  const Script& script_;
  const Values& values_;
  Word word_;
};

} // namespace

const Word* Variables::find(std::string_view name) const {
  for (const Variables* scope = this; scope != nullptr; scope = scope->outer_) {
    const auto found = scope->values_.find(name);
    if (found != scope->values_.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

Word expand_word(
    const Script& script, const RawWord& raw, const Values& values) {
  return Expansion(script, values).expand(raw);
}

} // namespace migcheck::runs
