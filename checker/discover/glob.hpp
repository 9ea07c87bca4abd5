// Glob patterns over paths, as git's wildmatch reads them with WM_PATHNAME:
// `*`, `?` and classes stay inside one part of the path, `**` between slashes
// spans parts, a backslash takes the next byte as it is. Matching takes time in
// proportion to pattern times text at most, whatever the pattern.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

class Glob {
 public:
  // Matches only the empty text.
  Glob() : Glob(std::string_view()) {}

  // A pattern that can match nothing (a class without an end, a backslash at
  // the end) is one that never matches.
  explicit Glob(std::string_view pattern);

  bool matches(std::string_view text) const;

 private:
  enum class Kind : std::uint8_t { literal, any, star, set };

  struct Token {
    Kind kind = Kind::literal;
    unsigned char byte = 0; // of a literal
    std::uint32_t set = 0;  // index into sets_
  };

  // Tokens [begin, end) between two slashes, or a `**` in place of them.
  struct Part {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool spans = false;
  };

  using Set = std::bitset<256>;

  std::size_t add_set(std::string_view pattern, std::size_t at);
  void close_part();
  bool matches_part(const Part& part, std::string_view text) const;
  bool matches_byte(const Token& token, unsigned char byte) const;

  std::vector<Token> tokens_;
  std::vector<Part> parts_;
  std::vector<Set> sets_;
  bool never_ = false;
};

// The length of the beginning that holds none of `*?[\`.
std::size_t plain_length(std::string_view pattern);

} // namespace migcheck
