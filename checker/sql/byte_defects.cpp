#include "sql/byte_defects.hpp"

#include "text/byte_order_mark.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#if defined(__x86_64__) && !defined(MIGCHECK_PORTABLE)
#include <emmintrin.h>
#define MIGCHECK_BYTES_SSE2 1
#endif

namespace migcheck::sql {
namespace {

constexpr std::uint8_t carriage_return = 2;
constexpr std::uint8_t nul = 4;
constexpr std::uint8_t control = 8;
constexpr std::uint8_t high = 16;

constexpr std::array<std::uint8_t, 256> flag_table() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    table[byte] = byte >= 0x80                  ? high
                  : byte < 0x20 || byte == 0x7F ? control
                                                : 0;
  }
  table[0] = nul;
  table['\t'] = 0;
  table['\f'] = 0;
  table['\n'] = 0;
  table['\r'] = carriage_return;
  return table;
}

constexpr std::array<std::uint8_t, 256> flags = flag_table();

std::size_t index(char byte) {
  return static_cast<unsigned char>(byte);
}

constexpr std::uint64_t every_byte = 0x0101010101010101u;
constexpr std::uint64_t high_bits = 0x80 * every_byte;

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Not 0 where any of eight bytes is below 0x20, 0x7F or above.
std::uint64_t unusual(std::uint64_t word) {
  const std::uint64_t low = (word & ~high_bits) + (0x80 - 0x20) * every_byte;
  const std::uint64_t top = (word & ~high_bits) + every_byte;
  return (~low | top | word) & high_bits;
}

// The high bits of those of eight bytes that are line feeds.
std::uint64_t line_feeds(std::uint64_t word) {
  const std::uint64_t others = word ^ '\n' * every_byte;
  const std::uint64_t any = ((others & ~high_bits) + ~high_bits) | others;
  return ~any & high_bits;
}

#ifdef MIGCHECK_BYTES_SSE2

// Passes over sixteen bytes at a time, counts their line feeds and notes the
// others that are not plain. Gives where it ended.
template <typename Note>
std::size_t
survey_sixteens(std::string_view text, std::uint32_t& lines, Note note) {
  constexpr std::size_t most_rounds = 255; // of a count in one byte
  const __m128i blank = _mm_set1_epi8(' ');
  const __m128i feed = _mm_set1_epi8('\n');
  const __m128i erase = _mm_set1_epi8(0x7F);
  std::size_t at = 0;
  while (at + 16 <= text.size()) {
    __m128i count = _mm_setzero_si128();
    for (std::size_t round = 0; round < most_rounds && at + 16 <= text.size();
         ++round, at += 16) {
      const __m128i bytes =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
      // Those above ASCII are negative here.
      const __m128i odd = _mm_or_si128(
          _mm_cmplt_epi8(bytes, blank), _mm_cmpeq_epi8(bytes, erase));
      const __m128i feeds = _mm_cmpeq_epi8(bytes, feed);
      count = _mm_sub_epi8(count, feeds);
      if (_mm_movemask_epi8(_mm_andnot_si128(feeds, odd)) != 0) {
        note(text.substr(at, 16));
      }
    }
    const __m128i sums = _mm_sad_epu8(count, _mm_setzero_si128());
    lines += static_cast<std::uint32_t>(
        _mm_cvtsi128_si32(sums) +
        _mm_cvtsi128_si32(_mm_unpackhi_epi64(sums, sums)));
  }
  return at;
}

#endif

// The flags of all bytes, and how many line feeds there are.
std::pair<unsigned, std::uint32_t> survey(std::string_view text) {
  unsigned seen = 0;
  std::uint32_t lines = 0;
  const auto note = [&](std::string_view bytes) {
    for (const char byte : bytes) {
      seen |= flags[index(byte)];
    }
  };
  std::size_t at = 0;
#ifdef MIGCHECK_BYTES_SSE2
  at = survey_sixteens(text, lines, note);
#endif
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t word = word_at(text.data() + at);
    const std::uint64_t found = unusual(word);
    if (found != 0) {
      const std::uint64_t feeds = line_feeds(word);
      lines += static_cast<std::uint32_t>(std::popcount(feeds));
      if (found != feeds) {
        note(text.substr(at, 8));
      }
    }
  }
  const std::string_view rest = text.substr(at);
  note(rest);
  lines +=
      static_cast<std::uint32_t>(std::count(rest.begin(), rest.end(), '\n'));
  return {seen, lines};
}

Span span_at(std::size_t begin, std::size_t length) {
  return {
      static_cast<std::uint32_t>(begin),
      static_cast<std::uint32_t>(begin + length)};
}

// UTF-16 shows by its mark, or by NULs in every other byte of its ASCII.
bool is_utf16(std::string_view text) {
  const std::string_view mark = text.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") {
    return true;
  }
  const std::string_view sample = text.substr(0, 4096);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    nuls[i % 2] += sample[i] == '\0' ? 1 : 0;
  }
  const std::size_t most = std::max(nuls[0], nuls[1]);
  const std::size_t least = std::min(nuls[0], nuls[1]);
  return text.size() >= 8 && text.size() % 2 == 0 && least == 0 &&
         3 * most > sample.size();
}

void count_line_ends(std::string_view text, ByteReport& report) {
  std::array<std::size_t, 3> first{};
  std::array<std::uint32_t, 3> counts{}; // LF, CRLF, CR
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte != '\n' && byte != '\r') {
      continue;
    }
    const bool pair =
        byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    const std::size_t kind = byte == '\n' ? 0 : pair ? 1 : 2;
    first[kind] = counts[kind]++ == 0 ? at : first[kind];
    at += pair ? 1 : 0;
  }
  report.lf = counts[0];
  report.crlf = counts[1];
  report.cr = counts[2];
  std::size_t kinds = 0;
  std::size_t rarest = 0;
  for (std::size_t kind = 0; kind < 3; ++kind) {
    kinds += counts[kind] > 0 ? 1 : 0;
    const bool rarer = counts[kind] > 0 &&
                       (counts[rarest] == 0 || counts[kind] <= counts[rarest]);
    rarest = rarer ? kind : rarest;
  }
  if (kinds > 1) {
    report.defects.push_back(
        {ByteDefect::mixed_line_endings,
         span_at(first[rarest], rarest == 1 ? 2 : 1),
         counts[rarest]});
  }
}

bool is_right_to_left(std::uint32_t point) {
  return (point >= 0x590 && point <= 0x8FF) ||
         (point >= 0xFB1D && point <= 0xFDFF) ||
         (point >= 0xFE70 && point <= 0xFEFC);
}

// Whether an invisible code point is ordinary between these two, as data.
bool is_tolerable(
    std::uint32_t before, std::uint32_t point, std::uint32_t after) {
  const auto visible = [](std::uint32_t neighbour) {
    return neighbour > 0x7F && neighbour != invalid_code_point &&
           !is_deceptive(neighbour);
  };
  if (point == 0x200C || point == 0x200D) {
    return visible(before) && visible(after);
  }
  if (point == 0x200E || point == 0x200F || point == 0x061C) {
    return is_right_to_left(before) || is_right_to_left(after);
  }
  const bool tag = point >= 0xE0020 && point <= 0xE007F;
  return tag && (before == 0x1F3F4 || (before >= 0xE0020 && before <= 0xE007F));
}

void examine_code_points(std::string_view text, ByteReport& report) {
  std::uint32_t before = 0;
  std::size_t at = 0;
  if (text.starts_with(byte_order_mark)) {
    at = byte_order_mark.size();
    add_defect(report.defects, ByteDefect::byte_order_mark, span_at(0, at));
  }
  while (at < text.size()) {
    if (index(text[at]) < 0x80) {
      before = static_cast<unsigned char>(text[at++]);
      continue;
    }
    const std::size_t begin = at;
    const std::uint32_t point = next_code_point(text, at);
    const Span span = span_at(begin, at - begin);
    if (point == invalid_code_point) {
      add_defect(report.defects, ByteDefect::not_utf8, span);
    } else if (is_deceptive(point)) {
      std::size_t next = at;
      const std::uint32_t after =
          at < text.size() ? next_code_point(text, next) : 0;
      if (is_tolerable(before, point, after)) {
        report.tolerable.push_back(span);
      } else {
        add_defect(report.defects, ByteDefect::deceptive_text, span);
      }
    }
    before = point;
  }
}

void examine_controls(std::string_view text, ByteReport& report) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned flag = flags[index(text[at])];
    if (flag == nul || flag == control) {
      add_defect(
          report.defects,
          flag == nul ? ByteDefect::nul_byte : ByteDefect::control_character,
          span_at(at, 1));
    }
  }
}

// The next line from `at` that begins with `mark` (which ends in a blank).
std::size_t
find_line(std::string_view text, std::string_view mark, std::size_t at) {
  while (true) {
    at = text.find(mark, at);
    if (at == std::string_view::npos || at == 0 || text[at - 1] == '\n') {
      return at;
    }
    at += mark.size();
  }
}

void examine_conflicts(std::string_view text, ByteReport& report) {
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = find_line(text, "<<<<<<< ", at);
    const std::size_t end = begin == std::string_view::npos
                                ? begin
                                : find_line(text, ">>>>>>> ", begin);
    if (end == std::string_view::npos) {
      return;
    }
    const std::size_t line = std::min(text.find('\n', begin), text.size());
    add_defect(
        report.defects,
        ByteDefect::conflict_marker,
        span_at(begin, line - begin));
    at = end;
  }
}

} // namespace

void add_defect(std::vector<FoundDefect>& defects, ByteDefect kind, Span at) {
  for (FoundDefect& found : defects) {
    if (found.kind == kind) {
      ++found.count;
      found.first = at.begin < found.first.begin ? at : found.first;
      return;
    }
  }
  defects.push_back({kind, at, 1});
}

ByteReport examine_bytes(std::string_view text) {
  ByteReport report;
  const auto [seen, lines] = survey(text);
  if ((seen & (nul | high)) != 0 && is_utf16(text)) {
    report.utf16 = true;
    report.defects.push_back({ByteDefect::not_utf8, span_at(0, 2), 1});
    return report;
  }
  if ((seen & carriage_return) != 0) {
    count_line_ends(text, report);
  } else {
    report.lf = lines;
  }
  if ((seen & high) != 0) {
    examine_code_points(text, report);
  }
  if ((seen & (nul | control)) != 0) {
    examine_controls(text, report);
  }
  examine_conflicts(text, report);
  return report;
}

bool holds_prose(TokenKind kind) {
  switch (kind) {
  case TokenKind::line_comment:
  case TokenKind::block_comment:
  case TokenKind::string:
  case TokenKind::dollar_string:
  case TokenKind::copy_data:
    return true;
  default:
    return false;
  }
}

} // namespace migcheck::sql
