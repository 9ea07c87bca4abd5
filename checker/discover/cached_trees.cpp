// The format is git's, Documentation/gitformat-index.txt, "Cache tree": trees
// before those that they hold, each its name and NUL, the number of its entries
// (-1: it is not known) and of its trees in decimal, and its id.
#include "discover/cached_trees.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

constexpr std::uint16_t sparse_folder = 0040000;

class TreeReader {
 public:
  TreeReader(std::string_view bytes, std::size_t id_size)
      : bytes_(bytes), id_size_(id_size) {}

  struct One {
    std::string_view name;
    std::string_view id; // "" = it is not known
    std::int32_t count = 0;
    std::int32_t below = 0;
  };

  bool at_end() const { return bytes_.empty(); }

  // Nothing where the bytes are damaged.
  std::optional<One> next() {
    One one;
    const std::size_t end = bytes_.find('\0');
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    one.name = bytes_.substr(0, end);
    bytes_.remove_prefix(end + 1);
    if (!take_number(one.count, ' ') || !take_number(one.below, '\n') ||
        one.below < 0) {
      return std::nullopt;
    }
    if (one.count >= 0) {
      if (bytes_.size() < id_size_) {
        return std::nullopt;
      }
      one.id = bytes_.substr(0, id_size_);
      bytes_.remove_prefix(id_size_);
    }
    return one;
  }

 private:
  bool take_number(std::int32_t& number, char end) {
    const char* last = bytes_.data() + bytes_.size();
    const auto [at, error] = std::from_chars(bytes_.data(), last, number);
    if (error != std::errc() || at == last || *at != end) {
      return false;
    }
    bytes_.remove_prefix(static_cast<std::size_t>(at - bytes_.data()) + 1);
    return true;
  }

  std::string_view bytes_;
  std::size_t id_size_;
};

} // namespace

CachedTrees::CachedTrees(const GitIndex& index, GitHash hash) : index_(&index) {
  TreeReader reader(index.cached_trees(), hash_size(hash));
  // The trees that the next one lies in, and how many of theirs are to come.
  std::vector<std::pair<std::string, std::int32_t>> above;
  while (!reader.at_end()) {
    const auto one = reader.next();
    if (!one || one->name.empty() != above.empty()) {
      trees_.clear();
      return;
    }
    std::string path;
    if (!above.empty()) {
      path = above.back().first + std::string(one->name);
      --above.back().second;
    }
    if (!one->id.empty()) {
      trees_[one->id] = {path, static_cast<std::size_t>(one->count)};
    }
    above.emplace_back(path.empty() ? "" : path + "/", one->below);
    while (!above.empty() && above.back().second == 0) {
      above.pop_back();
    }
    if (above.empty()) {
      return;
    }
  }
  trees_.clear(); // it ended within a tree
}

CachedTrees::Tree CachedTrees::find(std::string_view id) const {
  const auto known = trees_.find(id);
  if (known == trees_.end()) {
    return {};
  }
  const auto& [path, count] = known->second;
  const std::vector<GitIndexEntry>& all = index_->entries();
  const std::string prefix = path.empty() ? "" : path + "/";
  const auto is_in = [&](const GitIndexEntry& entry) {
    return entry.path.starts_with(prefix);
  };
  const auto first = std::lower_bound(
      all.begin(),
      all.end(),
      std::string_view(prefix),
      [](const GitIndexEntry& entry, std::string_view begin) {
        return entry.path < begin;
      });
  if (static_cast<std::size_t>(all.end() - first) < count) {
    return {};
  }
  const auto last = first + static_cast<std::ptrdiff_t>(count);
  const bool whole = (last == all.end() || !is_in(*last)) &&
                     std::all_of(first, last, [&](const GitIndexEntry& entry) {
                       return is_in(entry) && entry.stage == 0 &&
                              !entry.intent_to_add &&
                              entry.mode != sparse_folder;
                     });
  return whole ? Tree{{first, last}, prefix.size()} : Tree{};
}

} // namespace migcheck
