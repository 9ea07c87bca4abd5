#include "discover/head_sample.hpp"

#include "model/path_words.hpp"
#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"

#include <algorithm>
#include <bit>

namespace migcheck {
namespace {

constexpr std::uint64_t size_limit = 1u << 20;

struct Hint {
  std::string_view text; // in lower case
  Dialect dialect;
};

constexpr std::array<Hint, 24> hints = {{
    {"engine=innodb", Dialect::mysql},
    {"engine = innodb", Dialect::mysql},
    {"auto_increment", Dialect::mysql},
    {"utf8mb4", Dialect::mysql},
    {"delimiter ", Dialect::mysql},
    {" tinyint(1)", Dialect::mysql},
    {" unsigned", Dialect::mysql},
    {"autoincrement", Dialect::sqlite},
    {"pragma ", Dialect::sqlite},
    {"strftime(", Dialect::sqlite},
    {"datetime('now", Dialect::sqlite},
    {"without rowid", Dialect::sqlite},
    {"mergetree", Dialect::clickhouse},
    {"lowcardinality(", Dialect::clickhouse},
    {"nvarchar", Dialect::tsql},
    {"[dbo]", Dialect::tsql},
    {"identity(1,1)", Dialect::tsql},
    {"sysutcdatetime", Dialect::tsql},
    {"plpgsql", Dialect::postgresql},
    {"timestamptz", Dialect::postgresql},
    {"jsonb", Dialect::postgresql},
    {"serial", Dialect::postgresql},
    {"$$", Dialect::postgresql},
    {"gen_random_uuid", Dialect::postgresql},
}};

constexpr char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// For each byte the hints that have it at a place, one bit each.
using HintsByByte = std::array<std::uint32_t, 256>;

constexpr HintsByByte hints_by_byte(std::size_t place) {
  HintsByByte table{};
  for (std::size_t i = 0; i < hints.size(); ++i) {
    for (const char c :
         {hints[i].text[place], to_upper(hints[i].text[place])}) {
      table[static_cast<unsigned char>(c)] |= 1u << i;
    }
  }
  return table;
}

constexpr HintsByByte hints_by_first = hints_by_byte(0);
constexpr HintsByByte hints_by_second = hints_by_byte(1);

// The hints that a line holds, one bit each.
std::uint32_t hints_in(std::string_view line) {
  std::uint32_t found = 0;
  std::uint32_t begun = 0; // with the byte before
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto byte = static_cast<unsigned char>(line[at]);
    std::uint32_t may = begun & hints_by_second[byte] & ~found;
    begun = hints_by_first[byte];
    for (; may != 0; may &= may - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(may));
      if (starts_with_ignoring_case(line.substr(at - 1), hints[i].text)) {
        found |= 1u << i;
      }
    }
  }
  return found;
}

void add_hint(HeadSample& sample, Dialect dialect, unsigned weight) {
  sample.dialects[static_cast<std::size_t>(dialect)] += weight;
}

void sample_comment(
    std::string_view line, const std::string& path, HeadSample& sample) {
  const std::string_view text = trim_left(line.substr(2));
  if (text.starts_with("+goose") && sample.goose.empty()) {
    sample.goose = path;
  } else if (text.starts_with("migrate:up") && sample.dbmate.empty()) {
    sample.dbmate = path;
  } else if (sample.liquibase.empty()) {
    const std::string lower = lower_case(text.substr(0, 40));
    if (lower.starts_with("liquibase formatted") ||
        lower.starts_with("liquibaseformatted")) {
      sample.liquibase = path;
    }
  }
}

void sample_line(std::string_view line, HeadSample& sample) {
  const std::string_view begin = trim_left(line);
  sample.defines = sample.defines ||
                   starts_with_ignoring_case(begin, "create ") ||
                   starts_with_ignoring_case(begin, "alter ") ||
                   starts_with_ignoring_case(begin, "drop ");
  if (equals_ignoring_case(begin, "go")) {
    add_hint(sample, Dialect::tsql, 2);
  }
  for (std::uint32_t left = hints_in(line); left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    add_hint(sample, hints[i].dialect, 1);
  }
  const std::size_t quote = line.find('`');
  if (quote != line.npos && line.find('`', quote + 1) != line.npos) {
    add_hint(sample, Dialect::mysql, 1);
  }
}

} // namespace

void sample_text(
    std::string_view text, const std::string& path, HeadSample& sample) {
  text = without_byte_order_mark(text);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    const std::string_view begin = trim_left(line);
    if (begin.starts_with("--")) {
      sample_comment(begin, path, sample);
    } else if (line.size() < 4096) {
      sample_line(line, sample);
    }
  }
}

HeadSample sample_heads(
    const std::vector<const FileEntry*>& files, const FileReader& reader) {
  constexpr std::size_t most = 5;
  HeadSample sample;
  std::string buffer;
  const std::size_t count = std::min(files.size(), most);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = count < 2 ? 0 : i * (files.size() - 1) / (count - 1);
    const std::string path(files[at]->path);
    if (reader.read({.path = path, .limit = size_limit}, buffer) ==
        ReadFailure::none) {
      ++sample.read;
      sample_text(buffer, path, sample);
    }
  }
  return sample;
}

std::optional<Dialect> dialect_of_sample(const HeadSample& sample) {
  const auto best =
      std::max_element(sample.dialects.begin(), sample.dialects.end());
  if (*best == 0 ||
      std::count(sample.dialects.begin(), sample.dialects.end(), *best) > 1) {
    return std::nullopt;
  }
  return static_cast<Dialect>(best - sample.dialects.begin());
}

} // namespace migcheck
