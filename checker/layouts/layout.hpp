// What a layout means to the tool that runs it: name grammar, version, order.
// One file per runner; all facts are in this one table.
#pragma once

#include "layouts/version.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace migcheck {

enum class LayoutId : std::uint8_t {
  goose,
  golang_migrate,
  dbmate,
  flyway,
  sqlx,
  diesel,
  prisma,
  drizzle,
  supabase,
  liquibase_sql,
  sqitch,
  atlas,
  numbered,
  timestamped
};

enum class MigrationKind : std::uint8_t {
  versioned,
  repeatable,
  baseline,
  undo
};

enum class Direction : std::uint8_t { up, down, both };

std::string_view kind_name(MigrationKind kind);
std::string_view direction_name(Direction direction);

// What a runner makes of one name.
enum class NameVerdict : std::uint8_t {
  migration,
  skipped,  // the runner passes over it without a word
  refused,  // the runner stops with an error
  companion // belongs to the layout, is no migration: callbacks, .conf, README
};

// One name, read as the runner reads it. Views point into the name.
struct ParsedName {
  NameVerdict verdict = NameVerdict::skipped;
  std::string_view version_text = {}; // as written
  std::string version = {}; // canonical: equal strings are equal versions
  std::string_view title = {};
  MigrationKind kind = MigrationKind::versioned;
  Direction direction = Direction::up;
  std::string_view why = {}; // for skipped and refused: a reason in words
};

// How a runner hashes files: whether line endings matter to it.
enum class RunnerHash : std::uint8_t { none, raw_bytes, neutral };

struct Layout {
  LayoutId id;
  std::string_view name; // as in the configuration: "golang-migrate"

  // Reads a file name, or a folder name where `folders` is true.
  ParsedName (*parse)(std::string_view name);

  // The runner's order of two migrations: by version, then as it breaks ties.
  std::strong_ordering (*compare)(
      const ParsedName& a,
      std::string_view name_a,
      const ParsedName& b,
      std::string_view name_b);

  bool folders = false;          // each migration is a folder
  std::string_view up_file = {}; // in such a folder: "up.sql", "migration.sql"
  std::string_view down_file = {};
  bool recursive = false;       // migrations may lie in subfolders
  bool sequential_gaps = false; // holes in the numbers are worth a word
  bool own_order = true;        // false: no known runner
  RunnerHash hash = RunnerHash::none;
};

const Layout& layout(LayoutId id);
std::span<const Layout> all_layouts();
std::optional<LayoutId> layout_from(std::string_view name);

} // namespace migcheck
