#include "discover/glob.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_lower(int c) {
  return c >= 'a' && c <= 'z';
}

bool is_upper(int c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(int c) {
  return c >= '0' && c <= '9';
}

bool is_space(int c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_graph(int c) {
  return c > ' ' && c < 0x7f;
}

// Whether a byte is of a class such as "alpha", in ASCII.
bool is_of_class(std::string_view name, int c) {
  const bool alphabetic = is_lower(c) || is_upper(c);
  const bool alphanumeric = alphabetic || is_digit(c);
  const int lower = c | 0x20;
  const std::pair<std::string_view, bool> classes[] = {
      {"alnum", alphanumeric},
      {"alpha", alphabetic},
      {"blank", c == ' ' || c == '\t'},
      {"cntrl", c < 0x20 || c == 0x7f},
      {"digit", is_digit(c)},
      {"graph", is_graph(c)},
      {"lower", is_lower(c)},
      {"print", c == ' ' || is_graph(c)},
      {"punct", is_graph(c) && !alphanumeric},
      {"space", is_space(c)},
      {"upper", is_upper(c)},
      {"xdigit", is_digit(c) || (lower >= 'a' && lower <= 'f')},
  };
  for (const auto& [known, holds] : classes) {
    if (known == name) {
      return holds;
    }
  }
  return false;
}

bool is_class_name(std::string_view name) {
  constexpr std::string_view known[] = {
      "alnum",
      "alpha",
      "blank",
      "cntrl",
      "digit",
      "graph",
      "lower",
      "print",
      "punct",
      "space",
      "upper",
      "xdigit"};
  return std::find(std::begin(known), std::end(known), name) != std::end(known);
}

// Reads what stands between the brackets of a class.
class SetReader {
 public:
  SetReader(std::string_view pattern, std::size_t at)
      : pattern_(pattern), at_(at) {}

  // Past the closing bracket, or npos for a class that never matches.
  std::size_t read(std::bitset<256>& set) {
    const bool negated =
        at_ < pattern_.size() && (pattern_[at_] == '!' || pattern_[at_] == '^');
    at_ += negated ? 1 : 0;
    bool first = true;
    while (true) {
      if (at_ >= pattern_.size()) {
        return npos;
      }
      if (pattern_[at_] == ']' && !first) {
        break;
      }
      if (!read_item(set)) {
        return npos;
      }
      first = false;
    }
    if (negated) {
      set.flip();
    }
    set.reset('/');
    return at_ + 1;
  }

 private:
  int byte(std::size_t at) const {
    return at < pattern_.size() ? static_cast<unsigned char>(pattern_[at]) : -1;
  }

  // One byte, range or [:class:]. False when the pattern can never match.
  bool read_item(std::bitset<256>& set) {
    const int c = byte(at_);
    if (c == '-' && previous_ >= 0 && byte(at_ + 1) >= 0 &&
        byte(at_ + 1) != ']') {
      return read_range(set);
    }
    if (c == '[' && byte(at_ + 1) == ':') {
      return read_class(set);
    }
    if (c == '\\') {
      ++at_;
    }
    const int taken = byte(at_);
    if (taken < 0) {
      return false;
    }
    set.set(static_cast<std::size_t>(taken));
    previous_ = taken;
    ++at_;
    return true;
  }

  bool read_range(std::bitset<256>& set) {
    ++at_;
    if (byte(at_) == '\\') {
      ++at_;
    }
    const int last = byte(at_);
    if (last < 0) {
      return false;
    }
    for (int c = previous_; c <= last; ++c) {
      set.set(static_cast<std::size_t>(c));
    }
    previous_ = -1; // "a-c-e" holds no range from c to e
    ++at_;
    return true;
  }

  // "[:" without ":]" is a bracket and a colon; an unknown name can never
  // match.
  bool read_class(std::bitset<256>& set) {
    const std::size_t begin = at_ + 2;
    const std::size_t end = pattern_.find(']', begin);
    if (end == npos) {
      return false;
    }
    if (end == begin || pattern_[end - 1] != ':') {
      set.set('[');
      previous_ = '[';
      ++at_;
      return true;
    }
    const std::string_view name = pattern_.substr(begin, end - 1 - begin);
    if (!is_class_name(name)) {
      return false;
    }
    for (int c = 0; c < 256; ++c) {
      if (is_of_class(name, c)) {
        set.set(static_cast<std::size_t>(c));
      }
    }
    previous_ = -1;
    at_ = end + 1;
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  int previous_ = -1;
};

} // namespace

std::size_t plain_length(std::string_view pattern) {
  return std::min(pattern.find_first_of("*?[\\"), pattern.size());
}

Glob::Glob(std::string_view pattern) {
  parts_.push_back({});
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at++];
    if (c == '/' || (c == '\\' && at < pattern.size() && pattern[at] == '/')) {
      at += c == '/' ? 0 : 1;
      close_part();
      const auto begin = static_cast<std::uint32_t>(tokens_.size());
      parts_.push_back({begin, begin, false});
    } else if (c == '*') {
      tokens_.push_back({Kind::star});
    } else if (c == '?') {
      tokens_.push_back({Kind::any});
    } else if (c == '[') {
      at = add_set(pattern, at);
    } else if (c == '\\' && at == pattern.size()) {
      never_ = true;
    } else {
      const char taken = c == '\\' ? pattern[at++] : c;
      tokens_.push_back({Kind::literal, static_cast<unsigned char>(taken)});
    }
  }
  close_part();
}

// Adds the class that begins at `at`; gives the place behind it.
std::size_t Glob::add_set(std::string_view pattern, std::size_t at) {
  Set set;
  const std::size_t end = SetReader(pattern, at).read(set);
  if (end == npos) {
    never_ = true;
    return pattern.size();
  }
  tokens_.push_back({Kind::set, 0, static_cast<std::uint32_t>(sets_.size())});
  sets_.push_back(set);
  return end;
}

// Two or more stars alone span parts; among other things they are one star.
void Glob::close_part() {
  Part& part = parts_.back();
  const auto is_star = [](const Token& token) {
    return token.kind == Kind::star;
  };
  const auto begin = tokens_.begin() + part.begin;
  part.spans =
      tokens_.end() - begin >= 2 && std::all_of(begin, tokens_.end(), is_star);
  part.end = static_cast<std::uint32_t>(tokens_.size());
}

bool Glob::matches_byte(const Token& token, unsigned char byte) const {
  switch (token.kind) {
  case Kind::literal:
    return token.byte == byte;
  case Kind::set:
    return sets_[token.set].test(byte);
  default:
    return true;
  }
}

// It is enough to go back to the last star: what stands before it matched as
// early as it could.
bool Glob::matches_part(const Part& part, std::string_view text) const {
  std::uint32_t token = part.begin;
  std::size_t at = 0;
  std::uint32_t after_star = part.end + 1; // none yet
  std::size_t star_at = 0;
  while (true) {
    const bool more = token < part.end;
    if (more && tokens_[token].kind == Kind::star) {
      after_star = ++token;
      star_at = at;
    } else if (
        more && at < text.size() &&
        matches_byte(tokens_[token], static_cast<unsigned char>(text[at]))) {
      ++token;
      ++at;
    } else if (!more && at == text.size()) {
      return true;
    } else if (after_star <= part.end && star_at < text.size()) {
      token = after_star;
      at = ++star_at;
    } else {
      return false;
    }
  }
}

// The same over whole parts, with `**` for the star. At the end of a pattern
// it takes at least one part.
bool Glob::matches(std::string_view text) const {
  if (never_) {
    return false;
  }
  const std::size_t none = parts_.size();
  std::size_t part = 0;
  std::size_t at = 0; // npos: behind the last part of the text
  std::size_t after_span = none;
  std::size_t span_at = 0;
  const auto next = [&](std::size_t from) {
    const std::size_t slash = text.find('/', from);
    return slash == npos ? npos : slash + 1;
  };
  while (true) {
    if (part < parts_.size() && parts_[part].spans) {
      if (part + 1 == parts_.size()) {
        return at != npos;
      }
      after_span = ++part;
      span_at = at;
      continue;
    }
    if (part == parts_.size() && at == npos) {
      return true;
    }
    if (part < parts_.size() && at != npos) {
      const std::size_t end = std::min(text.find('/', at), text.size());
      if (matches_part(parts_[part], text.substr(at, end - at))) {
        ++part;
        at = next(at);
        continue;
      }
    }
    if (after_span == none || span_at == npos) {
      return false;
    }
    part = after_span;
    at = span_at = next(span_at);
  }
}

} // namespace migcheck
