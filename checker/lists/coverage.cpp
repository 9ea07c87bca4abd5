#include "lists/coverage.hpp"

#include "layouts/version.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace migcheck::lists {
namespace {

constexpr std::uint32_t most_newest = 5;

bool has_entry(const MigrationDirectory& directory, std::string_view entry) {
  return !entry.empty() && std::any_of(
                               directory.migrations.begin(),
                               directory.migrations.end(),
                               [&](const Migration& migration) {
                                 return migration.entry == entry;
                               });
}

// "2.1--2.0": the way back of an upgrade script. Nobody lists the two
// together.
bool leads_back(const Migration& migration) {
  const std::string_view range = migration.version_text;
  const std::size_t dashes = range.find("--");
  return dashes != std::string_view::npos &&
         std::is_lt(
             compare_dotted(range.substr(dashes + 2), range.substr(0, dashes)));
}

} // namespace

bool does_nothing(const Migration& migration) {
  const SqlFile& file = migration.file;
  return file.read && file.sql && file.failure == ReadFailure::none &&
         !file.utf16 && !file.commands && !file.statement_too_long &&
         !file.nested_too_deep && file.statements.empty();
}

std::vector<const Migration*>
counted_migrations(const MigrationDirectory& directory) {
  std::vector<const Migration*> counted;
  bool started = !has_entry(directory, directory.baseline);
  for (const Migration& migration : directory.migrations) {
    started = started || migration.entry == directory.baseline;
    const bool wanted = migration.kind == MigrationKind::versioned ||
                        migration.kind == MigrationKind::baseline;
    if (started && wanted && !leads_back(migration)) {
      counted.push_back(&migration);
    }
  }
  return counted;
}

std::optional<std::uint32_t>
place_in(const MigrationDirectory& directory, const Migration* migration) {
  const Migration* begin = directory.migrations.data();
  const Migration* end = begin + directory.migrations.size();
  constexpr std::less<> before; // also of pointers into other directories
  return before(migration, begin) || !before(migration, end)
             ? std::nullopt
             : std::optional(static_cast<std::uint32_t>(migration - begin));
}

Coverage coverage_of(
    const MigrationDirectory& directory,
    const std::vector<ResolvedEntry>& entries) {
  std::set<const Migration*> listed;
  Coverage coverage;
  for (const ResolvedEntry& entry : entries) {
    if (entry.state == EntryState::listed) {
      listed.insert(entry.migration);
    }
    const bool own = entry.state != EntryState::foreign &&
                     entry.state != EntryState::elsewhere;
    coverage.entries += own ? 1 : 0;
  }
  bool hole = false;
  bool after_hole = false;
  for (const Migration* migration : counted_migrations(directory)) {
    if (listed.count(migration) == 0 && does_nothing(*migration)) {
      continue;
    }
    ++coverage.total;
    if (listed.count(migration) == 0) {
      hole = true;
      ++coverage.newest_missing;
      continue;
    }
    ++coverage.listed;
    coverage.past = coverage.total;
    after_hole = after_hole || hole;
  }
  coverage.prefix = coverage.listed > 0 && hole && !after_hole;
  coverage.all_but_newest =
      coverage.prefix && coverage.newest_missing <= most_newest;
  coverage.fell_behind = coverage.past < coverage.total &&
                         coverage.total - coverage.past <= most_newest &&
                         coverage.listed * 5 >= coverage.past * 4;
  return coverage;
}

} // namespace migcheck::lists
