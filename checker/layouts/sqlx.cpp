// sqlx: INTEGER_description.sql, .up.sql, .down.sql.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

constexpr std::string_view lowest = "-9223372036854775808";
constexpr std::string_view highest = "9223372036854775807";

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  if (!take_suffix(stem, ".sql")) {
    return is_common_companion(name) ? companion()
                                     : skipped("the name does not end in .sql");
  }
  const std::size_t bar = stem.find('_');
  if (bar == std::string_view::npos) {
    return skipped("no \"_\" after a version");
  }
  const std::string_view number = stem.substr(0, bar);
  if (!is_signed_decimal(number) || !in_range(number, lowest, highest)) {
    return refused("the text before the first \"_\" is not a 64-bit integer");
  }
  std::string_view title = stem.substr(bar + 1);
  const bool down = take_suffix(title, ".down");
  if (!down) {
    take_suffix(title, ".up");
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = number,
      .version = canonical_decimal(number),
      .title = title,
      .direction = down ? Direction::down : Direction::up};
}

} // namespace

const Layout sqlx = {
    .id = LayoutId::sqlx,
    .name = "sqlx",
    .parse = parse,
    .compare = by_number,
    .sequential_gaps = true,
    .hash = RunnerHash::raw_bytes};

} // namespace migcheck::layouts
