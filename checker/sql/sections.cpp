#include "sql/sections.hpp"

namespace migcheck::sql {

Sections read_sections(std::string_view text, LayoutId layout) {
  Sections sections;
  switch (layout) {
  case LayoutId::goose:
    sections = read_goose_cuts(text);
    break;
  case LayoutId::dbmate:
    sections = read_dbmate_sections(text);
    break;
  case LayoutId::liquibase_sql:
    sections = read_liquibase_sections(text);
    break;
  case LayoutId::atlas:
    sections = read_atlas_sections(text);
    break;
  case LayoutId::sqlx:
    // The first bytes of the file, and nothing else.
    sections.up_transaction = !text.starts_with("-- no-transaction");
    sections.down_transaction = sections.up_transaction;
    break;
  default:
    break;
  }
  if (sections.cuts.empty()) {
    sections.cuts = {{.begin = 0, .section = Section::up}};
  } else if (sections.cuts.front().begin > 0) {
    sections.cuts.insert(
        sections.cuts.begin(), {.begin = 0, .section = Section::none});
  }
  // Other runners switch it off part by part.
  const bool whole =
      layout != LayoutId::dbmate && layout != LayoutId::liquibase_sql;
  for (SectionCut& cut : sections.cuts) {
    if (whole) {
      cut.transaction = cut.section == Section::down ? sections.down_transaction
                                                     : sections.up_transaction;
    }
  }
  return sections;
}

} // namespace migcheck::sql
