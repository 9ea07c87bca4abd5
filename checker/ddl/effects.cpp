#include "ddl/effects.hpp"

#include "ddl/names.hpp"

#include <utility>

namespace migcheck::ddl {
namespace {

constexpr std::size_t fewest_known = 3;

// Holes as `*`, several in a row as one.
std::string with_stars(std::string_view text) {
  std::string pattern;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, hole.size()) == hole) {
      pattern += pattern.empty() || pattern.back() != '*' ? "*" : "";
      at += hole.size();
    } else {
      pattern += text[at++];
    }
  }
  return pattern;
}

class EffectReader {
 public:
  explicit EffectReader(DynamicCause cause) : cause_(cause) {}

  std::vector<DynamicPart> take() { return std::move(parts_); }

  void operator()(const CreateTable& statement) {
    DynamicPart& part =
        add(DynamicVerb::create, ObjectKind::table, statement.name);
    if (!statement.partition_of.empty()) {
      part.table = pattern_of(statement.partition_of);
      if (part.object.empty() && !part.table.empty()) {
        part.object = part.table + "/*";
      }
    }
  }

  void operator()(const AlterTable& statement) {
    for (const TableAction& action : statement.actions) {
      action_of(statement, action);
    }
  }

  void operator()(const CreateIndex& statement) {
    add(DynamicVerb::create,
        ObjectKind::index,
        {statement.schema, statement.index.name.text, false, {}})
        .table = pattern_of(statement.table);
  }

  void operator()(const CreateType& s) {
    add(DynamicVerb::create, ObjectKind::type, s.name);
  }

  void operator()(const AlterType& s) {
    add(DynamicVerb::alter, ObjectKind::type, s.name);
  }

  void operator()(const CreateDomain& s) {
    add(DynamicVerb::create, ObjectKind::domain, s.name);
  }

  void operator()(const AlterDomain& s) {
    add(DynamicVerb::alter, ObjectKind::domain, s.name);
  }

  void operator()(const SequenceStatement& s) {
    add(s.alter ? DynamicVerb::alter : DynamicVerb::create,
        ObjectKind::sequence,
        s.name);
  }

  void operator()(const CreateSchema& s) {
    add(DynamicVerb::create, ObjectKind::schema, {{}, s.name.text, false, {}});
  }

  void operator()(const CreateExtension& s) {
    add(DynamicVerb::create,
        ObjectKind::extension,
        {{}, s.name.text, false, {}});
  }

  void operator()(const CreateView& s) {
    add(DynamicVerb::create,
        s.materialized ? ObjectKind::materialized_view : ObjectKind::view,
        s.name);
  }

  void operator()(const CreateFunction& s) {
    add(DynamicVerb::create, s.kind, s.name);
  }

  void operator()(const CreateTrigger& s) {
    add(DynamicVerb::create,
        ObjectKind::trigger,
        {s.schema, s.name.text, false, {}})
        .table = pattern_of(s.table);
  }

  void operator()(const TableRule& s) {
    add(s.alter ? DynamicVerb::alter : DynamicVerb::create,
        s.kind,
        {{}, s.name.text, false, {}})
        .table = pattern_of(s.table);
  }

  void operator()(const Drop& s) {
    for (const DroppedObject& object : s.objects) {
      add(DynamicVerb::drop, s.kind, object.name).table =
          pattern_of(object.table);
    }
  }

  void operator()(const AlterObject& s) {
    if (s.change == ObjectChange::other ||
        s.change == ObjectChange::set_owner) {
      return;
    }
    add(DynamicVerb::alter, s.kind, s.object.name).table =
        pattern_of(s.object.table);
    if (s.change == ObjectChange::rename) {
      add(DynamicVerb::create, s.kind, s.to);
    }
  }

  void operator()(const RenameTables& s) {
    for (const RenameTables::Pair& pair : s.pairs) {
      add(DynamicVerb::drop, ObjectKind::table, pair.from);
      add(DynamicVerb::create, ObjectKind::table, pair.to);
    }
  }

  void operator()(const CreateOther& s) {
    if (s.kind == ObjectKind::role) {
      add(DynamicVerb::create, s.kind, s.name);
    }
  }

  void operator()(const Unknown&) {
    add(DynamicVerb::unknown, ObjectKind::other, {});
  }

  template <typename Other>
  void operator()(const Other&) {}

 private:
  DynamicPart&
  add(DynamicVerb verb, ObjectKind kind, const QualifiedName& name) {
    DynamicPart& part = parts_.emplace_back();
    part.cause = cause_;
    part.verb = verb;
    part.kind = kind;
    part.object = pattern_of(name);
    return part;
  }

  // A part of a table: `table.column`.
  void add_column(const AlterTable& statement, const Name& column) {
    DynamicPart& part =
        add(DynamicVerb::alter, ObjectKind::column, statement.name);
    part.table = part.object;
    const std::string name = with_stars(column.text);
    part.object = part.table.empty() || name.empty() ? part.table
                                                     : part.table + "." + name;
  }

  void action_of(const AlterTable& statement, const TableAction& action) {
    if (std::holds_alternative<OtherAction>(action.what) ||
        std::holds_alternative<SetTableOwner>(action.what) ||
        std::holds_alternative<ValidateConstraint>(action.what)) {
      return;
    }
    if (const auto* added = std::get_if<AddColumn>(&action.what)) {
      add_column(statement, added->column.name);
    } else if (const auto* dropped = std::get_if<DropColumn>(&action.what)) {
      add_column(statement, dropped->column);
    } else if (const auto* typed = std::get_if<SetColumnType>(&action.what)) {
      add_column(statement, typed->column);
    } else if (const auto* set = std::get_if<SetNotNull>(&action.what)) {
      add_column(statement, set->column);
    } else if (const auto* changed = std::get_if<SetDefault>(&action.what)) {
      add_column(statement, changed->column);
    } else if (const auto* renamed = std::get_if<RenameColumn>(&action.what)) {
      add_column(statement, renamed->from);
      add_column(statement, renamed->to);
    } else {
      table_action(statement, action);
    }
  }

  void table_action(const AlterTable& statement, const TableAction& action) {
    add(DynamicVerb::alter, statement.kind, statement.name);
    if (const auto* added = std::get_if<AddConstraint>(&action.what)) {
      add_constraint(statement, added->constraint.name, DynamicVerb::create);
    } else if (
        const auto* dropped = std::get_if<DropConstraint>(&action.what)) {
      add_constraint(statement, dropped->name, DynamicVerb::drop);
    } else if (const auto* renamed = std::get_if<RenameTable>(&action.what)) {
      add(DynamicVerb::create, statement.kind, renamed->to);
    } else if (
        const auto* attached = std::get_if<AttachPartition>(&action.what)) {
      add(DynamicVerb::alter, ObjectKind::table, attached->partition);
    } else if (
        const auto* detached = std::get_if<DetachPartition>(&action.what)) {
      add(DynamicVerb::alter, ObjectKind::table, detached->partition);
    }
  }

  void add_constraint(
      const AlterTable& statement, const Name& name, DynamicVerb verb) {
    add(verb, ObjectKind::constraint, {{}, name.text, false, {}}).table =
        pattern_of(statement.name);
  }

  DynamicCause cause_;
  std::vector<DynamicPart> parts_;
};

} // namespace

bool has_hole(std::string_view text) {
  return text.find(hole) != std::string_view::npos;
}

std::string pattern_of(const QualifiedName& name) {
  const bool schema =
      !name.schema.empty() && name.schema != "public" && name.schema != hole;
  std::string pattern = schema ? with_stars(name.schema) + "." : std::string{};
  pattern += with_stars(name.name);
  std::size_t known = 0;
  for (const char byte : pattern) {
    known += byte == '*' ? 0 : 1;
  }
  const bool narrow = known == pattern.size() || known >= fewest_known;
  return narrow ? pattern : std::string{};
}

std::vector<DynamicPart> effects_of(const What& what, DynamicCause cause) {
  EffectReader reader(cause);
  std::visit(reader, what);
  return reader.take();
}

} // namespace migcheck::ddl
