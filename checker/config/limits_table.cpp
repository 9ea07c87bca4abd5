#include "config/section.hpp"
#include "config/sizes.hpp"
#include "config/tables.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>

namespace migcheck {
namespace {

struct LimitKey {
  std::string_view key;
  std::uint64_t Limits::*member;
  LimitUnit unit;
};

constexpr std::array<LimitKey, 7> limit_keys = {
    {{"file", &Limits::file, LimitUnit::bytes},
     {"lockfile", &Limits::lockfile, LimitUnit::bytes},
     {"statement", &Limits::statement, LimitUnit::bytes},
     {"nesting", &Limits::nesting, LimitUnit::count},
     {"findings", &Limits::findings, LimitUnit::count},
     {"depth", &Limits::depth, LimitUnit::count},
     {"files", &Limits::files, LimitUnit::count}}};

} // namespace

Limits read_limits(const TomlValue& table, Problems& problems) {
  std::vector<std::string_view> keys;
  keys.reserve(limit_keys.size());
  for (const LimitKey& known : limit_keys) {
    keys.push_back(known.key);
  }
  ConfigSection section(table, "[limits]", keys, problems);
  Limits limits;
  for (const LimitKey& known : limit_keys) {
    const TomlValue* value = section.find(known.key);
    if (value == nullptr) {
      continue;
    }
    if (const auto limit = read_limit(*value, known.unit)) {
      limits.*known.member = *limit;
    } else {
      section.problem(
          *value,
          fmt::format("{} {}", quoted(known.key), limit_form(known.unit)));
    }
  }
  return limits;
}

} // namespace migcheck
