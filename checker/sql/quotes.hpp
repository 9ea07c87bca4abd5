// Where the things end that swallow other bytes: quotes, comments, dollar
// quotes, inline data, templates. Every function is linear in what it
// returns, or in the text when nothing ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace migcheck::sql {

// What every function here answers when the end is missing.
inline constexpr std::size_t no_end = std::string_view::npos;

enum class Backslash : bool { plain, escapes };
enum class Doubling : bool { none, stays_inside };
enum class Nesting : bool { none, counted };

// Offset of the LF that ends the line of `at`, or the size of the text.
std::size_t line_end(std::string_view text, std::size_t at);

// Offset after the closing `quote`; `at` stands after the opening one.
std::size_t quote_end(
    std::string_view text,
    std::size_t at,
    char quote,
    Backslash backslash,
    Doubling doubling);

// Offset after the comment's last `*/`; `at` stands after its `/*`.
std::size_t comment_end(std::string_view text, std::size_t at, Nesting nesting);

// Offset after the opening `$tag$` that begins at `at`; no_end when there is
// none.
std::size_t dollar_tag_end(std::string_view text, std::size_t at);

// Offset after the line `\.` that ends inline data from `at`, its line end
// not included.
std::size_t copy_data_end(std::string_view text, std::size_t at);

// Offset after the empty line, or the end of the text, that ends the data of
// an INSERT.
std::size_t insert_data_end(std::string_view text, std::size_t at);

// Offset after psql's command that begins at `at`, where `text` ends with its
// line: after the `\\` that ends its arguments, else at the line's end, without
// carriage returns. Arguments may be in quotes; some commands take the whole
// line as it stands.
std::size_t client_command_end(std::string_view text, std::size_t at);

// Offset after a template that begins at `at`: `{{ … }}` of at most 1 KiB,
// `${NAME}` on one line, `%(name)s`.
std::size_t template_end(std::string_view text, std::size_t at);

} // namespace migcheck::sql
