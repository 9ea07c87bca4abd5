#include "on_base_pass.hpp"

#include "check/accept_known.hpp"
#include "check/against_base.hpp"
#include "check/match_known.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_set>

namespace migcheck {
namespace {

using Paths = std::unordered_set<std::string_view>;

// Nothing in them can have been on the base.
Paths new_files(const Project& project) {
  Paths paths;
  for (const BaseDirectory& base : project.base->directories) {
    for (const Migration* migration : base.added) {
      paths.insert(migration->path);
    }
  }
  return paths;
}

// Else there is nothing to compare with: the project is new, or was moved.
bool was_there(const Base& base) {
  return std::any_of(
      base.directories.begin(),
      base.directories.end(),
      [](const BaseDirectory& directory) {
        return directory.merge_base.there;
      });
}

// Takes out of `kept` what may be on the base.
std::vector<Diagnostic>
take_candidates(const Project& project, std::vector<Diagnostic>& kept) {
  const Paths fresh = new_files(project);
  const auto rest = std::stable_partition(
      kept.begin(), kept.end(), [&](const Diagnostic& diagnostic) {
        return !can_be_accepted(*diagnostic.rule) ||
               fresh.contains(diagnostic.location.path);
      });
  std::vector<Diagnostic> candidates(
      std::make_move_iterator(rest), std::make_move_iterator(kept.end()));
  kept.erase(rest, kept.end());
  return candidates;
}

// The same rules, as far as they have found something here, and the same
// configuration, less directories that were not there.
CheckOptions options_there(
    CheckOptions options,
    const std::vector<Diagnostic>& candidates,
    const FileReader& reader) {
  std::set<std::string_view> rules;
  for (const Diagnostic& diagnostic : candidates) {
    rules.insert(diagnostic.rule->name);
  }
  options.selection.select.assign(rules.begin(), rules.end());
  options.base.reset();
  options.release.clear();
  options.against.clear();
  options.history.clear(); // what a database has applied is no branch's matter
  options.history_text.clear();
  options.known = nullptr;
  options.count_lists = false;
  std::erase_if(
      options.config.directories, [&](const DirectoryConfig& directory) {
        return directory.path != "." &&
               reader.kind(directory.path) != FileKind::directory;
      });
  return options;
}

// What is found at the merge base. An error: it cannot be read.
Result<std::vector<Diagnostic>> find_at_base(
    const CheckOptions& options,
    LoadedProject& loaded,
    const std::vector<Diagnostic>& candidates) {
  const auto reader =
      options.at_commit(loaded.project.base->merge_base, loaded.files.index());
  if (!reader) {
    return tl::unexpected(reader.error());
  }
  // What was silent a moment ago is silent there, where it is the same.
  const std::vector<FileEntry>& files = loaded.files.files();
  const lists::SilentKeys& silent = loaded.found.silent;
  const lists::EarlierScan before(files, silent);
  CheckOptions there_too = options_there(options, candidates, **reader);
  there_too.scan_before =
      silent.keys.size() == files.size() ? &before : nullptr;
  const EarlierFiles read(loaded.project.directories);
  there_too.files_before = &read;
  auto there = find_in_project(**reader, there_too);
  if (!there) {
    return tl::unexpected(there.error());
  }
  loaded.there = std::move(there->loaded);
  return std::move(there->found.kept);
}

std::vector<Identity> identities_of(const std::vector<Diagnostic>& found) {
  const std::vector<KnownMatch> matches = match_known({}, found);
  std::vector<Identity> all;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!matches[i].repeat) {
      all.push_back(storable(identity_of(found[i])));
    }
  }
  return all;
}

// Of what has grown, people want to know what is theirs.
void name_what_is_new(const Identity& before, Diagnostic& diagnostic) {
  const Identity now = storable(identity_of(diagnostic));
  std::vector<std::string> more;
  std::set_difference(
      now.parts.begin(),
      now.parts.end(),
      before.parts.begin(),
      before.parts.end(),
      std::back_inserter(more));
  diagnostic.help += (diagnostic.help.empty() ? "" : "\n") +
                     ("new on this branch: " + quoted_list(more));
}

} // namespace

std::size_t leave_to_base(
    const CheckOptions& options, LoadedProject& loaded, Suppressed& found) {
  const Project& project = loaded.project;
  if (project.base == nullptr || !options.at_commit ||
      !was_there(*project.base)) {
    return 0;
  }
  std::vector<Diagnostic> candidates = take_candidates(project, found.kept);
  if (candidates.empty()) {
    return 0;
  }
  const auto there = find_at_base(options, loaded, candidates);
  if (!there) {
    loaded.incomplete.push_back({"", there.error().message});
  }
  const std::vector<Identity> entries =
      there ? identities_of(*there) : std::vector<Identity>();
  const std::vector<KnownMatch> matches = match_known(entries, candidates);
  const std::string reason = "on " + merge_base_label(project) + " too";
  std::size_t moved = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].entry != no_entry) {
      moved += matches[i].repeat ? 0 : 1;
      found.taken.emplace_back(std::move(candidates[i]), reason);
      continue;
    }
    if (matches[i].outgrown != no_entry) {
      name_what_is_new(entries[matches[i].outgrown], candidates[i]);
    }
    found.kept.push_back(std::move(candidates[i]));
  }
  return moved;
}

} // namespace migcheck
