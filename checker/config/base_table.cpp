#include "config/section.hpp"
#include "config/tables.hpp"
#include "io/git_objects.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 1> base_keys = {"ref"};

} // namespace

std::string read_base(const TomlValue& table, Problems& problems) {
  ConfigSection section(table, "[base]", base_keys, problems);
  section.require("ref");
  const TomlValue* ref = section.find("ref", TomlKind::string);
  if (ref == nullptr) {
    return {};
  }
  if (!is_plain_ref(ref->text)) {
    section.problem(
        *ref,
        fmt::format(
            "ref {} is not the name of a branch, tag or commit",
            quoted(ref->text)));
  }
  return ref->text;
}

} // namespace migcheck
