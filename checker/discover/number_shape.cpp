#include "discover/number_shape.hpp"

#include "discover/evidence.hpp"
#include "layouts/layout.hpp"
#include "layouts/timestamp.hpp"
#include "model/path_words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace migcheck {
namespace {

// The text before the first digit.
std::string_view text_before_number(std::string_view name) {
  const std::size_t at = name.find_first_of("0123456789");
  return at == std::string_view::npos ? std::string_view() : name.substr(0, at);
}

bool is_version_word(std::string_view prefix) {
  static constexpr std::array<std::string_view, 16> words = {
      "v",
      "ver",
      "version",
      "schema",
      "patch",
      "migration",
      "migrate",
      "update",
      "upgrade",
      "delta",
      "change",
      "changeset",
      "step",
      "rev",
      "db",
      "alter"};
  std::string word = lower_case(prefix);
  while (!word.empty() &&
         std::string_view("-_. ").find(word.back()) != std::string_view::npos) {
    word.pop_back();
  }
  return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::string
common_prefix(const std::vector<const FileEntry*>& sql, bool any_word) {
  std::map<std::string_view, std::size_t> counts;
  for (const FileEntry* file : sql) {
    const std::string_view prefix = text_before_number(last_part(file->path));
    if (!prefix.empty() && prefix.size() <= 64) {
      ++counts[prefix];
    }
  }
  std::string_view best;
  std::size_t most = 0;
  for (const auto& [prefix, count] : counts) {
    const bool told = is_version_word(prefix) || prefix.ends_with("--");
    if (count > most && (told || any_word)) {
      best = prefix;
      most = count;
    }
  }
  return std::string(best);
}

bool is_dense(const Folder& folder, std::string_view prefix) {
  std::vector<std::string> versions;
  for (const FileEntry* file : folder.files) {
    const std::string_view name = last_part(file->path);
    if (!name.starts_with(prefix)) {
      continue;
    }
    ParsedName parsed = layout(LayoutId::numbered)
                            .parse(name_in_sql(name.substr(prefix.size())));
    if (parsed.verdict != NameVerdict::migration ||
        parsed.direction == Direction::down) {
      continue;
    }
    if (!all_digits(parsed.version)) {
      return true; // dotted versions and steps are no identifiers
    }
    versions.push_back(std::move(parsed.version));
  }
  std::sort(versions.begin(), versions.end(), [](const auto& a, const auto& b) {
    return std::is_lt(compare_decimal(a, b));
  });
  const bool repeated =
      std::adjacent_find(versions.begin(), versions.end()) != versions.end();
  if (repeated && !prefix.empty()) {
    return false; // "v1-core", "v1-olap": parts of a version
  }
  std::size_t near = 1;
  for (std::size_t i = 1; i < versions.size(); ++i) {
    near += distance(versions[i], versions[i - 1], 10) < 4 ? 1 : 0;
  }
  return versions.size() > 1 && near * 2 > versions.size();
}

bool is_mostly_timestamps(const Folder& folder, std::string_view prefix) {
  std::size_t stamps = 0;
  std::size_t others = 0;
  for (const FileEntry* file : folder.files) {
    const std::string_view name = last_part(file->path);
    if (!name.starts_with(prefix)) {
      continue;
    }
    const ParsedName parsed =
        layout(LayoutId::numbered)
            .parse(name_in_sql(name.substr(prefix.size())));
    if (parsed.verdict == NameVerdict::migration) {
      ++(read_timestamp(parsed.version) ? stamps : others);
    }
  }
  return stamps > others;
}

} // namespace migcheck
