// The candidates are judged one by one, those that belong together become
// trees, and each directory is then read by its layout.
#include "discover/directories.hpp"

#include "discover/collect.hpp"
#include "discover/configured.hpp"
#include "discover/evidence.hpp"
#include "discover/families.hpp"
#include "discover/foreign_order.hpp"
#include "discover/release_manifests.hpp"
#include "discover/trees.hpp"
#include "model/path_words.hpp"

#include <algorithm>
#include <set>

namespace migcheck {
namespace {

// Folders of which no file can be a migration on its own: diesel's and
// prisma's belong to the folder above, `deploy` to Sqitch.
bool belongs_to(const Judged& judged, const std::string& path) {
  const auto layout_at = [&](std::string_view folder) {
    const auto found = judged.find(std::string(folder));
    return found == judged.end() ? std::nullopt
                                 : std::optional(found->second.layout);
  };
  const auto above = layout_at(folder_of(path));
  if (path != "." && above && layout(*above).folders) {
    return true;
  }
  std::string_view at = path;
  while (at != ".") {
    const std::string_view name = last_part(at);
    at = folder_of(at);
    const bool part = name == "deploy" || name == "revert" || name == "verify";
    if (part && layout_at(at) == LayoutId::sqitch) {
      return true;
    }
  }
  return false;
}

// True for a release of one of the trees.
bool is_release(
    const std::map<std::string, Tree>& trees,
    const std::string& path,
    const Folders& folders) {
  return !trees.empty() && is_release_with_manifest(path, folders) &&
         trees.contains(std::string(folder_of(path)));
}

Judged judge_all(
    const std::vector<std::string>& candidates,
    const Folders& folders,
    const FileReader& reader,
    std::vector<RejectedDirectory>& rejected) {
  Judged judged;
  for (const std::string& path : candidates) {
    if (belongs_to(judged, path)) {
      continue;
    }
    Verdict verdict =
        judge_folder(folders.folder(path), folders, reader, Asked::no);
    if (verdict.evidence) {
      judged.emplace(path, std::move(*verdict.evidence));
    } else if (!verdict.rejected.empty()) {
      rejected.push_back({path, std::move(verdict.rejected)});
    }
  }
  return judged;
}

// Java and Kotlin migrations of Flyway lie in a source tree of the same shape.
void collect_java_twins(MigrationDirectory& directory, const Folders& folders) {
  const std::size_t at = directory.path.rfind("/resources/");
  if (directory.layout != LayoutId::flyway || at == std::string::npos) {
    return;
  }
  for (const std::string_view language : {"java", "kotlin", "groovy"}) {
    std::string twin = directory.path;
    twin.replace(at + 1, std::string_view("resources").size(), language);
    collect_files(directory, folders.folder(twin), "", "");
  }
}

// Supabase passes over a first file `<14 digits>_init.sql` of before
// 2021-12-09.
void skip_old_init(MigrationDirectory& directory) {
  if (directory.layout != LayoutId::supabase || directory.migrations.empty()) {
    return;
  }
  const Migration& first = directory.migrations.front();
  if (first.version.size() != 14 || first.name != "init" ||
      first.version >= "20211209000000") {
    return;
  }
  directory.skipped.push_back(
      {.path = first.path,
       .reason = "an init file of before 2021-12-09, which Supabase skips",
       .verdict = NameVerdict::companion});
  directory.migrations.erase(directory.migrations.begin());
}

Dialect guess_dialect(
    const MigrationDirectory& directory,
    const Evidence& evidence,
    const std::string& journal_dialect,
    const FileReader& reader) {
  if (directory.config != nullptr && directory.config->dialect) {
    return *directory.config->dialect;
  }
  if (!directory.migrations.empty() &&
      ends_in_cql(directory.migrations.front().path)) {
    return Dialect::ansi;
  }
  if (const auto told = dialect_of_path(journal_dialect)) {
    return *told;
  }
  if (const auto told = dialect_of_path(directory.path)) {
    return *told;
  }
  HeadSample sample = evidence.sample;
  if (sample.read == 0) {
    std::vector<FileEntry> entries;
    for (const Migration& migration : directory.migrations) {
      entries.push_back({.path = migration.path});
    }
    std::vector<const FileEntry*> files;
    files.reserve(entries.size());
    for (const FileEntry& entry : entries) {
      files.push_back(&entry);
    }
    sample = sample_heads(files, reader);
  }
  return dialect_of_sample(sample).value_or(Dialect::postgresql);
}

// Beyond this many files a folder is not listed once more.
constexpr std::size_t most_files_to_list = 10000;

// Empty folders are in no file list; one with a migration's name must be seen
// all the same.
std::vector<std::string>
folders_named_sql(const Folder& folder, const FileReader& reader) {
  std::vector<std::string> names;
  std::vector<DirectoryEntry> entries;
  if (folder.files.size() > most_files_to_list ||
      reader.list(folder.path == "." ? "" : folder.path, entries) !=
          ReadFailure::none) {
    return names;
  }
  for (DirectoryEntry& entry : entries) {
    const bool known =
        std::find(
            folder.subfolders.begin(), folder.subfolders.end(), entry.name) !=
        folder.subfolders.end();
    if (entry.kind == FileKind::directory && is_sql_name(entry.name) &&
        !known) {
      names.push_back(std::move(entry.name));
    }
  }
  return names;
}

void collect_member(
    MigrationDirectory& directory,
    const Member& member,
    const Folders& folders,
    const FileReader& reader) {
  const std::string& path = directory.path;
  const std::string below = member.path == path ? ""
                            : path == "."       ? member.path
                                          : member.path.substr(path.size() + 1);
  Folder folder = folders.folder(member.path);
  if (member.manifest) {
    collect_release(directory, folder, reader);
    return;
  }
  const std::vector<std::string> unlisted = folders_named_sql(folder, reader);
  folder.subfolders.insert(
      folder.subfolders.end(), unlisted.begin(), unlisted.end());
  collect_files(directory, folder, below, member.version_before);
}

MigrationDirectory make_directory(
    const std::string& path,
    const Tree& tree,
    const DirectoryConfig* config,
    const Folders& folders,
    const FileReader& reader) {
  MigrationDirectory directory;
  directory.path = path;
  directory.layout = tree.evidence.layout;
  directory.layout_evidence = tree.evidence.reason;
  directory.prefix = tree.evidence.prefix;
  directory.config = config;
  directory.archived = config == nullptr && is_archive(path);
  directory.lock_path = config != nullptr && !config->lock.empty()
                            ? config->lock
                            : join_path(path, "migrations.lock");
  std::string journal_dialect;
  if (directory.layout == LayoutId::sqitch) {
    collect_sqitch(directory, folders, reader);
  } else if (layout(directory.layout).folders) {
    collect_folders(directory, folders.folder(path), folders);
    finish_directory(directory);
  } else {
    for (const Member& member : tree.members) {
      collect_member(directory, member, folders, reader);
    }
    collect_java_twins(directory, folders);
    finish_directory(directory);
    skip_old_init(directory);
    if (directory.layout == LayoutId::drizzle) {
      journal_dialect = apply_journal(directory, reader);
    }
  }
  directory.dialect =
      guess_dialect(directory, tree.evidence, journal_dialect, reader);
  return directory;
}

std::map<std::string, Tree> detect(
    const Folders& folders,
    const FileReader& reader,
    const Config& config,
    std::vector<RejectedDirectory>& rejected) {
  if (!config.detect) {
    return {};
  }
  std::vector<std::string> candidates = folders.candidates();
  std::map<std::string, Tree> releases =
      manifest_trees(candidates, folders, reader);
  std::erase_if(candidates, [&](const std::string& path) {
    return is_configured(config, path) || is_release(releases, path, folders);
  });
  Judged judged = judge_all(candidates, folders, reader, rejected);
  std::map<std::string, Tree> trees = take_trees(judged, folders);
  for (auto& [path, evidence] : judged) {
    trees.emplace(path, Tree{std::move(evidence), {{path, ""}}});
  }
  std::erase_if(releases, [&](const auto& tree) {
    return is_configured(config, tree.first);
  });
  trees.merge(releases);
  return trees;
}

Result<Discovered> discover(
    const Folders& folders, const FileReader& reader, const Config& config) {
  Discovered discovered;
  std::map<std::string, Tree> trees =
      detect(folders, reader, config, discovered.rejected);
  for (const auto& [path, tree] : trees) {
    discovered.directories.push_back(
        make_directory(path, tree, nullptr, folders, reader));
  }
  std::string problems;
  for (const DirectoryConfig& wanted : config.directories) {
    const std::string path = plain_path(wanted.path);
    auto tree = configured_tree(path, wanted, folders, reader);
    if (!tree) {
      problems += (problems.empty() ? "" : "\n") +
                  place_of(wanted.location, reader) + tree.error().message;
      continue;
    }
    MigrationDirectory directory =
        make_directory(path, *tree, &wanted, folders, reader);
    if (const std::string problem = apply_baseline(directory);
        !problem.empty()) {
      problems += (problems.empty() ? "" : "\n") +
                  place_of(wanted.baseline_location, reader) + problem;
    }
    discovered.directories.push_back(std::move(directory));
  }
  if (!problems.empty()) {
    return fail(std::move(problems));
  }
  std::sort(
      discovered.directories.begin(),
      discovered.directories.end(),
      [](const auto& a, const auto& b) { return a.path < b.path; });
  name_families(discovered.directories);
  return discovered;
}

} // namespace

std::vector<std::string>
candidate_directories(const FileList& files, const Config& config) {
  return candidate_folders(files.files(), config);
}

std::vector<std::string>
candidate_folders(std::span<const FileEntry> files, const Config& config) {
  std::set<std::string> paths;
  for (const DirectoryConfig& wanted : config.directories) {
    paths.insert(plain_path(wanted.path));
  }
  if (config.detect) {
    const Folders folders(files);
    for (std::string& path : folders.candidates()) {
      if (!foreign_part(path).empty()) {
        continue;
      }
      if (is_release_with_manifest(path, folders)) {
        paths.insert(std::string(folder_of(path))); // the next may be new
      }
      paths.insert(std::move(path));
    }
  }
  return {paths.begin(), paths.end()};
}

Result<Discovered> find_directories(
    const FileList& files, const FileReader& reader, const Config& config) {
  return discover(Folders(files.files()), reader, config);
}

Result<Discovered> find_directories_in(
    std::span<const FileEntry> files,
    const FileReader& reader,
    const Config& config) {
  return discover(Folders(files), reader, config);
}

} // namespace migcheck
