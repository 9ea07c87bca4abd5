// drizzle 0.x: TAG.sql, in the order of meta/_journal.json. The tag's prefix
// is an index, a timestamp, or missing.
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
  const bool prefix =
      digits > 0 && (digits == stem.size() || stem[digits] == '_');
  return {
      .verdict = NameVerdict::migration,
      .version_text = prefix ? stem.substr(0, digits) : stem,
      .version = prefix ? canonical_decimal(stem.substr(0, digits))
                        : std::string(stem),
      .title = prefix && digits < stem.size() ? stem.substr(digits + 1) : stem};
}

} // namespace

// The journal decides; without it, the tags' numbers.
const Layout drizzle = {
    .id = LayoutId::drizzle,
    .name = "drizzle",
    .parse = parse,
    .compare = by_dotted,
    .sequential_gaps = true};

} // namespace migcheck::layouts
