#include "discover/git_bitmap.hpp"

#include <bit>

namespace migcheck {
namespace {

constexpr std::size_t header_size = 8; // bit count, word count
constexpr std::size_t word_size = 8;
constexpr std::size_t trailer_size = 4; // where the last marker stands
constexpr std::uint64_t bits_per_word = 64;

// Collects positions below a limit.
class Positions {
 public:
  Positions(std::size_t limit, std::vector<std::uint32_t>& set)
      : limit_(limit), set_(set) {}

  // False when one bit is beyond the limit.
  bool add_run(std::uint64_t words, bool value) {
    const std::uint64_t end = at_ + words * bits_per_word;
    if (value) {
      for (; at_ < end; ++at_) {
        if (!add(at_)) {
          return false;
        }
      }
    }
    at_ = end;
    return true;
  }

  bool add_word(std::uint64_t word) {
    for (; word != 0; word &= word - 1) {
      const auto bit = static_cast<std::uint64_t>(std::countr_zero(word));
      if (!add(at_ + bit)) {
        return false;
      }
    }
    at_ += bits_per_word;
    return true;
  }

 private:
  bool add(std::uint64_t position) {
    if (position >= limit_) {
      return false;
    }
    set_.push_back(static_cast<std::uint32_t>(position));
    return true;
  }

  std::size_t limit_;
  std::vector<std::uint32_t>& set_;
  std::uint64_t at_ = 0;
};

} // namespace

std::uint32_t read_u16(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
  };
  return byte(at) << 8 | byte(at + 1);
}

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
  return read_u16(bytes, at) << 16 | read_u16(bytes, at + 2);
}

std::uint64_t read_u64(std::string_view bytes, std::size_t at) {
  return std::uint64_t{read_u32(bytes, at)} << 32 | read_u32(bytes, at + 4);
}

std::size_t git_bitmap_size(std::string_view bytes) {
  if (bytes.size() < header_size + trailer_size) {
    return 0;
  }
  const std::uint64_t words = read_u32(bytes, 4);
  const std::uint64_t size = header_size + words * word_size + trailer_size;
  return size <= bytes.size() ? static_cast<std::size_t>(size) : 0;
}

// Words: a marker (bit 0 the value of a run, 32 bits its length in words, 31
// bits the number of plain words behind the marker), then those words.
std::optional<std::vector<std::uint32_t>>
read_git_bitmap(std::string_view bytes, std::size_t limit) {
  if (git_bitmap_size(bytes) == 0) {
    return std::nullopt;
  }
  const std::uint64_t words = read_u32(bytes, 4);
  std::vector<std::uint32_t> set;
  Positions positions(limit, set);
  for (std::uint64_t at = 0; at < words;) {
    const std::uint64_t marker = read_u64(bytes, header_size + at * word_size);
    const std::uint64_t run = marker >> 1 & 0xFFFFFFFF;
    const std::uint64_t plain = marker >> 33;
    ++at;
    if (plain > words - at || !positions.add_run(run, (marker & 1) != 0)) {
      return std::nullopt;
    }
    for (const std::uint64_t end = at + plain; at < end; ++at) {
      if (!positions.add_word(read_u64(bytes, header_size + at * word_size))) {
        return std::nullopt;
      }
    }
  }
  return set;
}

} // namespace migcheck
