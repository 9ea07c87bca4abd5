#include "lists/silent_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace migcheck::lists {
namespace {

constexpr std::size_t header_size = 64;
constexpr std::size_t slot_size = sizeof(std::uint64_t);

// A key stands in one of so many slots, or in none.
constexpr std::size_t most_steps = 256;

// The table is found by 32 bits of a key.
constexpr std::size_t most_slots = std::size_t{1} << 24;

// Everything but the keys, which are in the order of bytes of this machine:
// so is the fingerprint.
std::string header(std::uint64_t fingerprint, std::size_t slots) {
  return fmt::format(
      "{:<{}}\n",
      fmt::format("migcheck silent files 1 {:016x} {}", fingerprint, slots),
      header_size - 1);
}

std::size_t first_slot(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>((key >> 32) * slots >> 32);
}

} // namespace

SilentFiles::SilentFiles(std::string bytes, std::uint64_t fingerprint)
    : bytes_(std::move(bytes)) {
  if (bytes_.size() < header_size ||
      (bytes_.size() - header_size) % slot_size != 0) {
    return;
  }
  const std::size_t slots = (bytes_.size() - header_size) / slot_size;
  if (slots <= most_slots && bytes_.starts_with(header(fingerprint, slots))) {
    slots_ = slots;
  }
}

bool SilentFiles::contains(std::uint64_t key) const {
  std::size_t at = first_slot(key, slots_);
  for (std::size_t step = 0; step < most_steps && at < slots_; ++step) {
    std::uint64_t known = 0;
    std::memcpy(
        &known, bytes_.data() + header_size + at * slot_size, slot_size);
    if (known == key) {
      return true;
    }
    if (known == 0) {
      return false;
    }
    at = at + 1 == slots_ ? 0 : at + 1;
  }
  return false;
}

// 0 is a free slot. A third of them stay free, and one always.
std::string silent_files_text(
    const std::vector<std::uint64_t>& keys, std::uint64_t fingerprint) {
  const std::size_t free = static_cast<std::size_t>(
      std::count(keys.begin(), keys.end(), std::uint64_t{0}));
  const std::size_t used = keys.size() - free;
  const std::size_t slots = std::min(used + used / 2 + 1, most_slots);
  std::vector<std::uint64_t> table(slots);
  for (const std::uint64_t key : keys) {
    std::size_t at = first_slot(key, slots);
    for (std::size_t step = 0; key != 0 && step < most_steps; ++step) {
      if (table[at] == 0 || table[at] == key) {
        table[at] = key;
        break;
      }
      at = at + 1 == slots ? 0 : at + 1;
    }
  }
  std::string bytes = header(fingerprint, slots);
  const std::size_t size = slots * slot_size;
  bytes.resize(header_size + size);
  std::memcpy(bytes.data() + header_size, table.data(), size);
  return bytes;
}

} // namespace migcheck::lists
