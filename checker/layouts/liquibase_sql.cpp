// Liquibase formatted SQL: any name; a changeset is known by author, id and
// the file's path, and the changelog decides the order of files.
#include "layouts/grammar.hpp"

namespace migcheck::layouts {
namespace {

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  if (!take_suffix_any_case(stem, ".sql")) {
    return is_common_companion(name) ? companion()
                                     : skipped("the name does not end in .sql");
  }
  const std::size_t digits = leading_digits(stem);
  std::string_view title = stem.substr(digits);
  while (digits > 0 && !title.empty() &&
         (title[0] == '-' || title[0] == '_' || title[0] == '.')) {
    title.remove_prefix(1);
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = stem.substr(0, digits),
      .version = std::string(name),
      .title = title,
      .direction = Direction::both};
}

} // namespace

const Layout liquibase_sql = {
    .id = LayoutId::liquibase_sql,
    .name = "liquibase-sql",
    .parse = parse,
    .compare = by_name,
    .hash = RunnerHash::neutral};

} // namespace migcheck::layouts
