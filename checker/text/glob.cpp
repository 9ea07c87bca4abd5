// A pattern is matched part by part. Within a part the last `*`, and between
// parts the last `**`, is the only one that ever needs to take more: whatever
// came before it has matched as early as it could.
#include "text/glob.hpp"

namespace migcheck {
namespace {

constexpr std::size_t none = std::string_view::npos;

// The first part of a path; `rest` becomes what follows its slash.
std::string_view take_part(std::string_view& rest) {
  const std::size_t slash = rest.find('/');
  const std::string_view part = rest.substr(0, slash);
  rest = slash == none ? std::string_view() : rest.substr(slash + 1);
  return part;
}

unsigned char byte_of(char c) {
  return static_cast<unsigned char>(c);
}

// Reads the set that begins at `at` (after its `[`) and says whether it holds
// `c`; moves `at` past its `]`. A set that never ends is no set: `at` stays.
bool set_holds(std::string_view pattern, std::size_t& at, char c) {
  std::size_t i = at;
  const bool negated =
      i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  i += negated ? 1 : 0;
  bool holds = false;
  for (bool first = true; i < pattern.size(); first = false) {
    if (pattern[i] == ']' && !first) {
      at = i + 1;
      return holds != negated;
    }
    const char low = pattern[i++];
    char high = low;
    if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
      high = pattern[i + 1];
      i += 2;
    }
    holds =
        holds || (byte_of(low) <= byte_of(c) && byte_of(c) <= byte_of(high));
  }
  return false;
}

// Matches one byte of a name against the pattern's element at `at`, and moves
// past the element on success.
bool match_one(std::string_view pattern, std::size_t& at, char c) {
  if (at == pattern.size()) {
    return false;
  }
  if (pattern[at] == '?') {
    ++at;
    return true;
  }
  if (pattern[at] == '[') {
    std::size_t after = at + 1;
    const bool holds = set_holds(pattern, after, c);
    if (after != at + 1) {
      at = holds ? after : at;
      return holds;
    }
  }
  const std::size_t literal =
      pattern[at] == '\\' && at + 1 < pattern.size() ? at + 1 : at;
  if (pattern[literal] != c) {
    return false;
  }
  at = literal + 1;
  return true;
}

bool match_part(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t star = none;
  std::size_t star_name = 0;
  for (std::size_t n = 0; n < name.size();) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_name = n;
    } else if (match_one(pattern, p, name[n])) {
      ++n;
    } else if (star != none) {
      p = star;
      n = ++star_name;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') {
    ++p;
  }
  return p == pattern.size();
}

enum class Below : bool { no, yes };

// With `Below::yes` a pattern that ends before the path matches too.
bool match(std::string_view pattern, std::string_view path, Below below) {
  bool after_stars = false;
  std::string_view stars_pattern; // what follows the last `**`
  std::string_view stars_path;    // what it has not taken yet
  while (!path.empty()) {
    if (pattern.empty() && below == Below::yes) {
      return true;
    }
    std::string_view next_pattern = pattern;
    std::string_view next_path = path;
    const std::string_view part = take_part(next_pattern);
    if (part == "**") {
      if (next_pattern.empty()) {
        return true;
      }
      after_stars = true;
      pattern = stars_pattern = next_pattern;
      stars_path = path;
    } else if (!pattern.empty() && match_part(part, take_part(next_path))) {
      pattern = next_pattern;
      path = next_path;
    } else if (after_stars) {
      take_part(stars_path);
      pattern = stars_pattern;
      path = stars_path;
    } else {
      return false;
    }
  }
  return pattern.empty();
}

} // namespace

bool glob_match(std::string_view pattern, std::string_view path) {
  return match(pattern, path, Below::no);
}

bool glob_covers(std::string_view pattern, std::string_view path) {
  while (pattern.ends_with('/')) {
    pattern.remove_suffix(1);
  }
  return !pattern.empty() && match(pattern, path, Below::yes);
}

} // namespace migcheck
