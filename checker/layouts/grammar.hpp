// Pieces that the name grammars of several runners share. Private to layouts/.
#pragma once

#include "layouts/layout.hpp"

#include <string_view>

namespace migcheck::layouts {

// What compare functions of the table look like.
using Order = std::strong_ordering;

// Takes `suffix` off the end; false and unchanged when it is not there.
bool take_suffix(std::string_view& text, std::string_view suffix);

// The same for ASCII letters of any case.
bool take_suffix_any_case(std::string_view& text, std::string_view suffix);

// True when a signed decimal lies within [lowest, highest], both inclusive.
bool in_range(
    std::string_view number, std::string_view lowest, std::string_view highest);

// True for an optional sign and at least one digit, nothing else.
bool is_signed_decimal(std::string_view text);

ParsedName skipped(std::string_view why);
ParsedName refused(std::string_view why);
ParsedName companion();

// Files that stand in migration directories of any runner and are none:
// README, .gitkeep, our own lockfile, documents.
bool is_common_companion(std::string_view name);

Order by_name(
    const ParsedName&,
    std::string_view a,
    const ParsedName&,
    std::string_view b);

// By version as a number, then by name.
Order by_number(
    const ParsedName& a,
    std::string_view name_a,
    const ParsedName& b,
    std::string_view name_b);

// By version as a dotted list of numbers, then by name.
Order by_dotted(
    const ParsedName& a,
    std::string_view name_a,
    const ParsedName& b,
    std::string_view name_b);

// By version as text, then by name.
Order by_text(
    const ParsedName& a,
    std::string_view name_a,
    const ParsedName& b,
    std::string_view name_b);

// One per runner, in the file of its name.
extern const Layout goose;
extern const Layout golang_migrate;
extern const Layout dbmate;
extern const Layout flyway;
extern const Layout sqlx;
extern const Layout diesel;
extern const Layout prisma;
extern const Layout drizzle;
extern const Layout supabase;
extern const Layout liquibase_sql;
extern const Layout sqitch;
extern const Layout atlas;
extern const Layout numbered;
extern const Layout timestamped;

} // namespace migcheck::layouts
