// No known runner: versions are dates and times. Names are read as in
// `numbered`, so that a directory may hold some of each.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

ParsedName parse(std::string_view name) {
  return layout(LayoutId::numbered).parse(name);
}

} // namespace

const Layout timestamped = {
    .id = LayoutId::timestamped,
    .name = "timestamped",
    .parse = parse,
    .compare = by_dotted,
    .own_order = false};

} // namespace migcheck::layouts
