// The words that name verbs and objects.
#pragma once

#include "model/statement_kind.hpp"
#include "sql/word_key.hpp"

#include <optional>

namespace migcheck::sql {

// What a verb's word means; `other` for what touches no schema.
std::optional<StatementVerb> verb_of(WordKey word);

// What an object's word means after the word before it: MATERIALIZED VIEW.
std::optional<ddl::ObjectKind> object_of(WordKey word, WordKey previous);

} // namespace migcheck::sql
