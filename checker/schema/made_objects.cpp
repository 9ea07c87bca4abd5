#include "schema/made_objects.hpp"

#include "schema/acting_functions.hpp"
#include "schema/touched.hpp"
#include "text/ascii.hpp"
#include "text/glob.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

namespace migcheck::schema {
namespace {

using ddl::DynamicPart;
using ddl::ObjectKind;
using ddl::QualifiedName;

// Follows the Up statements of one migration.
class Maker {
 public:
  Maker(const ActingFunctions& functions, MadeObjects& made)
      : functions_(functions), made_(made) {}

  void read(const ddl::Recognised& statement);

  // Behind the last statement.
  void finish();

  void operator()(const ddl::CreateTable& table);
  void operator()(const ddl::AlterTable& table);
  void operator()(const ddl::CreateIndex& made);
  void operator()(const ddl::Drop& drop);
  void operator()(const ddl::AlterObject& alter);
  void operator()(const ddl::RenameTables& rename);
  void operator()(const ddl::DataStatement& data);
  void operator()(const ddl::DoBlock& block);

  void operator()(const ddl::Unknown& /*unknown*/) { made_.known = false; }

  // All others make neither tables nor indexes.
  template <typename Other>
  void operator()(const Other& /*other*/) {}

 private:
  void constraint(
      const ddl::ConstraintDefinition& constraint, const std::string& table);
  void inline_key(const ddl::IndexDefinition& index, const std::string& table);
  void index(const ddl::IndexDefinition& index, const std::string& table);
  void action(const ddl::TableAction& action, const std::string& table);
  void call(const QualifiedName& function);
  std::size_t table_id(const std::string& name);
  void drop_table(const std::string& name);
  void rename_table(const std::string& from, const std::string& to);
  void rename_index(const std::string& from, const std::string& to);

  const ActingFunctions& functions_;
  MadeObjects& made_;
  bool certain_ = true; // the statement runs whatever there is
  // A table keeps its number when it is renamed.
  std::map<std::string, std::size_t> ids_;
  std::vector<bool> dropped_; // by number
  std::map<std::string, std::size_t>
      indexes_; // and the numbers of their tables
};

void Maker::read(const ddl::Recognised& statement) {
  for (const TouchedObject& object : touched_objects(statement)) {
    if (object.space == Space::relation) {
      made_.touched.insert(lower_case(object.name));
    }
  }
  made_.known = made_.known && !statement.templated;
  certain_ = statement.guard == ddl::Guard::none;
  std::visit(*this, statement.what);
}

void Maker::constraint(
    const ddl::ConstraintDefinition& constraint, const std::string& table) {
  using Kind = ddl::ConstraintKind;
  if (!constraint.name.empty()) {
    made_.touched.insert(lower_case(constraint.name.text));
  } else if (
      constraint.kind == Kind::primary_key || constraint.kind == Kind::unique ||
      constraint.kind == Kind::exclude) {
    made_.keyed.insert(table);
    if (!constraint.columns.empty()) {
      made_.touched.insert(lower_case(constraint.columns.front())); // MySQL
    }
  }
}

// Named inside its table: it need not be declared besides.
void Maker::inline_key(
    const ddl::IndexDefinition& index, const std::string& table) {
  if (!index.name.empty()) {
    made_.touched.insert(lower_case(index.name.text));
    return;
  }
  made_.keyed.insert(table);
  if (!index.elements.empty()) {
    made_.touched.insert(lower_case(index.elements.front().column)); // MySQL
  }
}

void Maker::index(const ddl::IndexDefinition& index, const std::string& table) {
  inline_key(index, table);
  if (!index.name.empty() && certain_) {
    indexes_[lower_case(index.name.text)] = table_id(table);
  }
}

void Maker::operator()(const ddl::CreateTable& table) {
  const std::string name = lower_case(table.name.name);
  const bool part = !table.partition_of.empty();
  if (certain_ && !table.temporary && !part && !name.empty()) {
    made_.tables.insert(name);
  }
  for (const ddl::ConstraintDefinition& one : table.constraints) {
    constraint(one, name);
  }
  for (const ddl::IndexDefinition& one : table.indexes) {
    inline_key(one, name);
  }
  if (part || table.incomplete || !table.likes.empty()) {
    made_.keyed.insert(name);
  }
}

std::size_t Maker::table_id(const std::string& name) {
  const auto [known, added] = ids_.emplace(name, dropped_.size());
  if (added) {
    dropped_.push_back(false);
  }
  return known->second;
}

void Maker::drop_table(const std::string& name) {
  made_.tables.erase(name);
  dropped_[table_id(name)] = true;
  ids_.erase(name);
}

void Maker::rename_table(const std::string& from, const std::string& to) {
  ids_[to] = table_id(from);
  ids_.erase(from);
  if (made_.tables.erase(from) != 0) {
    made_.tables.insert(to);
  }
}

void Maker::finish() {
  constexpr std::size_t most_dynamic = 64;
  for (const auto& [name, table] : indexes_) {
    if (!dropped_[table]) {
      made_.indexes.insert(name);
    }
  }
  if (made_.dynamic.size() > most_dynamic) {
    made_.dynamic.clear();
    made_.known = false;
  }
}

void Maker::rename_index(const std::string& from, const std::string& to) {
  made_.touched.insert(from);
  made_.touched.insert(to);
  if (auto index = indexes_.extract(from)) {
    index.key() = to;
    indexes_.insert(std::move(index));
  }
}

void Maker::action(const ddl::TableAction& action, const std::string& table) {
  const auto& what = action.what;
  if (const auto* renamed = std::get_if<ddl::RenameTable>(&what)) {
    rename_table(table, lower_case(renamed->to.name));
  } else if (const auto* added = std::get_if<ddl::AddConstraint>(&what)) {
    constraint(added->constraint, table);
  } else if (const auto* column = std::get_if<ddl::AddColumn>(&what)) {
    for (const ddl::ConstraintDefinition& one : column->constraints) {
      constraint(one, table);
    }
  } else if (const auto* key = std::get_if<ddl::AddIndex>(&what)) {
    index(key->index, table);
  } else if (const auto* gone = std::get_if<ddl::DropTableIndex>(&what)) {
    made_.touched.insert(lower_case(gone->name.text));
    indexes_.erase(lower_case(gone->name.text));
  } else if (const auto* other = std::get_if<ddl::RenameTableIndex>(&what)) {
    rename_index(lower_case(other->from.text), lower_case(other->to.text));
  } else if (const auto* name = std::get_if<ddl::RenameConstraint>(&what)) {
    rename_index(lower_case(name->from.text), lower_case(name->to.text));
  } else if (const auto* drop = std::get_if<ddl::DropConstraint>(&what)) {
    made_.touched.insert(lower_case(drop->name.text));
  } else if (const auto* part = std::get_if<ddl::AttachPartition>(&what)) {
    made_.tables.erase(lower_case(part->partition.name));
  } else if (std::holds_alternative<ddl::UnknownAction>(what)) {
    made_.known = false;
  }
}

void Maker::operator()(const ddl::AlterTable& table) {
  const std::string name = lower_case(table.name.name);
  if (table.kind == ObjectKind::index) {
    for (const ddl::TableAction& one : table.actions) {
      if (const auto* renamed = std::get_if<ddl::RenameTable>(&one.what)) {
        rename_index(name, lower_case(renamed->to.name));
      }
    }
    return;
  }
  for (const ddl::TableAction& one : table.actions) {
    action(one, name);
  }
}

void Maker::operator()(const ddl::CreateIndex& made) {
  index(made.index, lower_case(made.table.name));
}

void Maker::operator()(const ddl::Drop& drop) {
  for (const ddl::DroppedObject& object : drop.objects) {
    const std::string name = lower_case(object.name.name);
    if (drop.kind == ObjectKind::table) {
      drop_table(name);
    } else if (drop.kind == ObjectKind::index) {
      indexes_.erase(name);
    }
  }
}

void Maker::operator()(const ddl::AlterObject& alter) {
  if (alter.change == ddl::ObjectChange::rename &&
      alter.kind == ObjectKind::index) {
    rename_index(lower_case(alter.object.name.name), lower_case(alter.to.name));
  }
}

void Maker::operator()(const ddl::RenameTables& rename) {
  for (const ddl::RenameTables::Pair& pair : rename.pairs) {
    rename_table(lower_case(pair.from.name), lower_case(pair.to.name));
  }
}

void Maker::call(const QualifiedName& function) {
  const CallEffects& effects = functions_.call(function);
  made_.known = made_.known && effects.known;
  made_.dynamic.insert(
      made_.dynamic.end(), effects.parts.begin(), effects.parts.end());
}

void Maker::operator()(const ddl::DataStatement& data) {
  for (const ddl::FunctionCall& one : data.calls) {
    call(one.name);
  }
}

void Maker::operator()(const ddl::DoBlock& block) {
  made_.dynamic.insert(
      made_.dynamic.end(), block.dynamic.begin(), block.dynamic.end());
  for (const QualifiedName& called : block.calls) {
    call(called);
  }
}

// A dynamic part that may be about a table (or an index) of that name.
bool may_be(const DynamicPart& part, std::string_view name, bool index) {
  const bool other_kind =
      index ? part.kind != ObjectKind::index &&
                  part.kind != ObjectKind::constraint
            : part.kind != ObjectKind::table && part.kind != ObjectKind::view &&
                  part.kind != ObjectKind::foreign_table &&
                  part.kind != ObjectKind::materialized_view;
  if (part.kind != ObjectKind::other && other_kind) {
    return false;
  }
  const std::string object = lower_case(part.object);
  if (object.empty() || object.find('/') != std::string::npos) {
    return true;
  }
  const std::size_t dot = object.rfind('.');
  const std::string_view last =
      std::string_view(object).substr(dot == std::string::npos ? 0 : dot + 1);
  return glob_match(last, name);
}

// `ants_pkey`, `ants_name_idx`; the server cuts long ones.
bool may_be_automatic(const MadeObjects& made, std::string_view name) {
  constexpr std::size_t longest_whole = 60;
  if (made.keyed.empty()) {
    return false;
  }
  for (std::size_t at = name.find('_'); at != std::string_view::npos;
       at = name.find('_', at + 1)) {
    if (made.keyed.count(std::string(name.substr(0, at))) != 0) {
      return true;
    }
  }
  return name.size() >= longest_whole;
}

} // namespace

std::vector<MadeObjects> made_objects(const MigrationDirectory& directory) {
  const ActingFunctions functions(directory);
  std::vector<MadeObjects> all;
  std::set<std::string> before;
  for (const Migration& migration : directory.migrations) {
    MadeObjects& made = all.emplace_back();
    const SqlFile& file = migration.file;
    if (file.script == nullptr) {
      continue;
    }
    made.known =
        !file.commands && !file.statement_too_long && !file.nested_too_deep;
    Maker maker(functions, made);
    for (const ddl::Recognised& statement : *file.script) {
      if (statement.section != Section::down) {
        maker.read(statement);
      }
    }
    maker.finish();
    const auto is_old = [&](const std::string& name) {
      return before.count(name) != 0;
    };
    std::erase_if(made.tables, is_old);
    std::erase_if(made.indexes, is_old);
    before.insert(made.touched.begin(), made.touched.end());
  }
  return all;
}

std::string plain_object_name(std::string_view written) {
  const std::size_t dot = written.rfind('.');
  written.remove_prefix(dot == std::string_view::npos ? 0 : dot + 1);
  std::string name;
  for (const char byte : written) {
    if (byte != '"' && byte != '`' && byte != '[' && byte != ']') {
      name += to_lower(byte);
    }
  }
  return name;
}

bool may_touch(const MadeObjects& made, std::string_view name, bool index) {
  if (!made.known || made.touched.count(std::string(name)) != 0) {
    return true;
  }
  return (index && may_be_automatic(made, name)) ||
         std::any_of(
             made.dynamic.begin(),
             made.dynamic.end(),
             [&](const DynamicPart& part) {
               return may_be(part, name, index);
             });
}

} // namespace migcheck::schema
