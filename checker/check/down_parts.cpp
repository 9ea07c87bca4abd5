#include "check/down_parts.hpp"

#include "check/habit.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t most_slips = 3;

bool is_readable(const SqlFile& file) {
  return file.read && file.failure == ReadFailure::none && file.sql &&
         !file.utf16;
}

bool has_statement(const SqlFile& file, Section section) {
  return std::any_of(
      file.statements.begin(),
      file.statements.end(),
      [section](const Statement& statement) {
        return statement.section == section;
      });
}

DownPart section_part(const SqlFile& file) {
  if (!file.annotations.has_down) {
    return DownPart::missing;
  }
  if (has_statement(file, Section::down)) {
    return DownPart::present;
  }
  return file.annotations.down_explained ? DownPart::explained
                                         : DownPart::empty;
}

DownPart file_part(const Migration& migration) {
  const SqlFile& file = *migration.down_file;
  if (migration.down.empty()) {
    return DownPart::missing;
  }
  if (!is_readable(file) || file.commands || !file.statements.empty()) {
    return DownPart::present;
  }
  return file.annotations.down_explained ? DownPart::explained
                                         : DownPart::empty;
}

} // namespace

DownPart
down_part(const MigrationDirectory& directory, const Migration& migration) {
  const SqlFile& file = migration.file;
  if (migration.kind != MigrationKind::versioned ||
      migration.direction == Direction::down || !is_readable(file) ||
      !has_statement(file, Section::up)) {
    return DownPart::none_expected;
  }
  switch (directory.layout) {
  case LayoutId::goose:
  case LayoutId::dbmate:
    return file.annotations.has_up ? section_part(file)
                                   : DownPart::none_expected;
  case LayoutId::liquibase_sql:
    // What a rollback holds stands in comments, which are not read.
    return file.annotations.has_down ? DownPart::present : DownPart::missing;
  case LayoutId::golang_migrate:
  case LayoutId::sqlx:
  case LayoutId::diesel:
  case LayoutId::sqitch:
  case LayoutId::numbered:
  case LayoutId::timestamped:
    return file_part(migration);
  default:
    return DownPart::none_expected;
  }
}

std::vector<const Migration*>
down_slips(const MigrationDirectory& directory, DownPart part) {
  std::vector<const Migration*> found;
  std::size_t present = 0;
  std::size_t old = 0;
  for (const Migration& migration : directory.migrations) {
    const DownPart is = down_part(directory, migration);
    present += is == DownPart::present ? 1 : 0;
    // Nobody goes back to before the first one.
    if (is == part && &migration != &directory.migrations.front()) {
      found.push_back(&migration);
      old += migration.novelty == Novelty::fresh ? 0 : 1;
    }
  }
  if (directory.archived || present <= 4 * found.size()) {
    return {};
  }
  if (old > most_slips) {
    std::erase_if(found, [](const Migration* migration) {
      return migration->novelty != Novelty::fresh;
    });
  }
  return found;
}

} // namespace migcheck
