#include "discover/walk.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::string_view git_name = ".git";
constexpr std::string_view ignore_name = ".gitignore";

bool holds(const std::vector<DirectoryEntry>& entries, std::string_view name) {
  return std::any_of(
      entries.begin(), entries.end(), [&](const DirectoryEntry& entry) {
        return entry.name == name;
      });
}

// The order of path bytes: a directory stands where its files do.
bool comes_before(const DirectoryEntry& one, const DirectoryEntry& other) {
  const std::size_t shared = std::min(one.name.size(), other.name.size());
  const int order = one.name.compare(0, shared, other.name, 0, shared);
  if (order != 0) {
    return order < 0;
  }
  const auto next = [&](const DirectoryEntry& entry) -> int {
    if (entry.name.size() > shared) {
      return static_cast<unsigned char>(entry.name[shared]);
    }
    return entry.kind == FileKind::directory ? '/' : -1;
  };
  return next(one) < next(other);
}

// One directory on the way from the root to where the walk is.
struct Level {
  std::vector<DirectoryEntry> entries;
  std::size_t next = 0;
  std::size_t path_size = 0; // of the directory's path with its slash
  std::unique_ptr<IgnoreRules::Directory> own; // none for the root
  const IgnoreRules::Directory* rules = nullptr;
};

class Walker {
 public:
  Walker(
      const FileReader& reader,
      IgnoreRules& rules,
      Exclusion& exclusion,
      const WalkOptions& options,
      const WalkEvents& events)
      : reader_(reader), rules_(rules), exclusion_(exclusion),
        options_(options), events_(events) {}

  void run() {
    levels_.resize(1);
    levels_[0].rules = &rules_.root();
    list(levels_[0]);
    depth_ = 1;
    while (depth_ > 0) {
      Level& level = levels_[depth_ - 1];
      if (level.next == level.entries.size()) {
        --depth_;
        continue;
      }
      if (!visit(level, level.entries[level.next++])) {
        return;
      }
    }
  }

 private:
  // False when the walk ends.
  bool visit(Level& level, const DirectoryEntry& entry) {
    if (entry.name == git_name) {
      return true;
    }
    const bool is_directory = entry.kind == FileKind::directory;
    path_.resize(level.path_size);
    path_ += entry.name;
    if (IgnoreRules::ignores(*level.rules, entry.name, is_directory)) {
      return true;
    }
    if (is_directory) {
      enter(entry.name);
      return true;
    }
    // Gone since it was listed.
    if (entry.kind == FileKind::unknown || exclusion_.excludes(path_)) {
      return true;
    }
    if (files_++ == options_.limits.files) {
      events_.problem("", "more files than the limit; the rest is not read");
      return false;
    }
    events_.file(path_, entry.kind);
    return true;
  }

  // Goes into the directory `path_`. Levels are used again, with their
  // strings.
  void enter(const std::string& name) {
    if (depth_ > options_.limits.depth) {
      events_.problem(path_, "directories are nested too deeply; not read");
      return;
    }
    if (exclusion_.excludes_directory(path_)) {
      return;
    }
    if (levels_.size() == depth_) {
      levels_.emplace_back();
    }
    Level& parent = levels_[depth_ - 1];
    Level& level = levels_[depth_];
    if (!list(level) || (options_.skip_repositories &&
                         is_repository(reader_, path_, level.entries))) {
      return;
    }
    level.own = rules_.enter(
        reader_, *parent.rules, name, holds(level.entries, ignore_name));
    level.rules = level.own.get();
    path_ += '/';
    level.path_size = path_.size();
    level.next = 0;
    ++depth_;
  }

  bool list(Level& level) {
    const ReadFailure failure = reader_.list(path_, level.entries);
    if (failure == ReadFailure::none) {
      std::sort(level.entries.begin(), level.entries.end(), comes_before);
    } else if (failure != ReadFailure::missing) {
      std::string why = "cannot be listed: ";
      why += failure == ReadFailure::io_error ? "an error of the system"
                                              : read_failure_text(failure);
      events_.problem(path_, why);
    }
    return failure == ReadFailure::none;
  }

  const FileReader& reader_;
  IgnoreRules& rules_;
  Exclusion& exclusion_;
  const WalkOptions& options_;
  const WalkEvents& events_;
  std::vector<Level> levels_;
  std::size_t depth_ = 0; // levels in use
  std::uint64_t files_ = 0;
  std::string path_;
};

} // namespace

void walk(
    const FileReader& reader,
    IgnoreRules& rules,
    Exclusion& exclusion,
    const WalkOptions& options,
    const WalkEvents& events) {
  Walker(reader, rules, exclusion, options, events).run();
}

bool is_repository(
    const FileReader& reader,
    const std::string& directory,
    const std::vector<DirectoryEntry>& entries) {
  const auto git = std::find_if(
      entries.begin(), entries.end(), [](const DirectoryEntry& entry) {
        return entry.name == git_name;
      });
  if (directory.empty() || git == entries.end()) {
    return false;
  }
  const std::string path = directory + "/.git";
  if (git->kind == FileKind::regular) {
    std::string text;
    constexpr std::uint64_t limit = 64 << 10;
    return reader.read({path, ReadCare::scan, limit}, text) ==
               ReadFailure::none &&
           text.starts_with("gitdir: ");
  }
  return git->kind == FileKind::directory &&
         reader.kind(path + "/HEAD") != FileKind::unknown &&
         reader.kind(path + "/objects") != FileKind::unknown &&
         reader.kind(path + "/refs") != FileKind::unknown;
}

} // namespace migcheck
