// What runners compute of a migration when they apply it.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// Flyway's CRC-32 of the lines, without what ends them. Nothing for a text
// that is not UTF-8.
std::optional<std::int32_t> flyway_checksum(std::string_view text);

// SHA-256 in hexadecimal of the text as it is, with LF for CRLF, and with CRLF
// for every LF: Prisma accepts each of them.
bool prisma_accepts(std::string_view text, std::string_view recorded);

// Liquibase's checksum of one change: of the text without blanks.
std::string liquibase_change_checksum(std::string_view text);

// Of a changeset with these changes' checksums.
std::string
liquibase_changeset_checksum(const std::vector<std::string>& changes);

// A changeset of formatted SQL.
struct LiquibaseChangeset {
  std::string author;
  std::string id;
  Span span;            // of the line that begins it
  std::string checksum; // "" where more than its text decides it
};

std::vector<LiquibaseChangeset> read_changesets(std::string_view text);

} // namespace migcheck
