#include "journals/atlas_names.hpp"

#include "layouts/version.hpp"
#include "text/path_parts.hpp"

#include <algorithm>

namespace migcheck {
namespace {

bool is_in_folder(std::string_view name) {
  return name.find('/') == std::string_view::npos;
}

// Atlas's reading, which takes `B` and `V` alike.
std::string_view flyway_version(std::string_view path) {
  const std::string_view name = last_part(path);
  if (name.front() == 'R') {
    return "";
  }
  const std::string_view stem = name.substr(1, name.size() - 5);
  return stem.substr(0, stem.find("__"));
}

// Lists of numbers; a part that is none counts as 0, a missing one as less.
bool flyway_less(const std::string& a, const std::string& b) {
  std::string_view one = flyway_version(a);
  std::string_view other = flyway_version(b);
  const auto next = [](std::string_view& text) {
    const std::size_t end = text.find_first_of("._");
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view()
                                         : text.substr(end + 1);
    return all_digits(part) ? part : "0";
  };
  while (!one.empty() && !other.empty()) {
    const auto order = compare_decimal(next(one), next(other));
    if (order != std::strong_ordering::equal) {
      return order == std::strong_ordering::less;
    }
  }
  return one.empty() && !other.empty();
}

bool is_flyway(std::string_view path) {
  const std::string_view name = last_part(path);
  const bool hidden = path.front() == '.' || path.find("/.") != path.npos;
  return !hidden && name.size() > 4 && name.ends_with(".sql") &&
         (name[0] == 'V' || name[0] == 'B' || name[0] == 'R');
}

} // namespace

std::vector<std::string>
atlas_names(const std::vector<std::string_view>& below) {
  std::vector<std::string> names;
  for (const std::string_view name : below) {
    if (is_in_folder(name) && name.ends_with(".sql")) {
      names.emplace_back(name);
    }
  }
  return names;
}

std::vector<std::string>
golang_migrate_names(const std::vector<std::string_view>& below) {
  std::vector<std::string> names;
  for (const std::string_view name : below) {
    if (is_in_folder(name) && name.ends_with(".up.sql")) {
      names.emplace_back(name);
    }
  }
  return names;
}

// A baseline takes the place of what is not above it, compared as text.
std::vector<std::string>
flyway_names(const std::vector<std::string_view>& below) {
  std::string baseline;
  std::vector<std::string> versioned;
  std::vector<std::string> repeatable;
  for (const std::string_view path : below) {
    if (!is_flyway(path)) {
      continue;
    }
    const std::string_view version = flyway_version(path);
    const char kind = last_part(path).front();
    if (kind == 'R') {
      repeatable.emplace_back(path);
    } else if (kind == 'V') {
      if (baseline.empty() || flyway_version(baseline) < version) {
        versioned.emplace_back(path);
      }
    } else if (baseline.empty() || flyway_version(baseline) <= version) {
      baseline = path;
      std::erase_if(versioned, [&](const std::string& older) {
        return flyway_version(older) <= version;
      });
    }
  }
  std::stable_sort(versioned.begin(), versioned.end(), flyway_less);
  std::vector<std::string> names;
  if (!baseline.empty()) {
    names.push_back(baseline);
  }
  names.insert(names.end(), versioned.begin(), versioned.end());
  names.insert(names.end(), repeatable.begin(), repeatable.end());
  return names;
}

} // namespace migcheck
