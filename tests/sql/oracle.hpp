// What others make of the same SQL: libpg_query's scanner and SQLite's test
// for completeness, where they are installed (hooks/install).
#pragma once

#include "sql/dialect.hpp"
#include "text/span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::sql {

// Statements from their first to their last token, without what ends them.
using Spans = std::vector<Span>;

// As migcheck splits the text.
Spans our_statements(std::string_view text, Dialect dialect);

// False where the test program was built without the oracle of a dialect.
bool has_oracle(Dialect dialect);

// As libpg_query (postgresql) or SQLite (sqlite) split the text. What belongs
// to the client (commands, inline data, templates) is blanked before. Nothing
// when the oracle refuses the text. libpg_query leaves out what holds no key
// word, cuts at each `;` of BEGIN ATOMIC, and ends E'…' strings before a
// comment, which the server does not.
std::optional<Spans> oracle_statements(std::string_view text, Dialect dialect);

// Why the two differ, in words; "" when they agree, but for what the oracle is
// known to get wrong.
std::string difference(
    std::string_view text,
    const Spans& ours,
    const Spans& theirs,
    Dialect dialect);

} // namespace migcheck::sql
