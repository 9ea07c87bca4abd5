// Prisma: YYYYMMDDHHMMSS_name/migration.sql; the folder's whole name is what
// is recorded.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

ParsedName parse(std::string_view name) {
  if (name.starts_with('.')) {
    return skipped("a dot folder");
  }
  const std::size_t digits = leading_digits(name);
  const bool bar = digits < name.size() && name[digits] == '_';
  return {
      .verdict = NameVerdict::migration,
      .version_text = bar ? name.substr(0, digits) : name,
      .version = std::string(name),
      .title = bar ? name.substr(digits + 1) : name};
}

} // namespace

const Layout prisma = {
    .id = LayoutId::prisma,
    .name = "prisma",
    .parse = parse,
    .compare = by_name,
    .folders = true,
    .up_file = "migration.sql",
    .hash = RunnerHash::neutral};

} // namespace migcheck::layouts
