// Whether a number is something that a directory can be counted as, now or
// without its newest migrations.
#pragma once

#include "lists/count_numbers.hpp"
#include "model/migration_count.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace migcheck::lists {

// What a name says of its number.
struct CountMeaning {
  bool version = false; // the newest version
  bool amount = false;  // how many there are
  bool next = false;    // one more than the newest version
  bool row = false;     // of rows in the history table
};

// A number as it is written.
struct WrittenNumber {
  std::string_view text;              // "00797", "1.13"
  std::optional<std::uint64_t> value; // none for "1.13"
};

struct Fit {
  CountRelation relation = CountRelation::highest;
  std::string actual;    // what the directory says now, in plain digits
  std::uint64_t off = 0; // migrations that came since; of a number that is
                         // ahead: how far
  bool ahead = false;
};

// What the number is now.
std::optional<Fit> fit_now(
    const DirectoryNumbers& numbers,
    const WrittenNumber& number,
    const CountMeaning& meaning);

// What it was before the newest one to five migrations.
std::optional<Fit> fit_before(
    const DirectoryNumbers& numbers,
    const WrittenNumber& number,
    const CountMeaning& meaning);

// How far it is above what it can be: at most three, and only where no
// migration can have been left out by migcheck. A version that is one above
// may be meant so where migrations have no way back.
std::optional<Fit> fit_ahead(
    const DirectoryNumbers& numbers,
    const WrittenNumber& number,
    const CountMeaning& meaning);

// What a directory says for a relation, in plain digits; "" where it says
// nothing.
std::string value_of(const DirectoryNumbers& numbers, CountRelation relation);

} // namespace migcheck::lists
