#include "lists/release_lists.hpp"

#include "layouts/retired_name.hpp"
#include "lists/paths.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <unordered_map>

namespace migcheck::lists {
namespace {

// Of SQL databases, or of Cassandra.
bool is_release_file(std::string_view base) {
  return base.size() > 4 && (base.ends_with(".sql") || base.ends_with(".cql"));
}

// All strings of a manifest that name a file, wherever they stand.
void add_names(const ParsedSource& source, Candidate& list) {
  const SourceTree& tree = source.tree;
  const auto count = static_cast<std::uint32_t>(tree.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!tree.is(i, SourceTokenKind::string)) {
      continue;
    }
    auto name = read_entry(tree.content_of(i));
    if (!name || !is_release_file(name->base) || name->absolute || name->open) {
      continue;
    }
    CandidateEntry entry;
    entry.name = *std::move(name);
    entry.literal = tree.tokens[i].span;
    entry.element = entry.literal;
    entry.token = i;
    list.entries.push_back(std::move(entry));
    list.files.push_back(source.path);
  }
}

// The path that an entry leads to from the release that its manifest lies in.
std::string path_of(const Candidate& list, std::size_t entry) {
  const EntryName& name = list.entries[entry].name;
  const std::string inside =
      name.folder.empty() ? name.base : name.folder + "/" + name.base;
  return join_path(parent_folder(list.files[entry]), inside);
}

using Sources = std::unordered_map<std::string_view, const ParsedSource*>;

ScatteredList
list_of(const MigrationDirectory& directory, const Sources& sources) {
  ScatteredList list;
  list.candidate.shape = ListShape::scattered;
  list.candidate.releases = &directory;
  for (const std::string& manifest : directory.manifests) {
    const auto source = sources.find(manifest);
    if (source == sources.end()) {
      continue;
    }
    add_names(*source->second, list.candidate);
    if (list.first == nullptr && !list.candidate.entries.empty()) {
      list.first = source->second;
      list.candidate.span = list.candidate.entries.front().literal;
      list.candidate.begin = list.candidate.span.begin;
    }
  }
  list.candidate.elements =
      static_cast<std::uint32_t>(list.candidate.entries.size());
  return list;
}

} // namespace

std::set<std::string_view>
release_manifests(const std::vector<MigrationDirectory>& directories) {
  std::set<std::string_view> paths;
  for (const MigrationDirectory& directory : directories) {
    paths.insert(directory.manifests.begin(), directory.manifests.end());
  }
  return paths;
}

std::vector<ScatteredList> release_lists(
    const std::vector<std::unique_ptr<ParsedSource>>& sources,
    const std::vector<MigrationDirectory>& directories) {
  std::vector<ScatteredList> lists;
  const std::set<std::string_view> manifests = release_manifests(directories);
  if (manifests.empty()) {
    return lists;
  }
  Sources by_path;
  for (const auto& source : sources) {
    if (manifests.count(source->path) > 0 && source->tree.language != nullptr) {
      by_path.emplace(source->path, source.get());
    }
  }
  for (const MigrationDirectory& directory : directories) {
    ScatteredList list = list_of(directory, by_path);
    if (list.first != nullptr) {
      lists.push_back(std::move(list));
    }
  }
  return lists;
}

std::vector<ResolvedEntry>
resolve_releases(const Candidate& list, const FileNames& files) {
  std::unordered_map<std::string_view, ResolvedEntry> known;
  for (const Migration& migration : list.releases->migrations) {
    known.emplace(
        migration.path, ResolvedEntry{EntryState::listed, &migration});
  }
  for (const SkippedEntry& skipped : list.releases->skipped) {
    known.emplace(skipped.path, ResolvedEntry{EntryState::present, nullptr});
  }
  std::unordered_map<std::string, const Migration*> retired;
  for (const Migration& migration : list.releases->retired) {
    retired.emplace(without_retired(migration.path), &migration);
  }
  std::vector<ResolvedEntry> resolved;
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    const std::string path = path_of(list, i);
    const auto found = known.find(path);
    const auto gone = retired.find(path);
    if (found != known.end()) {
      resolved.push_back(found->second);
    } else if (files.contains(path)) {
      resolved.push_back({EntryState::elsewhere, nullptr});
    } else if (gone != retired.end()) {
      resolved.push_back({EntryState::retired, gone->second});
    } else {
      resolved.push_back({EntryState::stale, nullptr});
    }
  }
  return resolved;
}

std::map<const Migration*, std::string>
replaced_releases(const Candidate& list) {
  const std::set<std::string_view> naming(list.files.begin(), list.files.end());
  std::map<std::string_view, std::vector<const Migration*>> by_release;
  for (const Migration& migration : list.releases->migrations) {
    by_release[parent_folder(migration.path)].push_back(&migration);
  }
  std::map<const Migration*, std::string> replaced;
  bool behind = false; // releases without a file that was to be applied
  for (const std::string& manifest : list.releases->manifests) {
    const bool names = naming.count(manifest) > 0;
    const auto& held = by_release[parent_folder(manifest)];
    if (!names || behind) {
      const std::string where =
          quoted(manifest) + (names ? ", which follows releases that name no "
                                      "file"
                                    : ", which names no file");
      for (const Migration* migration : held) {
        replaced.emplace(migration, "left out by " + where);
      }
    }
    behind = !names && (behind || !held.empty());
  }
  return replaced;
}

} // namespace migcheck::lists
