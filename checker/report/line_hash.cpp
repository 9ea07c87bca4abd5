// A polynomial over a window of the 100 UTF-16 units that begin at a line's
// first unit that is not a blank. The unit that leaves the window is the line's
// first one when the line's value is complete.
#include "report/line_hash.hpp"

#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace migcheck {
namespace {

constexpr std::size_t window_size = 100;
constexpr std::uint64_t base = 37;
constexpr std::uint16_t end_mark = 0xFFFF;
constexpr std::uint16_t replacement = 0xFFFD;

constexpr std::uint64_t base_to_the_window() {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < window_size; ++i) {
    power *= base;
  }
  return power;
}

// Calls take(line, value) for each line, in order.
template <typename Take>
class RollingHash {
 public:
  explicit RollingHash(Take take) : take_(std::move(take)) {}

  void feed(std::uint16_t unit) {
    if (unit == ' ' || unit == '\t' || (after_cr_ && unit == '\n')) {
      after_cr_ = false;
      return;
    }
    after_cr_ = unit == '\r';
    if (after_cr_) {
      unit = '\n';
    }
    leave();
    if (at_line_start_) {
      lines_[at_] = ++line_;
    }
    at_line_start_ = unit == '\n';
    shift(unit);
  }

  void finish() {
    feed(end_mark);
    for (std::size_t i = 0; i < window_size; ++i) {
      leave();
      shift(0);
    }
  }

 private:
  void leave() {
    if (lines_[at_] != 0) {
      take_(lines_[at_], hash_);
      lines_[at_] = 0;
    }
  }

  void shift(std::uint16_t unit) {
    constexpr std::uint64_t power = base_to_the_window();
    hash_ = base * hash_ + unit - power * window_[at_];
    window_[at_] = unit;
    at_ = (at_ + 1) % window_size;
  }

  Take take_;
  std::array<std::uint16_t, window_size> window_{};
  std::array<std::uint32_t, window_size> lines_{}; // that begin here; 0: none
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
  std::uint32_t line_ = 0;
  bool at_line_start_ = true;
  bool after_cr_ = false;
};

bool in(unsigned char byte, unsigned first, unsigned last) {
  return byte >= first && byte <= last;
}

// Whether `second` may follow `lead` in well-formed UTF-8.
bool may_follow(unsigned char lead, unsigned char second) {
  switch (lead) {
  case 0xE0:
    return in(second, 0xA0, 0xBF);
  case 0xED:
    return in(second, 0x80, 0x9F);
  case 0xF0:
    return in(second, 0x90, 0xBF);
  case 0xF4:
    return in(second, 0x80, 0x8F);
  default:
    return in(lead, 0xC2, 0xF4) && in(second, 0x80, 0xBF);
  }
}

// The bytes at `at` that one U+FFFD stands for: the longest beginning of a
// well-formed sequence, at least one byte.
std::size_t ill_formed_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[at + i]);
  };
  const std::size_t left = text.size() - at;
  if (left < 2 || !may_follow(byte(0), byte(1))) {
    return 1;
  }
  if (byte(0) >= 0xF0 && left >= 3 && in(byte(2), 0x80, 0xBF)) {
    return 3;
  }
  return 2;
}

template <typename Hash>
void feed_text(std::string_view text, Hash& hash) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::uint32_t point = next_code_point(text, at);
    if (point == invalid_code_point) {
      hash.feed(replacement);
      at = start + ill_formed_length(text, start);
    } else if (point < 0x10000) {
      hash.feed(static_cast<std::uint16_t>(point));
    } else {
      hash.feed(static_cast<std::uint16_t>(0xD7C0 + (point >> 10)));
      hash.feed(static_cast<std::uint16_t>(0xDC00 + (point & 0x3FF)));
    }
  }
  hash.finish();
}

template <typename Take>
void for_each_line(std::string_view text, Take take) {
  RollingHash<Take> hash(std::move(take));
  feed_text(text, hash);
}

} // namespace

std::vector<std::string>
line_hashes(std::string_view text, const std::vector<std::uint32_t>& lines) {
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for_each_line(text, [&](std::uint32_t line, std::uint64_t value) {
    if (std::binary_search(lines.begin(), lines.end(), line)) {
      counts.emplace(value, 0);
    }
  });
  std::vector<std::string> values(lines.size());
  std::size_t next = 0;
  for_each_line(text, [&](std::uint32_t line, std::uint64_t value) {
    const auto found = counts.find(value);
    if (found == counts.end()) {
      return;
    }
    ++found->second;
    while (next < lines.size() && lines[next] < line) {
      ++next;
    }
    if (next < lines.size() && lines[next] == line) {
      values[next] = fmt::format("{:x}:{}", value, found->second);
    }
  });
  return values;
}

} // namespace migcheck
