// What each runner compares: Flyway's `validate`, sqlx's and Prisma's checks of
// what is applied, goose's of what is missing, golang-migrate's of its one
// version.
#include "discover/folders.hpp"
#include "journals/checksums.hpp"
#include "journals/history.hpp"
#include "journals/sqlx_checksums.hpp"
#include "layouts/version.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace migcheck {
namespace {

std::string canonical(LayoutId id, const std::string& version) {
  if (id == LayoutId::flyway) {
    const std::string name = "V" + version + "__x.sql";
    return layout(id).parse(name).version;
  }
  return all_digits(version) ? canonical_decimal(version) : version;
}

bool less(const std::string& a, const std::string& b) {
  return compare_dotted(a, b) == std::strong_ordering::less;
}

// `\x…`, `0x…`, `X'…'` or digits alone, in small letters.
std::string bare_hex(std::string_view text) {
  if (text.starts_with("\\x") || text.starts_with("0x") ||
      text.starts_with("X'")) {
    text.remove_prefix(2);
  }
  if (text.ends_with('\'')) {
    text.remove_suffix(1);
  }
  return lower_case(text);
}

std::string description_of(const Migration& migration) {
  std::string text = migration.name;
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

} // namespace

HistoryComparison::HistoryComparison(
    const JournalSources& sources,
    const HistoryTable& table,
    const MigrationDirectory& directory)
    : sources_(sources), table_(table), directory_(directory) {
  for (const auto* group : {&directory.migrations, &directory.code}) {
    for (const Migration& migration : *group) {
      all_.push_back(&migration);
      if (migration.kind == MigrationKind::versioned) {
        by_version_.emplace(
            canonical(directory.layout, migration.version_text), &migration);
      }
    }
  }
}

HistoryDrift& HistoryComparison::add(
    HistoryChange change, const std::string& name, Span row) {
  HistoryDrift& drift = drifts_.emplace_back();
  drift.runner = table_.kind == HistoryKind::versions
                     ? "dbmate"
                     : history_name(table_.kind);
  drift.folder = directory_.path;
  drift.change = change;
  drift.name = name;
  drift.row = row;
  return drift;
}

const Migration* HistoryComparison::find(const std::string& version) const {
  const auto found = by_version_.find(version);
  return found == by_version_.end() ? nullptr : found->second;
}

std::string HistoryComparison::text_of(const Migration& migration) const {
  std::string text;
  fetch_text(sources_, migration.path, text);
  return text;
}

// What was not applied though a later one was, after the baseline.
void HistoryComparison::find_late(
    const std::vector<std::string>& applied, const std::string& baseline) {
  if (applied.empty()) {
    return;
  }
  const std::set<std::string> known(applied.begin(), applied.end());
  const std::string& last =
      *std::max_element(applied.begin(), applied.end(), less);
  for (const Migration* migration : all_) {
    const std::string version =
        canonical(directory_.layout, migration->version_text);
    if (migration->kind == MigrationKind::versioned &&
        !known.contains(version) && less(version, last) &&
        (baseline.empty() || less(baseline, version))) {
      HistoryDrift& drift = add(HistoryChange::late, migration->entry);
      drift.file = migration->path;
      const Migration* newest = find(last);
      drift.other = newest == nullptr ? last : newest->entry;
    }
  }
}

void HistoryComparison::compare_flyway_row(
    const HistoryRow& row, const Migration& migration) {
  const std::string type = table_.cell(row, "type");
  const std::string recorded = table_.cell(row, "checksum");
  if (type == "SQL" && !recorded.empty() && migration.file.sql) {
    const auto checksum = flyway_checksum(text_of(migration));
    if (checksum && std::to_string(*checksum) != recorded) {
      add(HistoryChange::edited, migration.entry, row.span).file =
          migration.path;
      return;
    }
  }
  constexpr std::size_t longest = 190; // Flyway cuts descriptions
  const std::string applied = table_.cell(row, "description");
  const std::string now = description_of(migration);
  if (!applied.empty() && applied.size() < longest && applied != now &&
      !applied.starts_with('<')) {
    HistoryDrift& drift =
        add(HistoryChange::renamed, migration.entry, row.span);
    drift.file = migration.path;
    drift.other = applied;
  }
}

void HistoryComparison::compare_flyway() {
  std::vector<const HistoryRow*> rows;
  for (const HistoryRow& row : table_.rows) {
    rows.push_back(&row);
  }
  std::stable_sort(
      rows.begin(), rows.end(), [&](const HistoryRow* a, const HistoryRow* b) {
        return less(
            table_.cell(*a, "installed_rank"),
            table_.cell(*b, "installed_rank"));
      });
  std::map<std::string, const HistoryRow*> applied;
  std::string baseline;
  for (const HistoryRow* row : rows) {
    const std::string type = table_.cell(*row, "type");
    const std::string written = table_.cell(*row, "version");
    const std::string version = canonical(LayoutId::flyway, written);
    const bool success =
        !table_.has("success") || is_yes(table_.cell(*row, "success"));
    if (version.empty() || type == "SCHEMA") {
      continue; // repeatables are applied again when they change
    }
    if (type == "DELETE" || type.starts_with("UNDO")) {
      applied.erase(version);
    } else if (type.find("BASELINE") != std::string::npos) {
      baseline = version;
    } else if (!success) {
      add(HistoryChange::failed, table_.cell(*row, "script"), row->span);
    } else {
      applied[version] = row;
    }
  }
  std::vector<std::string> versions;
  std::string newest;
  for (const Migration* migration : all_) {
    const std::string version =
        canonical(LayoutId::flyway, migration->version_text);
    newest = less(newest, version) ? version : newest;
  }
  for (const auto& [version, row] : applied) {
    versions.push_back(version);
    if (const Migration* migration = find(version)) {
      compare_flyway_row(*row, *migration);
    } else if (
        table_.cell(*row, "type") == "SQL" && !less(newest, version) &&
        (baseline.empty() || less(baseline, version))) {
      add(HistoryChange::missing, table_.cell(*row, "script"), row->span);
    }
  }
  find_late(versions, baseline);
}

// Only what the text alone decides; what is not in the changelog any more
// Liquibase does not mind.
void HistoryComparison::compare_liquibase() {
  std::map<std::string, const HistoryRow*> rows;
  const auto key =
      [](std::string_view author, std::string_view id, std::string_view file) {
        return std::string(author) + "\n" + std::string(id) + "\n" +
               std::string(last_part(file));
      };
  for (const HistoryRow& row : table_.rows) {
    rows[key(
        table_.cell(row, "author"),
        table_.cell(row, "id"),
        table_.cell(row, "filename"))] = &row;
  }
  for (const Migration* migration : all_) {
    if (!migration->file.sql) {
      continue;
    }
    for (const LiquibaseChangeset& changeset :
         read_changesets(text_of(*migration))) {
      const auto found =
          rows.find(key(changeset.author, changeset.id, migration->path));
      if (found == rows.end() || changeset.checksum.empty()) {
        continue;
      }
      const std::string recorded = table_.cell(*found->second, "md5sum");
      if (recorded.starts_with("9:") && recorded != changeset.checksum) {
        HistoryDrift& drift =
            add(HistoryChange::edited,
                changeset.author + ":" + changeset.id,
                found->second->span);
        drift.file = migration->path;
      }
    }
  }
}

// `migrate deploy` warns of what was edited and says nothing of what is gone;
// `migrate dev` wants to begin anew.
void HistoryComparison::compare_prisma() {
  for (const HistoryRow& row : table_.rows) {
    const std::string name = table_.cell(row, "migration_name");
    if (name.empty() || !table_.cell(row, "rolled_back_at").empty()) {
      continue;
    }
    if (table_.has("finished_at") && table_.cell(row, "finished_at").empty()) {
      add(HistoryChange::failed, name, row.span);
      continue;
    }
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Migration* migration) {
          return migration->entry == name;
        });
    if (found == all_.end()) {
      add(HistoryChange::missing, name, row.span).refused = false;
      continue;
    }
    const std::string recorded = table_.cell(row, "checksum");
    if (recorded.size() == 64 && !prisma_accepts(text_of(**found), recorded)) {
      HistoryDrift& drift = add(HistoryChange::edited, name, row.span);
      drift.file = (*found)->path;
      drift.refused = false;
    }
  }
}

void HistoryComparison::compare_sqlx() {
  const SqlxChecksums checksums(sources_);
  for (const HistoryRow& row : table_.rows) {
    const std::string written = table_.cell(row, "version");
    const Migration* migration = find(canonical(directory_.layout, written));
    if (!is_yes(table_.cell(row, "success"))) {
      add(HistoryChange::failed, written, row.span);
    } else if (migration == nullptr) {
      add(HistoryChange::missing, written, row.span);
    } else {
      const std::string recorded = bare_hex(table_.cell(row, "checksum"));
      if (recorded.size() == 96 &&
          !checksums.accept(text_of(*migration), recorded)) {
        add(HistoryChange::edited, migration->entry, row.span).file =
            migration->path;
      }
    }
  }
}

// The newest row of a version counts.
void HistoryComparison::compare_goose() {
  std::map<std::string, std::pair<std::string, bool>> state; // by version
  for (const HistoryRow& row : table_.rows) {
    const std::string version =
        canonical_decimal(table_.cell(row, "version_id"));
    const std::string id = table_.cell(row, "id");
    const auto known = state.find(version);
    if (version != "0" &&
        (known == state.end() || !less(id, known->second.first))) {
      state[version] = {id, is_yes(table_.cell(row, "is_applied"))};
    }
  }
  std::vector<std::string> applied;
  for (const auto& [version, last] : state) {
    if (last.second) {
      applied.push_back(version);
    }
  }
  find_late(applied, "");
}

// One row: the version that the database is at.
void HistoryComparison::compare_golang_migrate() {
  if (table_.rows.empty()) {
    return;
  }
  const HistoryRow& row = table_.rows.back();
  const std::string version = table_.cell(row, "version");
  if (is_yes(table_.cell(row, "dirty"))) {
    add(HistoryChange::failed, version, row.span);
  } else if (
      all_digits(version) &&
      find(canonical(directory_.layout, version)) == nullptr) {
    add(HistoryChange::missing, version, row.span);
  }
}

// dbmate passes over what it has no file for.
void HistoryComparison::compare_versions() {
  if (all_.empty()) {
    return;
  }
  const auto first = std::min_element(
      all_.begin(), all_.end(), [](const Migration* a, const Migration* b) {
        return less(a->version, b->version);
      });
  for (const HistoryRow& row : table_.rows) {
    const std::string version = table_.cell(row, "version");
    const bool known =
        std::any_of(all_.begin(), all_.end(), [&](const Migration* migration) {
          return migration->version_text == version;
        });
    if (!version.empty() && !known && !less(version, (*first)->version)) {
      add(HistoryChange::missing, version, row.span).refused = false;
    }
  }
}

std::vector<HistoryDrift> HistoryComparison::compare() {
  switch (table_.kind) {
  case HistoryKind::flyway:
    compare_flyway();
    break;
  case HistoryKind::liquibase:
    compare_liquibase();
    break;
  case HistoryKind::prisma:
    compare_prisma();
    break;
  case HistoryKind::sqlx:
    compare_sqlx();
    break;
  case HistoryKind::goose:
    compare_goose();
    break;
  case HistoryKind::golang_migrate:
    compare_golang_migrate();
    break;
  case HistoryKind::versions:
    compare_versions();
    break;
  }
  std::stable_sort(
      drifts_.begin(),
      drifts_.end(),
      [](const HistoryDrift& a, const HistoryDrift& b) {
        const bool file_a = a.row == Span{};
        const bool file_b = b.row == Span{};
        return file_a != file_b ? file_b : a.row.begin < b.row.begin;
      });
  return std::move(drifts_);
}

} // namespace migcheck
