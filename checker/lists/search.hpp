// The first pass over a source file: where might it name a migration? Sixteen
// bytes at a time where the machine can.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace migcheck::lists {

enum class SearchKey : unsigned char {
  sql, // at the dot of `.sql`, in any case
  stem // at the digit of "digit, underscore or hyphen, letter"
};

struct SearchHit {
  std::size_t at = 0;
  SearchKey key = SearchKey::sql;
};

// Gives the places of a text where a key stands, in order.
class KeySearch {
 public:
  explicit KeySearch(std::string_view text) : text_(text) {}

  // False when there is no further place.
  bool next(SearchHit& hit);

 private:
  bool next_block();
  bool next_tail();
  bool holds(std::size_t at, SearchHit& hit) const;

  std::string_view text_;
  std::size_t block_ = 0;        // where the bits of `candidates_` begin
  std::size_t behind_ = 0;       // first byte that was not looked at
  std::uint64_t candidates_ = 0; // one bit for each byte of the block
};

// The place of the first digit at or behind `at`; the text's size without one.
std::size_t find_digit(std::string_view text, std::size_t at);

} // namespace migcheck::lists
