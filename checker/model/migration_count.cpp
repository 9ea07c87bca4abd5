#include "model/migration_count.hpp"

#include "text/printable.hpp"

#include <array>

namespace migcheck {

std::string_view relation_name(CountRelation relation) {
  constexpr std::array<std::string_view, 5> names = {
      "highest", "count", "highest+1", "count-1", "lowest"};
  return names[static_cast<std::size_t>(relation)];
}

std::string count_label(const MigrationCount& count) {
  return count.name.empty() ? "this number" : quoted(count.name);
}

} // namespace migcheck
