#include "journals/blind_edits.hpp"

#include "journals/checksums.hpp"

#include <algorithm>

namespace migcheck {
namespace {

bool same_changesets(std::string_view then, std::string_view now) {
  const auto before = read_changesets(then);
  const auto after = read_changesets(now);
  return !after.empty() &&
         std::equal(
             before.begin(),
             before.end(),
             after.begin(),
             after.end(),
             [](const LiquibaseChangeset& a, const LiquibaseChangeset& b) {
               return a.author == b.author && a.id == b.id &&
                      !a.checksum.empty() && a.checksum == b.checksum;
             });
}

} // namespace

bool looks_unchanged(
    LayoutId layout, std::string_view then, std::string_view now) {
  switch (layout) {
  case LayoutId::flyway: {
    const auto before = flyway_checksum(then);
    return before && before == flyway_checksum(now);
  }
  case LayoutId::liquibase_sql:
    return same_changesets(then, now);
  default:
    return false;
  }
}

std::vector<BlindEdit> find_blind_edits(
    const JournalSources& sources, const TextAtBase& text_at_base) {
  std::vector<BlindEdit> found;
  if (sources.base == nullptr) {
    return found;
  }
  for (std::size_t i = 0; i < sources.directories.size(); ++i) {
    const MigrationDirectory& directory = sources.directories[i];
    if (directory.layout != LayoutId::flyway &&
        directory.layout != LayoutId::liquibase_sql) {
      continue;
    }
    for (const EditedMigration& edited : sources.base->directories[i].edited) {
      std::string now;
      if (edited.comparison.verdict != LockVerdict::sql ||
          fetch_text(sources, edited.now->path, now) != Fetched::yes) {
        continue;
      }
      const auto then = text_at_base(edited.then->path);
      if (then && looks_unchanged(directory.layout, *then, now)) {
        found.push_back(
            {directory.layout == LayoutId::flyway ? "Flyway" : "Liquibase",
             directory.path,
             edited.now->path,
             edited.now->entry});
      }
    }
  }
  return found;
}

} // namespace migcheck
