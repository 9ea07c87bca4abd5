#include "base/tree_walk.hpp"

#include "io/digest.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace migcheck {
namespace {

struct Folder {
  std::string path;                     // from the root, "" is the root itself
  std::string name;                     // of its tree, for git
  const WantedFolder* wanted = nullptr; // null: all that is in it
};

std::string join(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

bool is_wanted(const WantedFolder* folder, std::string_view name) {
  return folder == nullptr ||
         std::find(folder->inside.begin(), folder->inside.end(), name) !=
             folder->inside.end();
}

class Walk {
 public:
  Walk(std::size_t id_size, const Limits& limits, TreeVisitor& visitor)
      : id_size_(id_size), limits_(limits), visitor_(visitor) {}

  // Folders of one depth at once. Gives those that are in them.
  Result<std::vector<Folder>>
  take_all(GitObjects& objects, const std::vector<Folder>& folders) {
    std::vector<std::string> names;
    names.reserve(folders.size());
    for (const Folder& folder : folders) {
      names.push_back(folder.name);
    }
    const auto trees = objects.read(names);
    if (!trees) {
      return tl::unexpected(trees.error());
    }
    std::vector<Folder> below;
    for (std::size_t i = 0; i < folders.size(); ++i) {
      if (auto done = take(folders[i], trees->at(i), below); !done) {
        return tl::unexpected(done.error());
      }
      if (files_ > limits_.files) {
        return fail("a commit holds more files than limits.files");
      }
    }
    return below;
  }

 private:
  Result<void> take(
      const Folder& folder, const GitObject& tree, std::vector<Folder>& below) {
    if (tree.kind != GitObjectKind::tree) {
      // By its path a folder may be missing, by its id it may not.
      if (folder.name.find_first_of(":^") == std::string::npos) {
        return fail(
            "git does not have the folder " + quoted(folder.path) +
            " of a commit: the repository is not a whole copy");
      }
      return {};
    }
    const auto entries = parse_tree(tree.bytes, id_size_);
    if (!entries) {
      return tl::unexpected(entries.error());
    }
    for (const GitTreeEntry& entry : *entries) {
      take(folder, entry, below);
    }
    return {};
  }

  void take(
      const Folder& folder,
      const GitTreeEntry& entry,
      std::vector<Folder>& below) {
    std::string path = join(folder.path, entry.name);
    if (entry.directory) {
      if (is_wanted(folder.wanted, entry.name) &&
          !visitor_.folder(path, entry.id)) {
        below.push_back({std::move(path), hex(entry.id)});
      }
    } else if (entry.regular || entry.link) { // and no submodule
      ++files_;
      visitor_.file(
          std::move(path),
          entry.regular ? FileKind::regular : FileKind::link,
          entry.id);
    }
  }

  std::size_t id_size_;
  const Limits& limits_;
  TreeVisitor& visitor_;
  std::uint64_t files_ = 0;
};

} // namespace

bool TreeVisitor::folder(const std::string&, std::string_view) {
  return false;
}

std::string tree_name(const std::string& commit, std::string folder) {
  while (folder.ends_with('/')) {
    folder.pop_back();
  }
  std::string name = commit;
  name += folder.empty() ? "^{tree}" : ":";
  return name += folder;
}

Result<void> walk_trees(
    GitObjects& objects,
    const TreePlace& place,
    const std::vector<WantedFolder>& folders,
    const Limits& limits,
    TreeVisitor& visitor) {
  std::vector<Folder> round;
  for (const WantedFolder& wanted : folders) {
    const std::string path = wanted.path == "." ? "" : wanted.path;
    round.push_back(
        {path,
         tree_name(place.commit, place.prefix + path),
         wanted.whole ? nullptr : &wanted});
  }
  Walk walk(place.commit.size() / 2, limits, visitor);
  for (std::uint64_t depth = 0; !round.empty(); ++depth) {
    if (depth > limits.depth) {
      return fail("folders at a commit are nested deeper than limits.depth");
    }
    auto below = walk.take_all(objects, round);
    if (!below) {
      return tl::unexpected(below.error());
    }
    round = std::move(*below);
  }
  return {};
}

} // namespace migcheck
