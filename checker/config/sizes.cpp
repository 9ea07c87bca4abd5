#include "config/sizes.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace migcheck {
namespace {

constexpr std::uint64_t largest_limit = 0xFFFFFFFF;

std::optional<std::uint64_t> unit_size(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, std::uint64_t>, 8> units = {
      {{"", 1},
       {"B", 1},
       {"KiB", 1u << 10},
       {"MiB", 1u << 20},
       {"GiB", 1u << 30},
       {"KB", 1000},
       {"MB", 1000000},
       {"GB", 1000000000}}};
  for (const auto& [name, size] : units) {
    if (name == unit) {
      return size;
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> in_range(std::uint64_t limit) {
  return limit >= 1 && limit <= largest_limit ? std::optional(limit)
                                              : std::nullopt;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t number = 0;
  const auto [after, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number > largest_limit) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(after - text.data()));
  while (text.starts_with(' ')) {
    text.remove_prefix(1);
  }
  const auto size = unit_size(text);
  return size ? in_range(number * *size) : std::nullopt;
}

// Digits without leading zeros; nothing when there is anything else.
std::optional<std::string> plain_digits(std::string_view text) {
  if (text.empty() ||
      text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t first = text.find_first_not_of('0');
  return std::string(
      first == std::string_view::npos ? "0" : text.substr(first));
}

} // namespace

std::optional<std::uint64_t>
read_limit(const TomlValue& value, LimitUnit unit) {
  if (value.kind == TomlKind::integer && value.integer > 0) {
    return in_range(static_cast<std::uint64_t>(value.integer));
  }
  if (value.kind == TomlKind::string && unit == LimitUnit::bytes) {
    return parse_size(value.text);
  }
  return std::nullopt;
}

std::string_view limit_form(LimitUnit unit) {
  return unit == LimitUnit::bytes
             ? "is not a size such as \"16 MiB\" or 4096, below 4 GiB"
             : "is not a number from 1 to 4294967295";
}

std::optional<VersionRange> version_range(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = plain_digits(text.substr(0, dash));
  const auto last = dash == std::string_view::npos
                        ? first
                        : plain_digits(text.substr(dash + 1));
  if (!first || !last || first->size() > last->size() ||
      (first->size() == last->size() && *first > *last)) {
    return std::nullopt;
  }
  return VersionRange{*first, *last};
}

} // namespace migcheck
