#include "discover/git_index.hpp"

#include "discover/git_bitmap.hpp"

#include <algorithm>
#include <cstring>

namespace migcheck {
namespace {

constexpr std::size_t header_size = 12;
constexpr std::size_t stat_size = 40; // times, device … size, before the hash
constexpr std::size_t mode_at = 24;
constexpr std::size_t size_at = 36;
constexpr std::uint32_t name_mask = 0x0FFF;
constexpr std::uint32_t extended_flag = 0x4000;
constexpr std::uint32_t skip_worktree_flag = 0x4000; // of the second flags
constexpr std::uint32_t intent_to_add_flag = 0x2000; // the same
constexpr std::size_t longest_path = 4096;
constexpr std::size_t block_size = std::size_t{1} << 20;
constexpr std::size_t most_blocks = 256; // far beyond a million usual paths

// Parts that lead somewhere else, or into git's own directory.
bool is_bad_part(std::string_view part) {
  if (part.empty() || part == "." || part == "..") {
    return true;
  }
  return part.size() == 4 && part[0] == '.' && (part[1] | 0x20) == 'g' &&
         (part[2] | 0x20) == 'i' && (part[3] | 0x20) == 't';
}

// How many bytes two paths begin with alike. Eight at a time: neighbours share
// most of their path.
std::size_t shared_length(std::string_view one, std::string_view other) {
  const std::size_t most = std::min(one.size(), other.size());
  std::size_t at = 0;
  std::uint64_t word = 0;
  std::uint64_t other_word = 0;
  for (; at + sizeof word <= most; at += sizeof word) {
    std::memcpy(&word, one.data() + at, sizeof word);
    std::memcpy(&other_word, other.data() + at, sizeof word);
    if (word != other_word) {
      break; // the bytes below find where
    }
  }
  while (at < most && one[at] == other[at]) {
    ++at;
  }
  return at;
}

// The order of the index, for paths that share so many bytes.
bool comes_behind(
    const GitIndexEntry& entry,
    const GitIndexEntry& before,
    std::size_t shared) {
  if (shared == entry.path.size()) {
    return shared == before.path.size() && before.stage < entry.stage;
  }
  return shared == before.path.size() ||
         static_cast<unsigned char>(before.path[shared]) <
             static_cast<unsigned char>(entry.path[shared]);
}

// Whether no part is bad, where those within the first `known` bytes are known
// to be good. A sparse directory ends with a slash.
bool has_good_parts(std::string_view path, std::size_t known) {
  std::size_t begin = path.substr(0, known).rfind('/') + 1;
  while (begin < path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const bool suspect = path[begin] == '.' || path[begin] == '/';
    if (suspect && is_bad_part(path.substr(begin, end - begin))) {
      return false;
    }
    begin = end + 1;
  }
  return true;
}

} // namespace

std::optional<FileKind> GitIndexEntry::file_kind() const {
  constexpr std::uint16_t type_mask = 0170000;
  switch (mode & type_mask) {
  case 0100000:
    return FileKind::regular;
  case 0120000:
    return FileKind::link;
  default:
    return std::nullopt;
  }
}

// Reads entries one after the other; stops at the first that is wrong.
class GitIndexParser {
 public:
  GitIndexParser(std::string_view bytes, GitHash hash, GitIndex& index)
      : bytes_(bytes), hash_size_(hash_size(hash)), index_(index) {}

  void parse() {
    if (bytes_.size() < header_size + hash_size_ ||
        !bytes_.starts_with("DIRC")) {
      return damaged("does not begin as an index does");
    }
    version_ = read_u32(bytes_, 4);
    if (version_ < 2 || version_ > 4) {
      return index_.fail(
          GitIndexFailure::unsupported,
          "has version " + std::to_string(version_));
    }
    const std::uint32_t count = read_u32(bytes_, 8);
    end_ = bytes_.size() - hash_size_;
    if (count > (end_ - header_size) / (stat_size + hash_size_ + 2)) {
      return damaged("names more files than it can hold");
    }
    index_.entries_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!read_entry()) {
        return;
      }
    }
    read_extensions();
  }

 private:
  void damaged(const char* reason) {
    index_.fail(GitIndexFailure::damaged, reason);
  }

  bool read_entry() {
    const std::size_t begin = at_;
    // With a path of two bytes at least: a byte and its end.
    if (end_ - at_ < stat_size + hash_size_ + 2 + 2) {
      damaged("ends within an entry");
      return false;
    }
    GitIndexEntry entry;
    entry.raw = bytes_.data() + at_;
    entry.mode = static_cast<std::uint16_t>(read_u32(bytes_, at_ + mode_at));
    entry.size = read_u32(bytes_, at_ + size_at);
    at_ += stat_size + hash_size_;
    const std::uint32_t flags = read_u16(bytes_, at_);
    at_ += 2;
    entry.stage = flags >> 12 & 3;
    if ((flags & extended_flag) != 0) {
      if (version_ < 3) {
        damaged("has flags that its version does not know");
        return false;
      }
      const std::uint32_t more = read_u16(bytes_, at_);
      entry.skip_worktree = (more & skip_worktree_flag) != 0;
      entry.intent_to_add = (more & intent_to_add_flag) != 0;
      at_ += 2; // at most the end: two bytes of path were asked for
    }
    const bool read = version_ == 4 ? read_packed_path(entry)
                                    : read_plain_path(entry, flags, begin);
    return read && add(entry);
  }

  // The path as it is, with NULs behind it up to a multiple of eight bytes.
  bool read_plain_path(
      GitIndexEntry& entry, std::uint32_t flags, std::size_t begin) {
    std::size_t size = flags & name_mask;
    const std::size_t known = std::min(size, end_ - at_);
    const void* found = std::memchr(
        bytes_.data() + at_ + (size == name_mask ? known : 0),
        0,
        size == name_mask ? end_ - at_ - known
                          : std::min(size + 1, end_ - at_));
    if (found == nullptr) {
      damaged("ends within a path");
      return false;
    }
    const auto length = static_cast<std::size_t>(
        static_cast<const char*>(found) - (bytes_.data() + at_));
    if (size == name_mask) {
      size = length;
    }
    entry.path = bytes_.substr(at_, size);
    const std::size_t used = at_ + size - begin;
    at_ = begin + (used / 8 + 1) * 8;
    if (length != size || at_ > end_) {
      damaged("has a path of another length than it says");
      return false;
    }
    return true;
  }

  // How much of the last path's end to drop, and what to put there.
  bool read_packed_path(GitIndexEntry& entry) {
    std::size_t drop = 0;
    if (!read_offset(drop) || drop > last_.size()) {
      damaged("shortens a path by more than it has");
      return false;
    }
    const std::size_t end = bytes_.find('\0', at_);
    if (end >= end_) {
      damaged("ends within a path");
      return false;
    }
    const std::string_view rest = bytes_.substr(at_, end - at_);
    const std::string_view kept = last_.substr(0, last_.size() - drop);
    at_ = end + 1;
    if (kept.size() + rest.size() > longest_path) {
      damaged("has a path that is too long");
      return false;
    }
    char* place = allocate(kept.size() + rest.size());
    if (place == nullptr) {
      damaged("has paths that are too long");
      return false;
    }
    std::copy(kept.begin(), kept.end(), place);
    std::copy(rest.begin(), rest.end(), place + kept.size());
    last_ = {place, kept.size() + rest.size()};
    entry.path = last_;
    return true;
  }

  // Seven bits a byte, the highest first; each further byte adds one.
  bool read_offset(std::size_t& value) {
    value = 0;
    while (at_ < end_ && value <= longest_path) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value = value << 7 | (byte & 0x7F);
      if ((byte & 0x80) == 0) {
        return true;
      }
      ++value;
    }
    return false;
  }

  // Null when paths, which share their beginnings in the file, have grown out
  // of all proportion.
  char* allocate(std::size_t size) {
    if (size > block_left_ || block_ == nullptr) {
      if (index_.storage_.size() == most_blocks) {
        return nullptr;
      }
      index_.storage_.push_back(
          std::make_unique_for_overwrite<char[]>(block_size));
      block_ = index_.storage_.back().get();
      block_left_ = block_size;
    }
    char* place = block_;
    block_ += size;
    block_left_ -= size;
    return place;
  }

  // Empty paths are right only in a split index, in front: they stand for
  // those of the entries that they replace.
  bool add(const GitIndexEntry& entry) {
    std::vector<GitIndexEntry>& entries = index_.entries_;
    const GitIndexEntry before =
        entries.empty() ? GitIndexEntry() : entries.back();
    const std::size_t shared = shared_length(before.path, entry.path);
    const bool first = entries.empty() || before.path.empty();
    if (!first && !comes_behind(entry, before, shared)) {
      damaged("has paths that are not in order");
      return false;
    }
    if (!has_good_parts(entry.path, shared)) {
      damaged("has a path that no file can have");
      return false;
    }
    entries.push_back(entry);
    return true;
  }

  void read_extensions() {
    while (at_ + 8 <= end_) {
      const std::string_view name = bytes_.substr(at_, 4);
      const std::size_t size = read_u32(bytes_, at_ + 4);
      at_ += 8;
      if (size > end_ - at_) {
        return damaged("ends within an extension");
      }
      const std::string_view data = bytes_.substr(at_, size);
      at_ += size;
      if (name == "link") {
        if (!index_.read_link(data, hash_size_)) {
          return damaged("does not say which index it changes");
        }
        has_link_ = true;
      } else if (name == "TREE") {
        index_.cached_trees_ = data;
      } else if (name != "sdir" && (name[0] < 'A' || name[0] > 'Z')) {
        return index_.fail(
            GitIndexFailure::unsupported, "has an extension that is not known");
      }
    }
    if (at_ != end_) {
      return damaged("has bytes behind its last extension");
    }
    if (!has_link_ && !index_.entries_.empty() &&
        index_.entries_.front().path.empty()) {
      damaged("has an entry without a path");
    }
  }

  std::string_view bytes_;
  std::size_t hash_size_;
  GitIndex& index_;
  std::uint32_t version_ = 0;
  std::size_t at_ = header_size;
  std::size_t end_ = 0; // where the checksum begins
  std::string_view last_;
  char* block_ = nullptr;
  std::size_t block_left_ = 0;
  bool has_link_ = false;
};

GitIndex::GitIndex(std::string_view bytes, GitHash hash) {
  GitIndexParser(bytes, hash, *this).parse();
}

void GitIndex::fail(GitIndexFailure failure, std::string reason) {
  failure_ = failure;
  reason_ = std::move(reason);
  entries_.clear();
}

void GitIndex::forget_entries() {
  std::vector<GitIndexEntry>().swap(entries_);
}

} // namespace migcheck
