// Atlas: *.sql of the folder, dot files included, by bytes; the version is the
// text before the first "_".
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  if (!take_suffix(stem, ".sql")) {
    return is_common_companion(name) ? companion()
                                     : skipped("the name does not end in .sql");
  }
  const std::size_t bar = stem.find('_');
  return {
      .verdict = NameVerdict::migration,
      .version_text = stem.substr(0, bar),
      .version = std::string(stem.substr(0, bar)),
      .title = bar == std::string_view::npos ? std::string_view()
                                             : stem.substr(bar + 1)};
}

} // namespace

const Layout atlas = {
    .id = LayoutId::atlas,
    .name = "atlas",
    .parse = parse,
    .compare = by_name,
    .sequential_gaps = true,
    .hash = RunnerHash::raw_bytes};

} // namespace migcheck::layouts
