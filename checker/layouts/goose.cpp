// goose: NUMBER_name.sql or .go in the folder itself.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

constexpr std::string_view highest = "9223372036854775807";

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  const bool sql = take_suffix(stem, ".sql");
  if (!sql && (!take_suffix(stem, ".go") || stem.ends_with("_test"))) {
    return is_common_companion(name)
               ? companion()
               : skipped("goose reads .sql and .go files only");
  }
  const auto no = sql ? refused : skipped;
  const std::size_t bar = stem.find('_');
  if (bar == std::string_view::npos) {
    return no("no \"_\" after a version");
  }
  const std::string_view number = stem.substr(0, bar);
  if (!is_signed_decimal(number)) {
    return no("the text before the first \"_\" is not a number");
  }
  if (!in_range(number, "1", highest)) {
    return no("the version is not between 1 and 9223372036854775807");
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = number,
      .version = canonical_decimal(number),
      .title = stem.substr(bar + 1),
      .direction = Direction::both};
}

} // namespace

const Layout goose = {
    .id = LayoutId::goose,
    .name = "goose",
    .parse = parse,
    .compare = by_number,
    .sequential_gaps = true};

} // namespace migcheck::layouts
