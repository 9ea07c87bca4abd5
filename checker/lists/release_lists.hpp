// The manifests of a directory's releases, read as one list: what each names
// is what the release applies.
#pragma once

#include "lists/attribution.hpp"
#include "lists/candidates.hpp"
#include "lists/file_names.hpp"
#include "lists/parsed_source.hpp"
#include "lists/scattered.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// Paths of the manifests of all releases.
std::set<std::string_view>
release_manifests(const std::vector<MigrationDirectory>& directories);

// One list for each directory with manifests that name SQL files. Entries
// stand in the order of the releases; `releases` says whose they are.
std::vector<ScatteredList> release_lists(
    const std::vector<std::unique_ptr<ParsedSource>>& sources,
    const std::vector<MigrationDirectory>& directories);

// What each entry is to its own release: a file of the same name in another
// one does not count.
std::vector<ResolvedEntry>
resolve_releases(const Candidate& list, const FileNames& files);

// Migrations that are left out on purpose, or may be, and where that is said.
// A manifest that names no file says that its release applies none, whatever
// lies beside it. The next release that names some has to bring those changes
// along: which of its own files that makes needless, nobody can tell.
std::map<const Migration*, std::string>
replaced_releases(const Candidate& list);

} // namespace migcheck::lists
