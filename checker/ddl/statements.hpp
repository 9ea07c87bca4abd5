// One function for each class of statements. Each begins after the words that
// tell the class, and reads up to the end of `cursor`.
#pragma once

#include "ddl/cursor.hpp"
#include "ddl/tables.hpp"
#include "model/ddl.hpp"

#include <optional>
#include <vector>

namespace migcheck::ddl {

// What recognised statements are added to: most give one.
using Sink = std::vector<What>;

// After CREATE … INDEX.
CreateIndex read_create_index(Cursor& cursor, const Modifiers& modifiers);

// After CREATE … VIEW.
CreateView read_create_view(Cursor& cursor, const Modifiers& modifiers);

// After CREATE … TRIGGER, POLICY, RULE.
CreateTrigger read_create_trigger(Cursor& cursor, const Modifiers& modifiers);
TableRule read_policy(Cursor& cursor);
TableRule read_rule(Cursor& cursor, const Modifiers& modifiers);

// After CREATE TYPE, DOMAIN, SEQUENCE, SCHEMA, EXTENSION.
CreateType read_create_type(Cursor& cursor);
CreateDomain read_create_domain(Cursor& cursor);
SequenceStatement read_sequence(Cursor& cursor, const Modifiers& modifiers);
void read_sequence_options(Cursor& cursor, SequenceStatement& sequence);
CreateSchema read_create_schema(Cursor& cursor);
CreateExtension read_create_extension(Cursor& cursor);

// CREATE of what is held by name only.
CreateOther
read_create_other(Cursor& cursor, ObjectKind kind, const Modifiers& modifiers);

// After CREATE … FUNCTION, PROCEDURE, AGGREGATE: all but the body's effects.
CreateFunction read_create_function(
    Cursor& cursor, ObjectKind kind, const Modifiers& modifiers);

// After DROP.
void read_drop(Cursor& cursor, Sink& sink);

// After ALTER.
void read_alter(Cursor& cursor, Sink& sink);

// After ALTER TABLE, or what is like it.
AlterTable read_alter_table(Cursor& cursor, ObjectKind kind);

// Its ALTER COLUMN, after that: `whole` begins at ALTER.
using ActionValue = decltype(TableAction::what);
ActionValue read_column_change(Cursor& cursor, const Cursor& whole);

// Its actions on the table as a whole: owner, schema, parents, row security,
// storage. Reads all of `action`; nothing where it begins with none of them.
std::optional<ActionValue> read_state_change(Cursor action);

// After ALTER TYPE and ALTER DOMAIN.
void read_alter_type(Cursor& cursor, Sink& sink);
void read_alter_domain(Cursor& cursor, Sink& sink);

// RENAME TO, SET SCHEMA, OWNER TO, ATTACH PARTITION: what objects share.
// `other` where none stands here; nothing is passed then.
void read_object_change(Cursor& cursor, AlterObject& alter);

// SELECT, INSERT, UPDATE, DELETE, MERGE, WITH …: the whole statement.
void read_data(Cursor& cursor, DataVerb verb, Sink& sink);

// TRUNCATE, COPY, CALL, LOCK: after that word.
DataStatement read_truncate(Cursor& cursor);
DataStatement read_copy(Cursor& cursor);
DataStatement read_call(Cursor& cursor);
DataStatement read_lock(Cursor& cursor);

// After SET or RESET.
void read_set(Cursor& cursor, Sink& sink);

// After COMMENT; GRANT, REVOKE.
Comment read_comment(Cursor& cursor);
Grant read_grant(Cursor& cursor, bool revoke);

// After ALTER DEFAULT PRIVILEGES.
Grant read_default_privileges(Cursor& cursor);

// The kind that a word, or several, name, past which it moves: TABLE,
// MATERIALIZED VIEW.
ObjectKind read_object_kind(Cursor& cursor);

} // namespace migcheck::ddl
