#include "schema/calls.hpp"

#include "schema/expressions.hpp"

#include <algorithm>
#include <array>

namespace migcheck::schema {
namespace {

// Functions of extensions that change the table which they are given.
constexpr std::array<std::string_view, 8> table_functions = {
    "create_hypertable",
    "create_distributed_hypertable",
    "create_distributed_table",
    "create_reference_table",
    "create_parent",
    "addgeometrycolumn",
    "undo_partition",
    "run_maintenance"};

// The functions that a name may mean.
std::vector<Id>
functions_named(const Session& session, const ddl::QualifiedName& name) {
  const Catalogue& catalogue = session.catalogue;
  std::vector<Id> found;
  const Id schema = name.schema.empty() ? catalogue.public_schema()
                                        : catalogue.find_schema(name.schema);
  if (schema != no_id) {
    found = catalogue.find_functions(schema, name.name);
  }
  return found;
}

} // namespace

void add_dynamic(Session& session, const ddl::DynamicPart& part) {
  if (part.kind == ddl::ObjectKind::role) {
    return; // no part of the schema
  }
  std::string object = part.object;
  if (object.empty() && !part.table.empty()) {
    object = part.table;
  } else if (
      !part.table.empty() && object.find('.') == std::string::npos &&
      (part.kind == ddl::ObjectKind::trigger ||
       part.kind == ddl::ObjectKind::constraint ||
       part.kind == ddl::ObjectKind::column ||
       part.kind == ddl::ObjectKind::policy)) {
    object = part.table + '.' + object;
  }
  session.add_unknown(std::move(object), part.why);
}

void call_function(
    Session& session,
    const ddl::QualifiedName& name,
    const std::string& literal) {
  const Catalogue& catalogue = session.catalogue;
  const bool changes_table =
      std::find(table_functions.begin(), table_functions.end(), name.name) !=
      table_functions.end();
  if (changes_table && !literal.empty()) {
    for (const char* form : {"", ".*", "_*", "/*"}) {
      session.add_unknown(literal + form, name.name + "() changes the table");
    }
  }
  std::vector<Id> called = functions_named(session, name);
  for (std::size_t i = 0; i < called.size(); ++i) {
    const Function function = catalogue.functions[called[i]];
    for (const ddl::DynamicPart& effect : function.effects) {
      add_dynamic(session, effect);
    }
    for (const ddl::QualifiedName& inner : function.calls) {
      for (const Id id : functions_named(session, inner)) {
        add_missing(called, id);
      }
    }
  }
}

} // namespace migcheck::schema
