// The last escape before text enters a report, one per syntax. Unless said
// otherwise the argument has been through `printable` already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

// The message of a workflow command: `%`, CR and LF as %25, %0D, %0A.
std::string gh_data(std::string_view text);

// A property of a workflow command: as gh_data, and `:` `,` as %3A, %2C.
std::string gh_prop(std::string_view text);

// Text and attribute values: `& < > " '` as entities.
std::string xml(std::string_view text);

// A relative URI reference from raw bytes: all but `A-Za-z0-9-._~/` as %XX.
std::string uri(std::string_view bytes);

enum class MarkdownPlace : std::uint8_t { text, table };

// A Markdown code span that its content cannot leave; `|` is escaped in
// tables. Empty text becomes a span with one blank.
std::string code_span(std::string_view text, MarkdownPlace place);

} // namespace migcheck
