#include "config/section.hpp"
#include "config/tables.hpp"

#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 5> list_keys = {
    "file", "name", "directory", "intent", "except"};

constexpr std::array<std::string_view, 4> intent_words = {
    "complete", "subset", "exclusion", "ignore"};
constexpr std::array<Intent, 4> intents = {
    Intent::complete, Intent::subset, Intent::exclusion, Intent::ignored};

} // namespace

ListConfig read_list(const TomlValue& table, Problems& problems) {
  ConfigSection section(table, "[[list]]", list_keys, problems);
  ListConfig out;
  out.location = section.location(table.span);
  section.require("file");
  out.file = section.path("file").value_or("");
  section.read("name", out.name);
  out.directory = section.path("directory").value_or("");
  if (const auto word = section.word("intent", intent_words)) {
    out.intent = intents[*word];
  }
  for (const TomlValue* name : section.strings("except")) {
    out.except.push_back(name->text);
  }
  return out;
}

} // namespace migcheck
