#include "schema/entries.hpp"

#include "schema/automatic_name.hpp"

#include <algorithm>

namespace migcheck::schema {
namespace {

// Whether a name of what moves is taken in the new schema; then that is
// reported.
bool is_taken_in(
    Session& session, Id schema, ddl::ObjectKind kind, const Object& object) {
  const Entry taken = session.catalogue.find_entry(schema, object.name);
  if (taken && object.schema != schema && !session.allows_existing()) {
    session.report_taken(kind, session.catalogue.object(taken), object.name);
  }
  return taken && object.schema != schema;
}

bool can_move(Session& session, const Relation& relation, Id schema) {
  const Catalogue& catalogue = session.catalogue;
  const auto index_taken = [&](Id id) {
    return is_taken_in(
        session, schema, ddl::ObjectKind::index, catalogue.indexes[id]);
  };
  const auto sequence_taken = [&](Id id) {
    return is_taken_in(
        session, schema, ddl::ObjectKind::sequence, catalogue.sequences[id]);
  };
  return !is_taken_in(session, schema, ddl::ObjectKind::table, relation) &&
         std::none_of(
             relation.indexes.begin(), relation.indexes.end(), index_taken) &&
         std::none_of(
             relation.sequences.begin(),
             relation.sequences.end(),
             sequence_taken);
}

void move_sequences(Catalogue& catalogue, Id table, Id schema) {
  const std::vector<Id> sequences = catalogue.relations[table].sequences;
  for (const Id id : sequences) {
    catalogue.rename(catalogue.sequences, id, [&](Sequence& sequence) {
      sequence.schema = schema;
    });
  }
}

} // namespace

void rename_entry(Session& session, Entry entry, std::string_view name) {
  Catalogue& catalogue = session.catalogue;
  const Object& object = catalogue.object(entry);
  const std::string_view to = catalogue.texts.keep(cut_name(name));
  const bool per_table = entry.kind == EntryKind::index &&
                         !session.postgresql() &&
                         catalogue.dialect() != Dialect::sqlite;
  if (const Entry taken = catalogue.find_entry(object.schema, to);
      !per_table && taken && taken != entry) {
    if (!session.allows_existing()) {
      session.report_taken(
          ddl::ObjectKind::table, catalogue.object(taken), name);
    }
    return;
  }
  const auto change = [&](Object& renamed) { renamed.name = to; };
  if (entry.kind == EntryKind::relation) {
    catalogue.rename(catalogue.relations, entry.id, change);
  } else if (entry.kind == EntryKind::sequence) {
    catalogue.rename(catalogue.sequences, entry.id, change);
  } else if (entry.kind == EntryKind::index) {
    catalogue.rename(catalogue.indexes, entry.id, change);
    const Id constraint = catalogue.indexes[entry.id].constraint;
    if (constraint != no_id) {
      catalogue.rename(catalogue.constraints, constraint, change);
    }
  }
}

void move_entry(Session& session, Entry entry, Id schema) {
  Catalogue& catalogue = session.catalogue;
  const auto change = [&](Object& moved) { moved.schema = schema; };
  if (entry.kind == EntryKind::sequence) {
    return catalogue.rename(catalogue.sequences, entry.id, change);
  }
  if (entry.kind != EntryKind::relation ||
      !can_move(session, catalogue.relations[entry.id], schema)) {
    return;
  }
  catalogue.rename(catalogue.relations, entry.id, change);
  const Relation& relation = catalogue.relations[entry.id];
  for (const Id index : relation.indexes) {
    catalogue.rename(catalogue.indexes, index, change);
  }
  for (const Id constraint : relation.constraints) {
    catalogue.rename(catalogue.constraints, constraint, change);
  }
  move_sequences(catalogue, entry.id, schema);
}

} // namespace migcheck::schema
