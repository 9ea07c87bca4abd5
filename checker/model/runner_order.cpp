#include "model/runner_order.hpp"

namespace migcheck {
namespace {

ParsedName parsed(const Migration& migration) {
  return {
      .verdict = NameVerdict::migration,
      .version_text = migration.version_text,
      .version = migration.version,
      .title = migration.name,
      .kind = migration.kind,
      .direction = migration.direction};
}

} // namespace

std::strong_ordering
runner_order(LayoutId id, const Migration& a, const Migration& b) {
  return layout(id).compare(parsed(a), a.entry, parsed(b), b.entry);
}

} // namespace migcheck
