// Constraints of tables, as they are added: named, given to partitions and
// children, with their indexes.
#pragma once

#include "schema/session.hpp"

#include <vector>

namespace migcheck::schema {

enum class Inheritance : bool { none, children_too };

// ALTER TABLE … ADD CONSTRAINT, and what CREATE TABLE holds. A constraint
// whose columns or tables are missing is not added.
void add_constraint(
    Session& session,
    Id table,
    const ddl::ConstraintDefinition& definition,
    Inheritance inheritance);

// Those of a table that is being made, in the server's order: checks, the
// primary key, unique and exclusion constraints (equal ones once), foreign
// keys.
void add_constraints(
    Session& session,
    Id table,
    const std::vector<ddl::ConstraintDefinition>& definitions);

// Gives `child` a copy of a check, which keeps its name. One that is there
// under that name is taken for the same.
void inherit_check(Session& session, Id check, Id child);

// Gives another table the same check, as LIKE does.
void copy_check(Session& session, Id check, Id table);

// Columns of a primary key: in children too.
void set_not_null(Session& session, Id table, ColumnNumber column, bool on);

} // namespace migcheck::schema
