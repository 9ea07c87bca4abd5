#include "discover/join_downs.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace migcheck {
namespace {

using Positions = std::vector<std::size_t>;
using Ups = std::map<std::string_view, Positions>;

bool is_plain_ending(const Migration& down) {
  return down.entry.find(".down.") != std::string::npos ||
         down.kind == MigrationKind::undo || down.name.empty();
}

bool same_title(const Migration& up, const Migration& down) {
  std::string_view title = up.name;
  if (title == down.name) {
    return true;
  }
  const bool marked = title.ends_with("_up") || title.ends_with("-up");
  return marked && title.substr(0, title.size() - 3) == down.name;
}

// The up file that a down file belongs to; the size of `all` when none does.
std::size_t find_up(
    const std::vector<Migration>& all, const Ups& ups, const Migration& down) {
  const auto group = ups.find(down.version);
  if (group == ups.end()) {
    return all.size();
  }
  std::size_t sole = all.size();
  std::size_t free = 0;
  for (const std::size_t at : group->second) {
    if (!all[at].down.empty()) {
      continue;
    }
    if (same_title(all[at], down)) {
      return at;
    }
    sole = at;
    ++free;
  }
  return is_plain_ending(down) && free == 1 ? sole : all.size();
}

// "010_scale_down.sql" without "010_scale.sql".
void make_up(Migration& migration) {
  migration.direction = Direction::up;
  const std::size_t at = migration.entry.rfind(migration.name);
  const std::size_t end = migration.entry.rfind(".sql");
  if (at != std::string::npos && end != std::string::npos && at < end) {
    migration.name = migration.entry.substr(at, end - at);
  }
}

} // namespace

void join_downs(MigrationDirectory& directory) {
  std::vector<Migration>& all = directory.migrations;
  if (std::none_of(all.begin(), all.end(), [](const Migration& migration) {
        return migration.direction == Direction::down;
      })) {
    return;
  }
  Ups ups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].direction != Direction::down) {
      ups[all[i].version].push_back(i);
    }
  }
  std::vector<bool> joined(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].direction != Direction::down) {
      continue;
    }
    const std::size_t up = find_up(all, ups, all[i]);
    if (up < all.size()) {
      all[up].down = all[i].path;
      joined[i] = true;
    } else if (!is_plain_ending(all[i])) {
      make_up(all[i]);
    }
  }
  std::vector<Migration> kept;
  kept.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!joined[i]) {
      kept.push_back(std::move(all[i]));
    }
  }
  all = std::move(kept);
}

} // namespace migcheck
