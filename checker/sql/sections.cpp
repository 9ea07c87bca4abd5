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
  default:
    break;
  }
  if (sections.cuts.empty()) {
    sections.cuts = {{0, Section::up}};
  } else if (sections.cuts.front().begin > 0) {
    sections.cuts.insert(sections.cuts.begin(), {0, Section::none});
  }
  return sections;
}

} // namespace migcheck::sql
