// Sqitch: deploy/NAME.sql, in the order of the plan. The name of the change is
// its version; `NAME@tag.sql` is the older form of a reworked change.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  if (!take_suffix(stem, ".sql")) {
    return is_common_companion(name) ? companion()
                                     : skipped("the name does not end in .sql");
  }
  if (stem.empty()) {
    return skipped("no name before .sql");
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = stem,
      .version = std::string(stem),
      .title = stem};
}

} // namespace

const Layout sqitch = {
    .id = LayoutId::sqitch,
    .name = "sqitch",
    .parse = parse,
    .compare = by_name,
    .recursive = true,
    .hash = RunnerHash::raw_bytes};

} // namespace migcheck::layouts
