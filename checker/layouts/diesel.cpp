// Diesel: one folder per migration. The version is the folder's name before
// the first "_" without its "-", compared as text.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

ParsedName parse(std::string_view name) {
  if (name.starts_with('.')) {
    return skipped("a dot folder");
  }
  const std::size_t bar = name.find('_');
  ParsedName parsed{
      .verdict = NameVerdict::migration,
      .version_text = name.substr(0, bar),
      .title = bar == std::string_view::npos ? std::string_view()
                                             : name.substr(bar + 1)};
  for (const char c : parsed.version_text) {
    if (c != '-') {
      parsed.version += c;
    }
  }
  return parsed;
}

} // namespace

const Layout diesel = {
    .id = LayoutId::diesel,
    .name = "diesel",
    .parse = parse,
    .compare = by_text,
    .folders = true,
    .up_file = "up.sql",
    .down_file = "down.sql"};

} // namespace migcheck::layouts
