// Schema dumps of Rails and dbmate against the migrations.
#pragma once

#include "journals/sources.hpp"
#include "model/dump_drift.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// Versions and where they stand.
using DumpVersions = std::vector<std::pair<std::string, Span>>;

struct DumpText {
  DumpVersions versions;
  Span place; // where the list of them begins; of schema.rb, the version
};

// Every row of every `INSERT INTO … schema_migrations … (version) VALUES`.
DumpText read_schema_migrations(std::string_view text);

// The version of `ActiveRecord::Schema….define(version: 2026_07_16_101907)`,
// without `_`.
DumpText read_schema_version(std::string_view text);

// True for `structure.sql`, `animals_structure.sql`, `schema.rb`,
// `animals_schema.rb` beside a folder `migrate`, `animals_migrate`.
bool is_rails_dump(const JournalSources& sources, std::string_view path);

std::optional<DumpDrift>
find_rails_drift(const JournalSources& sources, const std::string& path);

// What lies in `db/migrate`.
struct RailsMigrations {
  std::string folder;
  std::vector<std::string> versions; // in order

  bool has(const std::string& version) const;
  // True for what is older than all of them.
  bool is_history(const std::string& version) const;
};

// Nothing where there is no such folder, or more than one.
std::optional<RailsMigrations>
find_rails_migrations(const JournalSources& sources);

// Looks at `schema.sql` where there are directories of dbmate: the one whose
// versions it holds is the one it was dumped from.
std::optional<DumpDrift>
find_dbmate_drift(const JournalSources& sources, const std::string& path);

} // namespace migcheck
