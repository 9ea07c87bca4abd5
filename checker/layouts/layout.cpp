#include "layouts/layout.hpp"

#include "layouts/grammar.hpp"

#include <algorithm>
#include <array>

namespace migcheck {
namespace {

// In the order of LayoutId.
const std::array<Layout, 14>& table() {
  static const std::array<Layout, 14> layouts = {
      layouts::goose,
      layouts::golang_migrate,
      layouts::dbmate,
      layouts::flyway,
      layouts::sqlx,
      layouts::diesel,
      layouts::prisma,
      layouts::drizzle,
      layouts::supabase,
      layouts::liquibase_sql,
      layouts::sqitch,
      layouts::atlas,
      layouts::numbered,
      layouts::timestamped};
  return layouts;
}

} // namespace

std::string_view kind_name(MigrationKind kind) {
  switch (kind) {
  case MigrationKind::versioned:
    return "versioned";
  case MigrationKind::repeatable:
    return "repeatable";
  case MigrationKind::baseline:
    return "baseline";
  case MigrationKind::undo:
    return "undo";
  }
  return "";
}

std::string_view direction_name(Direction direction) {
  switch (direction) {
  case Direction::up:
    return "up";
  case Direction::down:
    return "down";
  case Direction::both:
    return "both";
  }
  return "";
}

const Layout& layout(LayoutId id) {
  return table()[static_cast<std::size_t>(id)];
}

std::span<const Layout> all_layouts() {
  return table();
}

std::optional<LayoutId> layout_from(std::string_view name) {
  const auto found =
      std::find_if(table().begin(), table().end(), [&](const Layout& layout) {
        return layout.name == name;
      });
  return found == table().end() ? std::nullopt : std::optional(found->id);
}

} // namespace migcheck
