#include "config/section.hpp"
#include "config/tables.hpp"

#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 3> ignore_keys = {
    "rule", "path", "reason"};

} // namespace

IgnoreConfig read_ignore(const TomlValue& table, Problems& problems) {
  ConfigSection section(table, "[[ignore]]", ignore_keys, problems);
  IgnoreConfig out;
  out.location = section.location(table.span);
  section.require("rule");
  section.read("rule", out.rule);
  section.require("reason");
  if (const TomlValue* path = section.find("path", TomlKind::string)) {
    out.path = section.glob("path", *path);
  }
  if (const TomlValue* reason = section.find("reason", TomlKind::string)) {
    out.reason = reason->text;
    if (reason->text.find_first_not_of(" \t\r\n") == std::string::npos) {
      section.problem(*reason, "reason is empty, say why");
    }
  }
  return out;
}

} // namespace migcheck
