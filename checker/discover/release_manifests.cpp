#include "discover/release_manifests.hpp"

#include "discover/evidence.hpp"
#include "layouts/retired_name.hpp"
#include "layouts/version.hpp"
#include "model/path_words.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

constexpr std::string_view manifest_name = "manifest.json";
constexpr std::uint64_t manifest_limit = 1u << 20;

std::string read_manifest(std::string_view release, const FileReader& reader) {
  std::string text;
  reader.read({.path = manifest_in(release), .limit = manifest_limit}, text);
  return text;
}

// Where a manifest names files, alone or as the end of a path.
class NamedFiles {
 public:
  // The text must outlive it.
  explicit NamedFiles(std::string_view manifest) {
    std::size_t begin = manifest.size(); // behind the last `"` or `/`
    for (std::size_t at = 0; at < manifest.size(); ++at) {
      if (manifest[at] == '"' && begin < at) {
        places_.emplace(manifest.substr(begin, at - begin), begin);
      }
      begin = manifest[at] == '"' || manifest[at] == '/' ? at + 1 : begin;
    }
  }

  // npos for a file that it does not name.
  std::size_t place(std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? std::string_view::npos : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> places_;
};

std::vector<const FileEntry*> sql_of(const Folder& release) {
  const bool cql = is_cql_folder(release);
  std::vector<const FileEntry*> files;
  for (const FileEntry* file : release.files) {
    if (cql ? ends_in_cql(file->path) : is_sql_name(last_part(file->path))) {
      files.push_back(file);
    }
  }
  return files;
}

// "v1_2" -> "1.2".
std::string version_of(std::string_view release) {
  std::string version(release_of(release));
  std::replace(version.begin(), version.end(), '_', '.');
  return version;
}

// One release that may belong to a tree.
struct Release {
  std::string path;
  bool sql = false;
  bool named = false; // its manifest names a file of it
};

Release
look_at(std::string path, const Folders& folders, const FileReader& reader) {
  const Folder folder = folders.folder(path);
  const std::vector<const FileEntry*> files = sql_of(folder);
  Release release{.path = std::move(path), .sql = !files.empty()};
  if (release.sql) {
    const std::string text = read_manifest(release.path, reader);
    const NamedFiles named(text);
    release.named =
        std::any_of(files.begin(), files.end(), [&](const FileEntry* file) {
          return named.place(last_part(file->path)) < text.size();
        });
  }
  return release;
}

Migration make_migration(
    const MigrationDirectory& directory,
    std::string_view path,
    std::string_view release) {
  Migration migration;
  migration.path = path;
  migration.entry = directory.path == "."
                        ? std::string(path)
                        : std::string(path.substr(directory.path.size() + 1));
  migration.version_text = release_of(release);
  migration.version = version_of(release);
  const std::string_view name = last_part(path);
  migration.name = name.substr(0, name.find('.'));
  return migration;
}

bool leads_back(std::string_view name) {
  return name.ends_with(".down.sql");
}

} // namespace

std::string manifest_in(std::string_view release) {
  return join_path(release, manifest_name);
}

bool is_release_with_manifest(std::string_view path, const Folders& folders) {
  return path != "." && is_version_folder(last_part(path)) &&
         folders.has_file(manifest_in(path));
}

std::optional<Tree> manifest_tree(
    const std::string& path, const Folders& folders, const FileReader& reader) {
  const Folder parent = folders.folder(path);
  if (count_fitting(parent, layout(LayoutId::numbered), "") > 0) {
    return std::nullopt;
  }
  Tree tree{
      .evidence =
          {.layout = LayoutId::numbered,
           .reason = "a folder with a manifest for each release",
           .prefix = {},
           .sample = {}},
      .members = {}};
  std::size_t sql = 0;
  std::size_t named = 0;
  for (const std::string_view name : parent.subfolders) {
    std::string sub = join_path(path, name);
    if (!is_version_folder(name) || !folders.has_file(manifest_in(sub))) {
      continue;
    }
    Release release = look_at(std::move(sub), folders, reader);
    sql += release.sql ? 1 : 0;
    named += release.named ? 1 : 0;
    tree.members.push_back({std::move(release.path), "", true});
  }
  std::stable_sort(
      tree.members.begin(),
      tree.members.end(),
      [](const Member& a, const Member& b) {
        return std::is_lt(compare_dotted(
            version_of(last_part(a.path)), version_of(last_part(b.path))));
      });
  return sql < 2 || named * 2 < sql ? std::nullopt
                                    : std::optional(std::move(tree));
}

std::map<std::string, Tree> manifest_trees(
    std::span<const std::string> candidates,
    const Folders& folders,
    const FileReader& reader) {
  std::map<std::string, Tree> trees;
  std::unordered_set<std::string> seen;
  for (const std::string& path : candidates) {
    const std::string parent(folder_of(path));
    if (!is_release_with_manifest(path, folders) ||
        !foreign_part(parent).empty() || !seen.insert(parent).second) {
      continue;
    }
    if (auto tree = manifest_tree(parent, folders, reader)) {
      trees.emplace(parent, *std::move(tree));
    }
  }
  return trees;
}

void collect_release(
    MigrationDirectory& directory,
    const Folder& release,
    const FileReader& reader) {
  const std::string text = read_manifest(release.path, reader);
  const NamedFiles named(text);
  const std::string_view version = last_part(release.path);
  directory.manifests.push_back(manifest_in(release.path));
  std::vector<std::pair<std::size_t, const FileEntry*>> files;
  for (const FileEntry* file : sql_of(release)) {
    const std::string_view name = last_part(file->path);
    if (name.ends_with(retired_ending)) {
      directory.retired.push_back(
          make_migration(directory, file->path, version));
      directory.retired.back().retired = true;
    } else if (leads_back(name) && named.place(name) >= text.size()) {
      directory.skipped.push_back(
          {.path = std::string(file->path),
           .reason = "a way back that the manifest does not name",
           .verdict = NameVerdict::companion});
    } else {
      files.emplace_back(named.place(name), file);
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, std::string_view(a.second->path)) <
           std::pair(b.first, std::string_view(b.second->path));
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    Migration migration =
        make_migration(directory, files[i].second->path, version);
    migration.unlisted =
        files[i].first >= text.size() && files.front().first < text.size();
    if (files.size() > 1) {
      migration.version += "." + std::to_string(i + 1);
    }
    directory.migrations.push_back(std::move(migration));
  }
}

} // namespace migcheck
