// golang-migrate: ^([0-9]+)_(.*)\.(down|up)\.(.*)$, any extension.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

constexpr std::string_view highest = "18446744073709551615";
constexpr std::string_view::size_type none = std::string_view::npos;

ParsedName parse(std::string_view name) {
  const auto no = [&](std::string_view why) {
    return is_common_companion(name) ? companion() : skipped(why);
  };
  const std::size_t digits = leading_digits(name);
  if (digits == 0 || digits == name.size() || name[digits] != '_') {
    return no("the name does not begin with a number and \"_\"");
  }
  // The expression's dots do not match a line feed.
  if (name.find('\n') != none) {
    return no("a line feed in the name");
  }
  const std::string_view rest = name.substr(digits + 1);
  const std::size_t up = rest.rfind(".up.");
  const std::size_t down = rest.rfind(".down.");
  if (up == none && down == none) {
    return no("neither \".up.\" nor \".down.\" in the name");
  }
  const bool is_up = down == none || (up != none && up > down);
  const std::string_view number = name.substr(0, digits);
  if (std::is_gt(compare_decimal(number, highest))) {
    return no("the version is above 18446744073709551615");
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = number,
      .version = canonical_decimal(number),
      .title = rest.substr(0, is_up ? up : down),
      .direction = is_up ? Direction::up : Direction::down};
}

} // namespace

const Layout golang_migrate = {
    .id = LayoutId::golang_migrate,
    .name = "golang-migrate",
    .parse = parse,
    .compare = by_number,
    .sequential_gaps = true};

} // namespace migcheck::layouts
