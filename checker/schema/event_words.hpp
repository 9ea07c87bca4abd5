// How messages name the objects of events.
#pragma once

#include "schema/event.hpp"

#include <string>
#include <string_view>

namespace migcheck::schema {

// "table", "column", "materialized view"; "object" for what has no word.
std::string_view kind_words(ddl::ObjectKind kind);

// `table "ants"`, `column "legs" of "ants"`.
std::string object_words(
    ddl::ObjectKind kind, const std::string& object, const std::string& table);

} // namespace migcheck::schema
