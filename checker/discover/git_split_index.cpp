// A split index: it names a shared one, and holds what is changed in that.
#include "discover/git_bitmap.hpp"
#include "discover/git_index.hpp"

#include <algorithm>

namespace migcheck {
namespace {

bool comes_before(const GitIndexEntry& one, const GitIndexEntry& other) {
  const int order = one.path.compare(other.path);
  return order != 0 ? order < 0 : one.stage < other.stage;
}

} // namespace

bool GitIndex::read_link(std::string_view data, std::size_t hash_size) {
  if (data.size() < hash_size) {
    return false;
  }
  const std::string_view hash = data.substr(0, hash_size);
  const std::string_view maps = data.substr(hash_size);
  if (hash.find_first_not_of('\0') == std::string_view::npos) {
    return true;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  for (const char c : hash) {
    const auto byte = static_cast<unsigned char>(c);
    shared_name_ += digits[byte >> 4];
    shared_name_ += digits[byte & 15];
  }
  if (!maps.empty()) {
    const std::size_t first = git_bitmap_size(maps);
    deleted_ = maps.substr(0, first);
    replaced_ = maps.substr(first);
    return first != 0;
  }
  return true;
}

// The first entries, without paths, replace the ones that a bitmap names; the
// others are new, or take the place of one of the same path.
void GitIndex::merge(const GitIndex& shared) {
  std::vector<GitIndexEntry> base = shared.entries_;
  std::vector<std::uint32_t> deleted;
  std::vector<std::uint32_t> replaced;
  if (!deleted_.empty()) {
    auto first = read_git_bitmap(deleted_, base.size());
    auto second = read_git_bitmap(replaced_, base.size());
    if (!first || !second) {
      return fail(
          GitIndexFailure::damaged, "changes entries that are not there");
    }
    deleted = std::move(*first);
    replaced = std::move(*second);
  }
  const auto named = std::find_if(
      entries_.begin(), entries_.end(), [](const GitIndexEntry& entry) {
        return !entry.path.empty();
      });
  if (static_cast<std::size_t>(named - entries_.begin()) != replaced.size()) {
    return fail(GitIndexFailure::damaged, "changes entries that it lacks");
  }
  for (std::size_t i = 0; i < replaced.size(); ++i) {
    GitIndexEntry& target = base[replaced[i]];
    entries_[i].path = target.path;
    target = entries_[i];
  }
  for (const std::uint32_t position : deleted) {
    base[position].path = {};
  }
  std::vector<GitIndexEntry> merged(named, entries_.end());
  const std::size_t added = merged.size();
  for (const GitIndexEntry& entry : base) {
    const auto same = [&] {
      return std::binary_search(
          merged.begin(),
          merged.begin() + static_cast<std::ptrdiff_t>(added),
          entry,
          comes_before);
    };
    if (!entry.path.empty() && !same()) {
      merged.push_back(entry);
    }
  }
  std::sort(merged.begin(), merged.end(), comes_before);
  entries_ = std::move(merged);
}

} // namespace migcheck
