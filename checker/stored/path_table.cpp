// Open addressing, at most half full. Half of the hash is kept beside a place,
// so that hardly any path is compared in vain.
#include "stored/path_table.hpp"

#include <bit>
#include <functional>

namespace migcheck {
namespace {

constexpr std::hash<std::string_view> hash_of;

std::uint32_t upper_half(std::size_t hash) {
  return static_cast<std::uint32_t>(std::uint64_t{hash} >> 32);
}

} // namespace

PathTable::PathTable(const std::vector<StoredFile>& files)
    : files_(&files), slots_(std::bit_ceil(2 * files.size() + 1)) {
  const std::size_t mask = slots_.size() - 1;
  std::uint32_t next = 0;
  for (const StoredFile& file : files) {
    const std::size_t hash = hash_of(file.path);
    std::size_t slot = hash & mask;
    while (slots_[slot].next != 0) {
      slot = (slot + 1) & mask;
    }
    slots_[slot] = {++next, upper_half(hash)};
  }
}

const StoredFile* PathTable::find(std::string_view path) const {
  const std::size_t mask = slots_.size() - 1;
  const std::size_t hash = hash_of(path);
  for (std::size_t slot = hash & mask; slots_[slot].next != 0;
       slot = (slot + 1) & mask) {
    if (slots_[slot].hash != upper_half(hash)) {
      continue;
    }
    const StoredFile& file = (*files_)[slots_[slot].next - 1];
    if (file.path == path) {
      return &file;
    }
  }
  return nullptr;
}

} // namespace migcheck
