// Path filters of GitHub workflows (`on.push.paths`, `paths-ignore`), which
// are no globs of git or of a shell: `?` and `+` speak of the byte before them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck {

// Whether a pattern, without a leading `!`, matches a whole path from the
// repository's root. `*` is any text without `/`, `**` any text, `**/` any
// folders or none, `x?` one x or none, `x+` one or more, `[a-c1]` one byte of
// these; a backslash takes the next byte as it is. A pattern that GitHub
// refuses (a set without an end, an empty one, a range backwards) matches
// nothing. Linear in pattern times path.
bool github_pattern_matches(std::string_view pattern, std::string_view path);

// True when the pattern holds anything but plain bytes.
bool is_github_wildcard(std::string_view pattern);

enum class FilterVerdict : std::uint8_t {
  unmatched, // no pattern matches
  included,  // the last that matches is a plain one
  excluded   // … begins with `!`
};

// A list of patterns, read once for many paths.
class GithubFilter {
 public:
  // The patterns must outlive it.
  explicit GithubFilter(const std::vector<std::string>& patterns);

  GithubFilter(GithubFilter&&) noexcept;
  GithubFilter& operator=(GithubFilter&&) noexcept;
  ~GithubFilter();

  // What the list says of a path: the patterns are tried in order, and each
  // that matches overrules those before it. A pattern without wildcards costs
  // nothing but a look-up for all of them.
  FilterVerdict verdict(std::string_view path) const;

 private:
  struct Wildcard;

  std::vector<bool> negative_; // of each pattern
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> plain_;
  std::vector<Wildcard> wildcards_;
};

} // namespace migcheck
