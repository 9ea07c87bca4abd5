#include "schema/acting_functions.hpp"

#include "text/ascii.hpp"

#include <variant>

namespace migcheck::schema {
namespace {

using ddl::QualifiedName;

// Functions of extensions may do anything; of those without a schema only the
// names tell.
bool may_make_objects(const QualifiedName& function) {
  const std::string schema = lower_case(function.schema);
  if (!schema.empty() && schema != "public") {
    return schema != "pg_catalog";
  }
  return starts_with_ignoring_case(function.name, "create") ||
         starts_with_ignoring_case(function.name, "add") ||
         starts_with_ignoring_case(function.name, "make");
}

} // namespace

ActingFunctions::ActingFunctions(const MigrationDirectory& directory) {
  std::vector<const ddl::CreateFunction*> all;
  for (const Migration& migration : directory.migrations) {
    if (migration.file.script == nullptr) {
      continue;
    }
    for (const ddl::Recognised& one : *migration.file.script) {
      if (const auto* made = std::get_if<ddl::CreateFunction>(&one.what)) {
        functions_.emplace(lower_case(made->name.name), CallEffects{});
        all.push_back(made);
      }
    }
  }
  for (const ddl::CreateFunction* function : all) {
    add(*function);
  }
}

void ActingFunctions::add(const ddl::CreateFunction& function) {
  const std::string name = lower_case(function.name.name);
  CallEffects& effects = functions_.at(name);
  effects.parts.insert(
      effects.parts.end(), function.effects.begin(), function.effects.end());
  for (const QualifiedName& called : function.calls) {
    const std::string other = lower_case(called.name);
    if (other != name && functions_.count(other) != 0) {
      effects.known = false;
    }
  }
}

const CallEffects& ActingFunctions::call(const QualifiedName& function) const {
  static const CallEffects none;
  static const CallEffects anything = {.known = false, .parts = {}};
  const auto found = functions_.find(lower_case(function.name));
  if (found != functions_.end()) {
    return found->second;
  }
  return may_make_objects(function) ? anything : none;
}

} // namespace migcheck::schema
