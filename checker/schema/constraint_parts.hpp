// What the kinds of constraints share as they are added.
#pragma once

#include "schema/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::schema {

// The name of a constraint, written or chosen; nullopt where what is written
// is taken, which is reported.
std::optional<std::string> name_for(
    Session& session,
    const Constraint& constraint,
    const std::string& written,
    std::string_view part,
    std::string_view label);

// Adds a constraint to the catalogue and to its table.
Id add_named(Session& session, Constraint constraint, const std::string& name);

// Names of columns, none of them no_column.
std::vector<std::string> names_of_columns(
    const Catalogue& catalogue,
    Id table,
    const std::vector<ColumnNumber>& columns);

// All columns, or nothing: then the first that is missing was reported.
std::optional<std::vector<ColumnNumber>>
need_columns(Session& session, Id table, const std::vector<std::string>& names);

} // namespace migcheck::schema
