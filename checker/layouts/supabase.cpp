// Supabase: ^([0-9]+)_(.*)\.sql$, by bytes.
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
  if (digits == 0 || digits == stem.size() || stem[digits] != '_') {
    return skipped("the name does not begin with digits and \"_\"");
  }
  if (stem.find('\n') != std::string_view::npos) {
    return skipped("a line feed in the name");
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = stem.substr(0, digits),
      .version = std::string(stem.substr(0, digits)),
      .title = stem.substr(digits + 1)};
}

} // namespace

const Layout supabase = {
    .id = LayoutId::supabase,
    .name = "supabase",
    .parse = parse,
    .compare = by_name,
    .sequential_gaps = true};

} // namespace migcheck::layouts
