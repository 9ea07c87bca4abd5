#include "schema/create_objects.hpp"

#include "schema/automatic_name.hpp"
#include "schema/columns.hpp"
#include "schema/expressions.hpp"

#include <algorithm>
#include <array>

namespace migcheck::schema {
namespace {

// Extensions that are known to make no table.
constexpr std::array<std::string_view, 30> plain_extensions = {
    "plpgsql",
    "pgcrypto",
    "uuid-ossp",
    "citext",
    "hstore",
    "ltree",
    "pg_trgm",
    "btree_gin",
    "btree_gist",
    "unaccent",
    "intarray",
    "cube",
    "earthdistance",
    "fuzzystrmatch",
    "tablefunc",
    "lo",
    "isn",
    "seg",
    "vector",
    "pgvector",
    "pg_stat_statements",
    "postgres_fdw",
    "dblink",
    "moddatetime",
    "intagg",
    "dict_int",
    "pg_prewarm",
    "pgstattuple",
    "pgrowlocks",
    "amcheck"};

Type::Kind kind_of(ddl::TypeKind kind) {
  switch (kind) {
  case ddl::TypeKind::enum_:
    return Type::Kind::enum_;
  case ddl::TypeKind::composite:
    return Type::Kind::composite;
  case ddl::TypeKind::range:
    return Type::Kind::range;
  default:
    return Type::Kind::other;
  }
}

// True where the type's name is free; else that is reported.
bool type_name_is_free(
    Session& session, ddl::ObjectKind kind, Id schema, std::string_view name) {
  const Id taken = session.catalogue.find_type(schema, name);
  if (taken == no_id) {
    return true;
  }
  if (!session.allows_existing()) {
    session.report_taken(kind, session.catalogue.types[taken], name);
  }
  return false;
}

// A view that is replaced reads what its new query says.
void set_reads(Session& session, Id view, const ddl::CreateView& statement) {
  Catalogue& catalogue = session.catalogue;
  for (const Id before : catalogue.relations[view].reads) {
    take_out(catalogue.relations.edit(before).readers, view);
  }
  std::vector<Id> reads;
  for (const ddl::QualifiedName& name : statement.reads) {
    const Id read = session.need_relation(name, false);
    if (read != no_id && read != view) {
      add_missing(reads, read);
    }
  }
  std::vector<std::string_view> words;
  for (const std::string& name : statement.names) {
    words.push_back(catalogue.texts.keep(cut_name(name)));
  }
  for (const Id read : reads) {
    catalogue.relations.edit(read).readers.push_back(view);
  }
  for (const ddl::QualifiedName& name : statement.functions) {
    const Id function = session.find_function(name, nullptr);
    if (function != no_id) {
      add_missing(catalogue.functions.edit(function).tables, view);
    }
  }
  Relation& relation = catalogue.relations.edit(view);
  relation.reads = std::move(reads);
  relation.words = std::move(words);
}

bool all_reads_are_there(Session& session, const ddl::CreateView& statement) {
  bool there = true;
  for (const ddl::QualifiedName& name : statement.reads) {
    if (!session.find(name) && !session.may_exist(name)) {
      there = false;
      session.need_relation(name, false);
    }
  }
  return there || !session.postgresql();
}

void set_view_columns(
    Session& session, Id view, const ddl::CreateView& statement) {
  Catalogue& catalogue = session.catalogue;
  Relation& relation = catalogue.relations.edit(view);
  relation.incomplete = statement.columns.empty();
  for (const std::string& name : statement.columns) {
    Column column;
    column.name = catalogue.texts.keep(cut_name(name));
    catalogue.add_column(view, column);
  }
}

} // namespace

void create_type(Session& session, const ddl::CreateType& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id schema = session.schema_for(statement.name.schema);
  if (!type_name_is_free(
          session, ddl::ObjectKind::type, schema, statement.name.name)) {
    return;
  }
  Type type;
  type.schema = schema;
  type.name = cut_name(statement.name.name);
  type.file = session.where.migration;
  type.kind = kind_of(statement.kind);
  for (const std::string& label : statement.labels) {
    type.labels.push_back(catalogue.texts.keep(label));
  }
  for (const ddl::ColumnDefinition& attribute : statement.attributes) {
    type.attributes.push_back(read_column(session, attribute));
  }
  catalogue.add(std::move(type));
}

void create_domain(Session& session, const ddl::CreateDomain& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id schema = session.schema_for(statement.name.schema);
  if (!type_name_is_free(
          session, ddl::ObjectKind::domain, schema, statement.name.name)) {
    return;
  }
  Type type;
  type.schema = schema;
  type.name = cut_name(statement.name.name);
  type.file = session.where.migration;
  type.kind = Type::Kind::domain;
  Column base;
  session.set_type(base, statement.type);
  type.base = catalogue.texts.keep(catalogue.type_text(base));
  type.base_type = base.user_type;
  const Id id = catalogue.add(std::move(type));
  if (base.user_type != no_id) {
    catalogue.types.edit(base.user_type).domains.push_back(id);
  }
}

void create_schema(Session& session, const ddl::CreateSchema& statement) {
  Catalogue& catalogue = session.catalogue;
  if (statement.database) {
    return;
  }
  const Id taken = catalogue.find_schema(statement.name.text);
  if (taken == no_id) {
    SchemaObject made;
    made.name = cut_name(statement.name.text);
    made.file = session.where.migration;
    catalogue.add(made);
    return;
  }
  if (catalogue.schemas[taken].implied) {
    catalogue.schemas.edit(taken).implied = false;
  } else if (!statement.if_not_exists && !session.allows_existing()) {
    session.report_taken(
        ddl::ObjectKind::schema, catalogue.schemas[taken], statement.name.text);
  }
}

void create_extension(Session& session, const ddl::CreateExtension& statement) {
  Catalogue& catalogue = session.catalogue;
  const std::string_view name = statement.name.text;
  if (catalogue.find_extension(name) != no_id) {
    return;
  }
  Extension made;
  made.name = cut_name(name);
  made.file = session.where.migration;
  catalogue.add(made);
  if (std::find(plain_extensions.begin(), plain_extensions.end(), name) ==
      plain_extensions.end()) {
    catalogue.open_world = true;
  }
}

void create_view(Session& session, const ddl::CreateView& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id schema = statement.temporary
                        ? catalogue.temporary_schema()
                        : session.schema_for(statement.name.schema);
  const Entry taken = catalogue.find_entry(schema, statement.name.name);
  if (taken) {
    const bool view =
        taken.kind == EntryKind::relation &&
        (catalogue.relations[taken.id].kind == RelationKind::view ||
         catalogue.relations[taken.id].kind == RelationKind::materialized_view);
    if (view && (statement.or_replace || statement.alter)) {
      return set_reads(session, taken.id, statement);
    }
    if (!statement.if_not_exists && !session.allows_existing()) {
      session.report_taken(
          ddl::ObjectKind::view, catalogue.object(taken), statement.name.name);
    }
    return;
  }
  if (!all_reads_are_there(session, statement)) {
    return;
  }
  Relation view;
  view.schema = schema;
  view.name = cut_name(statement.name.name);
  view.file = session.where.migration;
  view.temporary = statement.temporary;
  view.kind = statement.materialized ? RelationKind::materialized_view
                                     : RelationKind::view;
  const Id id = catalogue.add(std::move(view));
  set_reads(session, id, statement);
  set_view_columns(session, id, statement);
}

void create_table_rule(Session& session, const ddl::TableRule& statement) {
  Catalogue& catalogue = session.catalogue;
  const Id table = session.need_relation(statement.table, false);
  if (table == no_id || statement.alter) {
    return;
  }
  const Id taken =
      catalogue.find_policy(statement.kind, table, statement.name.text);
  if (taken != no_id) {
    if (!statement.or_replace && !session.allows_existing()) {
      session.report_taken(
          statement.kind,
          catalogue.policies[taken],
          statement.name.text,
          catalogue.shown(catalogue.relations[table]));
    }
    return;
  }
  Policy policy;
  policy.name = cut_name(statement.name.text);
  policy.file = session.where.migration;
  policy.table = table;
  policy.kind = statement.kind;
  const Id id = catalogue.add(policy);
  catalogue.relations.edit(table).policies.push_back(id);
}

void create_other(Session& session, const ddl::CreateOther& statement) {
  Catalogue& catalogue = session.catalogue;
  if (statement.kind == ddl::ObjectKind::role &&
      catalogue.find_role(statement.name.name) == no_id) {
    Role role;
    role.name = cut_name(statement.name.name);
    role.file = session.where.migration;
    catalogue.add(role);
  }
}

void sequence_statement(
    Session& session, const ddl::SequenceStatement& statement) {
  Catalogue& catalogue = session.catalogue;
  Entry entry = session.find(statement.name);
  if (statement.alter) {
    if (!entry && !statement.if_exists && !session.allows_missing() &&
        !session.may_exist(statement.name)) {
      session.report_missing(
          ddl::ObjectKind::sequence, session.shown(statement.name));
    }
  } else {
    const Id schema = statement.temporary
                          ? catalogue.temporary_schema()
                          : session.schema_for(statement.name.schema);
    const Entry taken = catalogue.find_entry(schema, statement.name.name);
    if (taken) {
      if (!statement.if_not_exists && !session.allows_existing()) {
        session.report_taken(
            ddl::ObjectKind::sequence,
            catalogue.object(taken),
            statement.name.name);
      }
      return;
    }
    Sequence sequence;
    sequence.schema = schema;
    sequence.name = cut_name(statement.name.name);
    sequence.file = session.where.migration;
    entry = {EntryKind::sequence, catalogue.add(std::move(sequence))};
  }
  if (entry.kind != EntryKind::sequence || !statement.owned_by) {
    return;
  }
  if (statement.table.empty()) {
    return own_sequence(session, entry.id, no_id, no_column);
  }
  const Id table = session.need_relation(statement.table, false);
  if (table != no_id) {
    own_sequence(
        session,
        entry.id,
        table,
        session.need_column(table, statement.column, false));
  }
}

} // namespace migcheck::schema
