#include "runs/commands.hpp"

#include "lists/lexer_shell.hpp"
#include "text/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace migcheck::runs {
namespace {

using lists::SourceToken;
using Kind = lists::SourceTokenKind;

constexpr std::uint32_t none = 0xFFFFFFFF;

// How clients of databases are told to read a file.
constexpr std::array<std::string_view, 7> inclusions = {
    "\\i", "\\ir", "\\include", "\\include_relative", ".read", "source", "\\."};

constexpr std::string_view blanks = " \t\r";

// The name in a line that includes a file; an empty span in any other.
Span included_file(std::string_view text, Span line) {
  const std::string_view whole = line.of(text);
  const std::size_t verb = whole.find_first_not_of(blanks);
  const std::size_t blank = whole.find_first_of(blanks, verb);
  const std::size_t begin = whole.find_first_not_of(blanks, blank);
  if (begin == std::string_view::npos ||
      !is_one_of(whole.substr(verb, blank - verb), inclusions)) {
    return {};
  }
  std::string_view name = whole.substr(begin);
  name.remove_suffix(name.size() - 1 - name.find_last_not_of(" \t\r;"));
  if (name.size() > 1 && name.front() == '\'' && name.back() == '\'') {
    name = name.substr(1, name.size() - 2);
  }
  if (name.find_first_of(blanks) != std::string_view::npos) {
    return {};
  }
  const auto from = static_cast<std::uint32_t>(name.data() - text.data());
  return {from, from + static_cast<std::uint32_t>(name.size())};
}

class Splitter {
 public:
  explicit Splitter(const std::string& text)
      : text_(text), tokens_(lists::lex_words(text, lists::WordStyle::shell)),
        match_(tokens_.size(), none) {
    find_matches();
  }

  std::vector<RawCommand> split() {
    while (at_ < tokens_.size()) {
      step();
    }
    end_command(false);
    return std::move(commands_);
  }

 private:
  std::string_view text_of(std::size_t i) const {
    return tokens_[i].span.of(text_);
  }

  bool is(std::size_t i, std::string_view text) const {
    return i < tokens_.size() && text_of(i) == text;
  }

  // Of parentheses, and of backticks, which stand in pairs.
  void find_matches() {
    std::vector<std::uint32_t> open;
    std::uint32_t tick = none;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const std::string_view text = text_of(i);
      if (tokens_[i].kind == Kind::open && text.ends_with('(')) {
        open.push_back(i);
      } else if (
          tokens_[i].kind == Kind::close && text == ")" && !open.empty()) {
        match_[open.back()] = i;
        match_[i] = open.back();
        open.pop_back();
      } else if (text == "`") {
        if (tick != none) {
          match_[tick] = i;
        }
        tick = tick == none ? i : none;
      }
    }
  }

  bool touches(std::size_t i) const {
    return i > 0 && i < tokens_.size() && word_open_ &&
           tokens_[i].span.begin == word_end_;
  }

  void step() {
    const SourceToken& token = tokens_[at_];
    if (token.kind == Kind::comment) {
      ++at_;
    } else if (is_document(token)) {
      include();
      ++at_;
    } else if (token.kind == Kind::separator) {
      end_command(text_of(at_) == "|");
      ++at_;
    } else if (token.kind == Kind::other && text_of(at_) != "`") {
      redirect(text_of(at_));
    } else if (token.kind == Kind::open && text_of(at_) == "(") {
      parenthesis();
    } else if (token.kind == Kind::close && text_of(at_) == ")") {
      close();
    } else {
      add_piece(target_);
    }
  }

  // Alone of all strings, the text of a here document has no marks around it.
  bool is_document(const SourceToken& token) const {
    return next_document_ < documents_.size() && token.kind == Kind::string &&
           token.content.begin == token.span.begin;
  }

  // What the here document includes, for the command that reads it.
  void include() {
    const SourceToken& document = tokens_[at_];
    std::vector<RawWord>& included =
        commands_[documents_[next_document_++]].included;
    const PieceKind kind = document.raw ? PieceKind::single : PieceKind::wide;
    const std::uint32_t end = document.content.end;
    for (std::uint32_t at = document.content.begin; at < end;) {
      const auto feed = static_cast<std::uint32_t>(
          std::min<std::size_t>(text_.find('\n', at), end));
      const Span name = included_file(text_, {at, feed});
      if (name.begin < name.end) {
        included.push_back({name, {{kind, name}}});
      }
      at = feed + 1;
    }
  }

  // A group of an array stands behind `=`; a subshell begins a command.
  void parenthesis() {
    if (touches(at_) && match_[at_] != none) {
      add_piece(target_);
      return;
    }
    end_command(false);
    command_.opens = match_[at_] != none;
    end_command(false);
    ++at_;
  }

  void close() {
    end_command(false);
    command_.closes = match_[at_] != none;
    end_command(false);
    ++at_;
  }

  void redirect(std::string_view sign) {
    const bool process = sign == "<" && is(at_ + 1, "(") &&
                         tokens_[at_ + 1].span.begin == tokens_[at_].span.end &&
                         match_[at_ + 1] != none;
    if (process) {
      const std::uint32_t end = match_[at_ + 1];
      command_.processes.push_back(
          {tokens_[at_ + 1].span.end, tokens_[end].span.begin});
      target_ = Target::word;
      word_open_ = false;
      cover(tokens_[end].span.end);
      at_ = end + 1;
      return;
    }
    word_open_ = false;
    if (sign.starts_with("<<") && sign.size() > 2) {
      ++announced_;
    } else if (sign == "<") {
      // Behind `<<` this is the third sign of a here string.
      const bool here = at_ > 0 && is(at_ - 1, "<<") &&
                        tokens_[at_ - 1].span.end == tokens_[at_].span.begin;
      target_ = here ? Target::nothing : Target::input;
    } else if (sign.starts_with('>') || sign == "&>") {
      target_ = Target::nothing;
    }
    ++at_;
  }

  enum class Target : std::uint8_t { word, input, nothing };

  void cover(std::uint32_t end) {
    if (command_.span.end == 0) {
      command_.span.begin = tokens_[at_].span.begin;
    }
    command_.span.end = end;
  }

  void add_piece(Target target) {
    const std::uint32_t begin = tokens_[at_].span.begin;
    std::size_t last = at_;
    Piece piece{PieceKind::bare, tokens_[at_].span};
    const bool opens = text_of(at_).ends_with('(') || text_of(at_) == "`";
    if (opens && match_[at_] != none) {
      last = match_[at_];
      piece.kind =
          text_of(at_) == "(" ? PieceKind::group : PieceKind::substitution;
      piece.content = {tokens_[at_].span.end, tokens_[last].span.begin};
    } else if (tokens_[at_].kind == Kind::string) {
      piece.kind = tokens_[at_].raw ? PieceKind::single : PieceKind::wide;
      piece.content = tokens_[at_].content;
    } else if (tokens_[at_].kind == Kind::assign) {
      piece.kind = PieceKind::assign;
    }
    auto& words = target == Target::input ? command_.inputs : command_.words;
    if (!touches(at_)) {
      target_ = Target::word;
      if (target != Target::nothing) {
        words.push_back({{begin, begin}, {}});
      }
      current_ = target;
    }
    cover(tokens_[last].span.end);
    word_open_ = true;
    word_end_ = tokens_[last].span.end;
    at_ = last + 1;
    if (current_ == Target::nothing) {
      return;
    }
    RawWord& word = current_ == Target::input ? command_.inputs.back()
                                              : command_.words.back();
    word.span.end = word_end_;
    word.pieces.push_back(piece);
  }

  void end_command(bool pipes) {
    const bool any = !command_.words.empty() || !command_.inputs.empty() ||
                     !command_.processes.empty() || command_.opens ||
                     command_.closes;
    const bool piped = pipes || (!any && command_.piped);
    if (any) {
      documents_.resize(documents_.size() + announced_, commands_.size());
      commands_.push_back(std::move(command_));
    }
    announced_ = 0;
    command_ = {};
    command_.piped = piped;
    target_ = Target::word;
    word_open_ = false;
  }

  const std::string& text_;
  std::vector<SourceToken> tokens_;
  std::vector<std::uint32_t> match_;
  std::size_t at_ = 0;
  RawCommand command_;
  bool word_open_ = false;
  std::uint32_t word_end_ = 0;
  Target target_ = Target::word;  // of the next word
  Target current_ = Target::word; // of the word that is open
  std::vector<RawCommand> commands_;
  // Here documents that the command announces, and the commands of all that
  // were announced before.
  std::size_t announced_ = 0;
  std::vector<std::size_t> documents_;
  std::size_t next_document_ = 0;
};

} // namespace

std::vector<RawCommand> split_commands(const std::string& text) {
  return Splitter(text).split();
}

} // namespace migcheck::runs
