// dbmate: ^(\d+).*\.sql$, by file name; the version is the digits as written.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  if (!take_suffix(stem, ".sql")) {
    return is_common_companion(name) ? companion()
                                     : skipped("the name does not end in .sql");
  }
  const std::size_t digits = leading_digits(stem);
  if (digits == 0) {
    return skipped("the name does not begin with a digit");
  }
  if (stem.find('\n') != std::string_view::npos) {
    return skipped("a line feed in the name");
  }
  std::string_view title = stem.substr(digits);
  if (title.starts_with('_')) {
    title.remove_prefix(1);
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = stem.substr(0, digits),
      .version = std::string(stem.substr(0, digits)),
      .title = title,
      .direction = Direction::both};
}

} // namespace

const Layout dbmate = {
    .id = LayoutId::dbmate,
    .name = "dbmate",
    .parse = parse,
    .compare = by_name,
    .sequential_gaps = true};

} // namespace migcheck::layouts
