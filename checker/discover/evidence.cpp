#include "discover/evidence.hpp"

#include "discover/number_shape.hpp"
#include "layouts/retired_name.hpp"
#include "model/path_words.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <iterator>

namespace migcheck {
namespace {

// The files that count, and what was counted.
struct Facts {
  std::vector<const FileEntry*> sql;
  bool named = false;   // the folder is named for migrations
  bool spoken = false;  // or a folder that it lies in
  bool release = false; // it is one of several that share the migrations
};

std::string_view name_of(const FileEntry& file) {
  return last_part(file.path);
}

Verdict reject(std::string reason) {
  return {.evidence = std::nullopt, .rejected = std::move(reason)};
}

Verdict accept(LayoutId layout, std::string reason, std::string prefix = {}) {
  return {
      .evidence =
          Evidence{
              .layout = layout,
              .reason = std::move(reason),
              .prefix = std::move(prefix),
              .sample = {}},
      .rejected = {}};
}

std::size_t count_up_folders(
    const Folder& folder, const Folders& folders, std::string_view up) {
  return static_cast<std::size_t>(std::count_if(
      folder.subfolders.begin(),
      folder.subfolders.end(),
      [&](std::string_view name) {
        return folders.has_file(join_path(join_path(folder.path, name), up));
      }));
}

// The folder itself or one above it holds a file of this name.
bool has_above(
    const Folders& folders, std::string_view path, std::string_view name) {
  while (true) {
    if (folders.has_file(join_path(path, name))) {
      return true;
    }
    if (path == ".") {
      return false;
    }
    path = folder_of(path);
  }
}

// Class 2: a file that only one runner writes.
std::optional<Verdict>
by_marker(const Folder& folder, const Folders& folders, const Facts& facts) {
  const auto has = [&](std::string_view name) {
    return folders.has_file(join_path(folder.path, name));
  };
  if (has("sqitch.plan")) {
    return accept(LayoutId::sqitch, "sqitch.plan");
  }
  if (has("meta/_journal.json") && !facts.sql.empty()) {
    return accept(LayoutId::drizzle, "meta/_journal.json");
  }
  const std::size_t prisma = count_up_folders(folder, folders, "migration.sql");
  if (has("migration_lock.toml") && prisma > 0) {
    return accept(LayoutId::prisma, "migration_lock.toml");
  }
  if (prisma > 1 || (prisma > 0 && facts.named)) {
    return accept(LayoutId::prisma, "migration.sql in each folder");
  }
  const std::size_t diesel = count_up_folders(folder, folders, "up.sql");
  if (diesel > 0 && has_above(folders, folder.path, "diesel.toml")) {
    return accept(LayoutId::diesel, "up.sql in each folder and diesel.toml");
  }
  if (diesel > 1 || (diesel > 0 && facts.named)) {
    return accept(LayoutId::diesel, "up.sql in each folder");
  }
  return std::nullopt;
}

// Class 3. Who wrote the sections is who reads the names, whatever lockfile
// lies beside them.
std::optional<Verdict> by_annotation(
    const Folder& folder, const Facts& facts, const HeadSample& sample) {
  const auto told = [&](LayoutId id, const std::string& path) {
    return count_fitting(folder, layout(id), "") == 0
               ? std::nullopt
               : std::optional(
                     accept(id, "annotations in " + quoted(last_part(path))));
  };
  if (!sample.goose.empty()) {
    return told(LayoutId::goose, sample.goose);
  }
  if (!sample.dbmate.empty()) {
    return told(LayoutId::dbmate, sample.dbmate);
  }
  if (!sample.liquibase.empty() && (facts.sql.size() > 1 || facts.spoken)) {
    return told(LayoutId::liquibase_sql, sample.liquibase);
  }
  return std::nullopt;
}

bool has_down_files(const Facts& facts) {
  return std::any_of(
      facts.sql.begin(), facts.sql.end(), [](const FileEntry* file) {
        return file->path.ends_with(".down.sql");
      });
}

// Other files of class 2, which a runner below them may overrule.
std::optional<Verdict> by_weak_marker(
    const Folder& folder, const Folders& folders, const Facts& facts) {
  if (folders.has_file(join_path(folder.path, "atlas.sum"))) {
    const bool pairs =
        count_fitting(folder, layout(LayoutId::golang_migrate), "") > 0;
    return accept(
        pairs ? LayoutId::golang_migrate : LayoutId::atlas, "atlas.sum");
  }
  const std::string_view above = folder_of(folder.path);
  const bool supabase =
      last_part(folder.path) == "migrations" && last_part(above) == "supabase";
  // Supabase would apply `.down.sql` as one more migration: nobody who has
  // such files runs them with it.
  if (supabase && !has_down_files(facts) &&
      count_fitting(folder, layout(LayoutId::supabase), "") > 0) {
    const bool config = folders.has_file(join_path(above, "config.toml"));
    return accept(
        LayoutId::supabase,
        config ? "supabase/config.toml" : "the folder supabase/migrations");
  }
  return std::nullopt;
}

// Class 4: shapes that only one runner has.
std::optional<Verdict>
by_shape(const Folder& folder, const Folders& folders, const Facts& facts) {
  const std::size_t least = facts.named ? 1 : 2;
  const std::size_t versioned = static_cast<std::size_t>(std::count_if(
      facts.sql.begin(), facts.sql.end(), [](const FileEntry* file) {
        const ParsedName parsed =
            layout(LayoutId::flyway).parse(name_in_sql(name_of(*file)));
        return parsed.verdict == NameVerdict::migration;
      }));
  if (versioned >= least && versioned * 2 >= facts.sql.size()) {
    return accept(LayoutId::flyway, "names such as V1__name.sql");
  }
  const std::size_t pairs =
      count_fitting(folder, layout(LayoutId::golang_migrate), "");
  const bool sqlx =
      has_above(folders, folder.path, "sqlx.toml") ||
      folders.has_folder(join_path(folder_of(folder.path), ".sqlx")) ||
      folders.has_folder(".sqlx");
  if (pairs >= least && pairs * 2 > facts.sql.size()) {
    const bool rust =
        sqlx ||
        (folders.has_file("Cargo.toml") && !folders.has_file("go.mod")) ||
        folders.has_file(join_path(folder_of(folder.path), "Cargo.toml"));
    return rust ? accept(
                      LayoutId::sqlx,
                      "names such as 1_name.up.sql beside Rust code")
                : accept(
                      LayoutId::golang_migrate, "names such as 1_name.up.sql");
  }
  if (sqlx && count_fitting(folder, layout(LayoutId::sqlx), "") >= least &&
      facts.named) {
    return accept(LayoutId::sqlx, "sqlx.toml or .sqlx");
  }
  return std::nullopt;
}

// Class 5: numbers alone. In folders that nothing else speaks for, they must
// look like versions and the files must define something.
Verdict by_number(
    const Folder& folder,
    const Facts& facts,
    const HeadSample& sample,
    Asked asked) {
  const Layout& numbers = layout(LayoutId::numbered);
  std::string prefix;
  std::size_t fitting = count_fitting(folder, numbers, "");
  if (fitting * 2 < facts.sql.size()) {
    const std::string other = common_prefix(facts.sql, facts.spoken);
    const std::size_t count =
        other.empty() ? 0 : count_fitting(folder, numbers, other);
    if (count > fitting && count >= (facts.spoken ? 2u : 3u)) {
      fitting = count;
      prefix = other;
    }
  }
  const bool stamps = is_mostly_timestamps(folder, prefix);
  const auto found = [&] {
    return accept(
        stamps ? LayoutId::timestamped : LayoutId::numbered,
        prefix.empty() ? (stamps ? "names that begin with a timestamp"
                                 : "names that begin with a number")
                       : "names such as " + quoted(prefix + "1.sql"),
        prefix);
  };
  if (asked == Asked::yes || (fitting > 0 && (facts.named || facts.release))) {
    return found();
  }
  if (fitting < 2) {
    return reject("");
  }
  if (facts.spoken) {
    return fitting * 2 >= facts.sql.size() ? found() : reject("");
  }
  if (fitting * 2 <= facts.sql.size()) {
    return reject("only some of the names have a number");
  }
  if (!stamps && !is_dense(folder, prefix)) {
    return reject("numbers far apart, as identifiers are");
  }
  return sample.defines ? found()
                        : reject("no CREATE, ALTER or DROP in the files read");
}

// A name that would fit if something invisible or a slip were not there.
bool nearly_fits(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const bool slip = plain.empty() && (c == '-' || c == ' ' || c == '+');
    if (static_cast<unsigned char>(c) < 0x80 && !slip) {
      plain += c;
    }
  }
  return plain != name && layout(LayoutId::numbered).parse(plain).verdict ==
                              NameVerdict::migration;
}

bool any_nearly_fits(const Facts& facts) {
  return std::any_of(
      facts.sql.begin(), facts.sql.end(), [](const FileEntry* file) {
        return nearly_fits(name_of(*file));
      });
}

// "migrations/2024" where "migrations" has no migrations itself.
bool is_release(const Folder& folder, const Folders& folders) {
  const std::string_view above = folder_of(folder.path);
  return is_version_folder(last_part(folder.path)) &&
         speaks_of_migrations(above) &&
         count_fitting(folders.folder(above), layout(LayoutId::numbered), "") ==
             0;
}

Facts facts_of(const Folder& folder, const Folders& folders) {
  Facts facts;
  for (const FileEntry* file : folder.files) {
    if (is_sql_name(name_of(*file))) {
      facts.sql.push_back(file);
    }
  }
  if (is_cql_folder(folder)) {
    std::copy_if(
        folder.files.begin(),
        folder.files.end(),
        std::back_inserter(facts.sql),
        [](const FileEntry* file) { return ends_in_cql(file->path); });
  }
  facts.named = is_migration_word(last_part(folder.path));
  facts.spoken = speaks_of_migrations(folder.path);
  facts.release = is_release(folder, folders);
  return facts;
}

Verdict judge_sql(
    const Folder& folder,
    const Folders& folders,
    const Facts& facts,
    const HeadSample& sample,
    Asked asked) {
  if (const auto verdict = by_annotation(folder, facts, sample)) {
    return *verdict;
  }
  if (const auto verdict = by_weak_marker(folder, folders, facts)) {
    return *verdict;
  }
  if (asked == Asked::no && !facts.spoken) {
    const std::string path = folder.path;
    std::string_view other;
    for (std::string_view part = path; other.empty() && part != ".";
         part = folder_of(part)) {
      other = other_sql(last_part(part));
    }
    if (!other.empty()) {
      return reject(std::string(other));
    }
    // In the root it is the scripts of a database extension that lie beside it.
    if (folder.path != "." &&
        folders.has_folder(join_path(folder_of(folder.path), "expected"))) {
      return reject("regression tests with expected results beside them");
    }
  }
  if (const auto verdict = by_shape(folder, folders, facts)) {
    return *verdict;
  }
  Verdict verdict = by_number(folder, facts, sample, asked);
  if (!verdict.evidence && facts.named && any_nearly_fits(facts)) {
    return accept(LayoutId::numbered, "names that nearly begin with a number");
  }
  return verdict;
}

} // namespace

bool is_sql_name(std::string_view name) {
  return ends_in_sql(without_retired(name));
}

bool is_cql_folder(const Folder& folder) {
  bool cql = false;
  for (const FileEntry* file : folder.files) {
    if (is_sql_name(name_of(*file))) {
      return false;
    }
    cql = cql || ends_in_cql(file->path);
  }
  return cql;
}

std::string name_in_sql(std::string_view name) {
  std::string sql(name);
  if (ends_in_cql(name)) {
    sql[name.size() - 3] = 's';
  }
  return sql;
}

std::size_t count_fitting(
    const Folder& folder, const Layout& layout, std::string_view prefix) {
  const bool cql = is_cql_folder(folder);
  return static_cast<std::size_t>(std::count_if(
      folder.files.begin(), folder.files.end(), [&](const FileEntry* file) {
        std::string_view name = name_of(*file);
        const bool wanted = cql ? ends_in_cql(name) : is_sql_name(name);
        if (!wanted || !name.starts_with(prefix)) {
          return false;
        }
        const std::string twin = cql ? name_in_sql(name) : std::string();
        name = cql ? std::string_view(twin) : name;
        name.remove_prefix(prefix.size());
        return layout.parse(without_retired(name)).verdict ==
               NameVerdict::migration;
      }));
}

Verdict judge_folder(
    const Folder& folder,
    const Folders& folders,
    const FileReader& reader,
    Asked asked) {
  const Facts facts = facts_of(folder, folders);
  if (asked == Asked::no) {
    const std::string_view foreign = foreign_part(folder.path);
    const std::string_view other = other_sql(last_part(folder.path));
    if (!foreign.empty() || other.starts_with("seeds")) {
      const bool looks =
          facts.sql.size() > 1 || (facts.named && !facts.sql.empty());
      return reject(
          looks ? std::string(foreign.empty() ? other : foreign) : "");
    }
  }
  if (auto verdict = by_marker(folder, folders, facts)) {
    verdict->evidence->sample = sample_heads(facts.sql, reader);
    return *verdict;
  }
  if (facts.sql.empty()) {
    return reject("");
  }
  const HeadSample sample = sample_heads(facts.sql, reader);
  Verdict verdict = judge_sql(folder, folders, facts, sample, asked);
  if (verdict.evidence) {
    verdict.evidence->sample = sample;
  }
  return verdict;
}

} // namespace migcheck
