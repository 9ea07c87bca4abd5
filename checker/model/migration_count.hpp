// A number in code that stands for a migration directory: its newest version
// or how many migrations it holds.
#pragma once

#include "config/config.hpp"
#include "model/migration.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace migcheck {

enum class CountRelation : std::uint8_t {
  highest, // the newest version
  count,
  highest_plus_one,
  count_minus_one, // versions that begin at 0
  lowest
};

inline constexpr std::array<CountRelation, 5> count_relations = {
    CountRelation::highest,
    CountRelation::count,
    CountRelation::highest_plus_one,
    CountRelation::count_minus_one,
    CountRelation::lowest};

// "highest", "count", "highest+1", "count-1", "lowest".
std::string_view relation_name(CountRelation relation);

struct MigrationCount {
  std::string path;
  Span span;        // of the digits, without quotes
  Span name_span;   // empty = it has none
  std::string name; // "LatestVersion", "expectedVersions[SQLite]"; "" = none
  std::string language;
  std::string text;                              // as written: "00797"
  std::optional<std::uint64_t> value;            // none for "1.13"
  const MigrationDirectory* directory = nullptr; // never null in a project
  CountRelation relation = CountRelation::highest;
  std::string actual; // what the directory says, written as `text` is
  const Migration* newest = nullptr; // the migration that is newest now
  bool stale = false;                // the relation held, and no longer does
  std::string reason;                // of a stale one: why it is meant so
  std::string generated_by;          // "" = written by hand
  std::optional<Fix> fix;            // of a stale one
};

// How a message names it: `"LatestVersion"`, or `this number`.
std::string count_label(const MigrationCount& count);

} // namespace migcheck
