// Which directory a history belongs to.
#include "journals/history.hpp"

#include "journals/dump.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <set>

namespace migcheck {
namespace {

bool fits(HistoryKind kind, LayoutId layout) {
  switch (kind) {
  case HistoryKind::flyway:
    return layout == LayoutId::flyway;
  case HistoryKind::liquibase:
    return layout == LayoutId::liquibase_sql;
  case HistoryKind::prisma:
    return layout == LayoutId::prisma;
  case HistoryKind::sqlx:
    return layout == LayoutId::sqlx || layout == LayoutId::numbered ||
           layout == LayoutId::timestamped;
  case HistoryKind::goose:
    return layout == LayoutId::goose;
  case HistoryKind::golang_migrate:
    return layout == LayoutId::golang_migrate;
  case HistoryKind::versions:
    return layout == LayoutId::dbmate;
  }
  return false;
}

// What of a row names its migration.
std::string_view key_column(HistoryKind kind) {
  switch (kind) {
  case HistoryKind::liquibase:
    return "filename";
  case HistoryKind::prisma:
    return "migration_name";
  case HistoryKind::goose:
    return "version_id";
  default:
    return "version";
  }
}

std::string key_of(HistoryKind kind, const Migration& migration) {
  return kind == HistoryKind::liquibase || kind == HistoryKind::prisma
             ? std::string(last_part(migration.entry))
             : migration.version_text;
}

// How many rows are of migrations of the directory.
std::size_t
common(const HistoryTable& table, const MigrationDirectory& directory) {
  std::set<std::string> keys;
  for (const auto* group : {&directory.migrations, &directory.code}) {
    for (const Migration& migration : *group) {
      keys.insert(key_of(table.kind, migration));
    }
  }
  return static_cast<std::size_t>(std::count_if(
      table.rows.begin(), table.rows.end(), [&](const HistoryRow& row) {
        const std::string key = table.cell(row, key_column(table.kind));
        return keys.contains(std::string(last_part(key)));
      }));
}

// The one that most rows are of; a single one without any.
const MigrationDirectory*
choose(const JournalSources& sources, const HistoryTable& table) {
  const MigrationDirectory* best = nullptr;
  std::size_t most = 0;
  std::size_t fitting = 0;
  const MigrationDirectory* only = nullptr;
  for (const MigrationDirectory& directory : sources.directories) {
    if (!fits(table.kind, directory.layout)) {
      continue;
    }
    ++fitting;
    only = &directory;
    const std::size_t count = common(table, directory);
    if (count > most) {
      best = &directory;
      most = count;
    }
  }
  return best == nullptr && fitting == 1 ? only : best;
}

// Rails applies what is pending in any order and refuses nothing.
std::vector<HistoryDrift>
compare_rails(const HistoryTable& table, const RailsMigrations& migrations) {
  std::vector<HistoryDrift> drifts;
  for (const HistoryRow& row : table.rows) {
    const std::string version = table.cell(row, "version");
    if (version.empty() || migrations.is_history(version) ||
        migrations.has(version)) {
      continue;
    }
    HistoryDrift& drift = drifts.emplace_back();
    drift.runner = "rails";
    drift.folder = migrations.folder;
    drift.change = HistoryChange::missing;
    drift.refused = false;
    drift.name = version;
    drift.row = row.span;
  }
  return drifts;
}

} // namespace

Result<std::vector<HistoryDrift>> find_history_drifts(
    const JournalSources& sources,
    const std::string& path,
    const std::string& text) {

  const auto table = read_history(text);
  if (!table) {
    return fail(printable(path) + ": " + table.error().message);
  }
  std::vector<HistoryDrift> drifts;
  const MigrationDirectory* directory = choose(sources, *table);
  const auto rails =
      directory == nullptr && table->kind == HistoryKind::versions
          ? find_rails_migrations(sources)
          : std::nullopt;
  if (directory != nullptr) {
    drifts = HistoryComparison(sources, *table, *directory).compare();
  } else if (rails) {
    drifts = compare_rails(*table, *rails);
  } else {
    return fail(
        printable(path) + ": is a history of " +
        std::string(history_name(table->kind)) +
        ", and no directory of migrations is one that it could be of");
  }
  for (HistoryDrift& drift : drifts) {
    drift.history = path;
  }
  return drifts;
}

} // namespace migcheck
