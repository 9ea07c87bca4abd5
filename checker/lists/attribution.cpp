// Every directory gets a count of entries that it holds and of entries whose
// path names it. What the code names is asked first; overlap decides the rest.
#include "lists/attribution.hpp"

#include "lists/formats.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>

namespace migcheck::lists {
namespace {

std::string_view without_dots(std::string_view folder) {
  while (folder.starts_with("../")) {
    folder.remove_prefix(3);
  }
  return folder == ".." ? std::string_view() : folder;
}

std::string at_root(const std::string& path) {
  return path.empty() ? std::string(".") : path;
}

// Parts of two folders that they do not share.
std::size_t tree_distance(std::string_view a, std::string_view b) {
  const auto parts = [](std::string_view path) {
    return path.empty() || path == "."
               ? std::ptrdiff_t{0}
               : std::count(path.begin(), path.end(), '/') + 1;
  };
  std::size_t common = 0;
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) {
    ++at;
    const bool ends =
        (at == a.size() || a[at] == '/') && (at == b.size() || b[at] == '/');
    common += ends ? 1 : 0;
  }
  return static_cast<std::size_t>(parts(a) + parts(b)) - 2 * common;
}

struct Score {
  std::uint32_t resolved = 0;
  std::uint32_t gone = 0;   // of those, the ones that are not there any more
  std::uint32_t exact = 0;  // entries whose path leads there
  std::uint32_t suffix = 0; // entries whose path ends like it
  bool named = false;       // by a literal of the code
  bool named_close = false; // in the same function
};

class Attributor {
 public:
  Attributor(
      const Candidate& list,
      std::string_view path,
      const NameIndex& index,
      const FileNames& files)
      : list_(list), folder_(parent_folder(path)), index_(index), files_(files),
        scores_(index.directories().size()) {}

  Attribution run(const std::vector<NamedFolder>& folders);

 private:
  using Test = bool (*)(const Score&);

  void count_entries();
  void count_paths(const EntryName& name, bool found);
  void look_for(std::string_view folder);
  void note_folders(const std::vector<NamedFolder>& folders);
  void count_archived(std::uint32_t directory);
  bool passes(std::uint32_t count) const;
  bool is_kept_apart(std::uint32_t directory) const;
  std::uint32_t best(Test test) const;
  bool better(std::uint32_t a, std::uint32_t b) const;
  Attribution accept(std::uint32_t directory, Evidence evidence) const;
  Attribution decide();
  Attribution decide_by_code();

  const Candidate& list_;
  std::string_view folder_;
  const NameIndex& index_;
  const FileNames& files_;
  std::vector<Score> scores_;
  // The folder that was looked for last, as it is written and from here: most
  // entries name the same one.
  std::optional<std::string> last_folder_;
  std::string last_path_;
  std::vector<std::uint32_t> led_to_;   // directories whose path it is
  std::vector<std::uint32_t> ended_in_; // directories whose path ends in it
  std::uint32_t total_ = 0;
  std::uint32_t paths_elsewhere_ = 0;
  std::uint32_t archived_ = 0;
  std::uint32_t archive_size_ = 0;

  static constexpr std::uint32_t none =
      std::numeric_limits<std::uint32_t>::max();
};

void Attributor::look_for(std::string_view folder) {
  if (last_folder_ == folder) {
    return;
  }
  last_folder_ = folder;
  led_to_.clear();
  ended_in_.clear();
  last_path_ = join_path(folder_, folder);
  const std::string relative = at_root(last_path_);
  const std::string from_root = at_root(*last_folder_);
  const std::string_view tail = without_dots(folder);
  for (std::uint32_t i = 0; i < scores_.size(); ++i) {
    const std::string& path = index_.directories()[i].path;
    if (path == relative || path == from_root) {
      led_to_.push_back(i);
    }
    if (!tail.empty() && ends_in_path(path, tail)) {
      ended_in_.push_back(i);
    }
  }
}

// `found`: the index has the name.
void Attributor::count_paths(const EntryName& name, bool found) {
  std::string_view folder = name.folder;
  if (found && !folder.empty() && index_.find(name.base).empty()) {
    folder = parent_folder(folder); // inside a migration's folder
  }
  if (folder.empty()) {
    return;
  }
  look_for(folder);
  for (const std::uint32_t i : ended_in_) {
    ++scores_[i].suffix;
  }
  const bool plain = !name.open && !name.absolute;
  if (plain) {
    for (const std::uint32_t i : led_to_) {
      ++scores_[i].exact;
    }
  }
  if (plain && led_to_.empty() &&
      (files_.contains(last_path_, name.base) ||
       files_.contains(folder, name.base))) {
    ++paths_elsewhere_;
  }
}

void Attributor::count_entries() {
  for (const CandidateEntry& entry : list_.entries) {
    if (entry.plain) {
      continue;
    }
    ++total_;
    std::uint32_t last = none;
    const std::span<const NameHit> hits = index_.find(entry.name);
    // What was moved to another directory is not gone.
    const bool there = std::any_of(
        hits.begin(), hits.end(), [](const NameHit& hit) { return !hit.gone; });
    for (const NameHit& hit : hits) {
      if (hit.directory != last && !(hit.gone && there)) {
        ++scores_[hit.directory].resolved;
        scores_[hit.directory].gone += hit.gone ? 1 : 0;
        last = hit.directory;
      }
    }
    count_paths(entry.name, !hits.empty());
  }
}

void Attributor::note_folders(const std::vector<NamedFolder>& folders) {
  for (const NamedFolder& named : folders) {
    const std::string relative = at_root(join_path(folder_, named.path));
    const std::string_view tail = without_dots(named.path);
    for (std::uint32_t i = 0; i < scores_.size(); ++i) {
      const std::string& path = index_.directories()[i].path;
      if (path == relative || (!tail.empty() && ends_in_path(path, tail))) {
        scores_[i].named = true;
        scores_[i].named_close =
            scores_[i].named_close ||
            (list_.function != 0 && named.function == list_.function);
      }
    }
  }
  for (std::uint32_t i = 0; i < scores_.size(); ++i) {
    const std::string& path = index_.directories()[i].path;
    if (path == at_root(std::string(folder_)) ||
        path == parent_folder(folder_)) {
      scores_[i].named = true;
    }
  }
}

bool Attributor::passes(std::uint32_t count) const {
  return count >= 2 && count * 2 >= total_;
}

bool Attributor::is_kept_apart(std::uint32_t directory) const {
  const std::string& path = index_.directories()[directory].path;
  return lies_in_archive(path) || lies_in_test_data(path);
}

bool Attributor::better(std::uint32_t a, std::uint32_t b) const {
  if (scores_[a].resolved != scores_[b].resolved) {
    return scores_[a].resolved > scores_[b].resolved;
  }
  if (is_kept_apart(a) != is_kept_apart(b)) {
    return is_kept_apart(b);
  }
  const MigrationDirectory& one = index_.directories()[a];
  const MigrationDirectory& other = index_.directories()[b];
  const std::size_t here = tree_distance(folder_, one.path);
  const std::size_t there = tree_distance(folder_, other.path);
  // Of two that hold the names, the list is that of the one with fewer others.
  return here != there ? here < there
                       : one.migrations.size() < other.migrations.size();
}

std::uint32_t Attributor::best(Test test) const {
  std::uint32_t found = none;
  for (std::uint32_t i = 0; i < scores_.size(); ++i) {
    if (test(scores_[i]) && (found == none || better(i, found))) {
      found = i;
    }
  }
  return found;
}

// Entries that the directory or an archive beside or below it holds.
void Attributor::count_archived(std::uint32_t directory) {
  const std::string& path = index_.directories()[directory].path;
  const std::string_view parent = parent_folder(path);
  const auto near = [&](std::string_view file) {
    const std::string_view folder = parent_folder(file);
    const bool below = folder.starts_with(path + "/");
    const bool beside =
        parent_folder(folder) == parent && lies_in_archive(last_part(folder));
    return below || beside;
  };
  std::map<std::string_view, std::uint32_t> archives;
  archived_ = scores_[directory].resolved;
  for (const CandidateEntry& entry : list_.entries) {
    for (const auto& [base, file] : files_.find(entry.name.base)) {
      if (!entry.plain && near(file)) {
        ++archived_;
        ++archives[parent_folder(file)];
        break;
      }
    }
  }
  archive_size_ = 0;
  for (const auto& [folder, count] : archives) {
    archive_size_ = std::max(archive_size_, files_.count_in(folder));
  }
}

Attribution
Attributor::accept(std::uint32_t directory, Evidence evidence) const {
  Attribution found;
  found.directory = &index_.directories()[directory];
  found.evidence = evidence;
  if (scores_[directory].gone > 0 &&
      scores_[directory].gone == scores_[directory].resolved) {
    found.archived = true;
    found.archive_size =
        static_cast<std::uint32_t>(found.directory->gone.size());
  }
  for (std::uint32_t i = 0; i < scores_.size(); ++i) {
    const Score& score = scores_[i];
    if (i != directory && (score.named || score.exact > 0)) {
      found.also.push_back(&index_.directories()[i]);
    }
  }
  return found;
}

Attribution Attributor::decide_by_code() {
  const auto named_close = [](const Score& score) { return score.named_close; };
  const auto named = [](const Score& score) {
    return score.named || score.suffix > 0;
  };
  const auto any = [](const Score& score) { return score.resolved > 0; };
  const std::uint32_t most = best(any);
  for (const Test test : {Test{named_close}, Test{named}}) {
    const std::uint32_t found = best(test);
    if (found == none) {
      continue;
    }
    if (passes(scores_[found].resolved)) {
      return accept(found, Evidence::code_path);
    }
    // A live directory that holds the names goes before one that only its
    // archive explains.
    const bool live =
        most != none && !is_kept_apart(most) && passes(scores_[most].resolved);
    count_archived(found);
    if (!live && !is_kept_apart(found) && passes(archived_)) {
      Attribution attribution = accept(found, Evidence::code_path);
      attribution.archived = true;
      attribution.archive_size = archive_size_;
      return attribution;
    }
  }
  if (most != none && passes(scores_[most].resolved)) {
    return accept(most, Evidence::overlap);
  }
  return {};
}

Attribution Attributor::decide() {
  std::uint32_t exact = none;
  for (std::uint32_t i = 0; i < scores_.size(); ++i) {
    if (scores_[i].exact > 0 &&
        (exact == none || scores_[i].exact > scores_[exact].exact)) {
      exact = i;
    }
  }
  if (exact != none && passes(scores_[exact].exact)) {
    if (passes(scores_[exact].resolved)) {
      return accept(exact, Evidence::entry_path);
    }
    count_archived(exact);
    if (passes(archived_)) {
      Attribution attribution = accept(exact, Evidence::entry_path);
      attribution.archived = true;
      attribution.archive_size = archive_size_;
      return attribution;
    }
    return {};
  }
  if (paths_elsewhere_ * 2 >= total_) {
    return {}; // the paths lead to files of no migration directory
  }
  return decide_by_code();
}

Attribution Attributor::run(const std::vector<NamedFolder>& folders) {
  count_entries();
  if (total_ < 2) {
    return {};
  }
  note_folders(folders);
  return decide();
}

} // namespace

Attribution attribute(
    const Candidate& list,
    std::string_view path,
    const std::vector<NamedFolder>& folders,
    const NameIndex& index,
    const FileNames& files) {
  return Attributor(list, path, index, files).run(folders);
}

void attribute_record(
    std::string_view path, const NameIndex& index, Attribution& attribution) {
  if (attribution.directory != nullptr || !is_record(path)) {
    return;
  }
  const std::string_view folder = recorded_folder(path);
  for (const MigrationDirectory& directory : index.directories()) {
    if (directory.path == folder && !lies_in_test_data(folder)) {
      attribution.directory = &directory;
      attribution.evidence = Evidence::code_path;
      return;
    }
  }
}

} // namespace migcheck::lists
