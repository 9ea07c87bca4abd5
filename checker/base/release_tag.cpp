#include "base/release_tag.hpp"

#include "layouts/version.hpp"

namespace migcheck {

std::optional<std::string_view> release_version(std::string_view tag) {
  constexpr int least_numbers = 2;
  constexpr int most_numbers = 4;
  if (tag.starts_with('v') || tag.starts_with('V')) {
    tag.remove_prefix(1);
  }
  const std::string_view version = tag.substr(0, tag.find('+'));
  int numbers = 0;
  for (std::string_view rest = version;;) {
    const std::size_t digits = leading_digits(rest);
    if (digits == 0) {
      return std::nullopt;
    }
    ++numbers;
    rest.remove_prefix(digits);
    if (rest.empty()) {
      break;
    }
    if (rest.front() != '.') {
      return std::nullopt;
    }
    rest.remove_prefix(1);
  }
  return numbers < least_numbers || numbers > most_numbers
             ? std::nullopt
             : std::optional(version);
}

std::string latest_release(std::span<const std::string> tags) {
  std::string latest;
  std::string_view highest;
  for (const std::string& tag : tags) {
    const auto version = release_version(tag);
    if (!version) {
      continue;
    }
    const auto order = compare_dotted(*version, highest);
    if (latest.empty() || std::is_gt(order) ||
        (std::is_eq(order) && tag < latest)) {
      latest = tag;
      highest = *version;
    }
  }
  return latest;
}

} // namespace migcheck
