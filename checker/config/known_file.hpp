// Findings that a project accepts for now: the file that `--known` names. One
// table for each of them, sorted, so that a review shows what is accepted and
// two branches rarely meet:
//
//   # migcheck: known findings
//   format = 1
//
//   [[known]]
//   rule = "RULE"
//   path = "test/migrations.go"
//   of = ["AllMigrations"]
//   parts = ["0007_audit.sql"]
//   reason = "the suite needs a server that CI does not have"
//
// `of` and `parts` are the finding's identity. Two equal findings have two
// equal tables.
#pragma once

#include "diagnostic/error.hpp"
#include "diagnostic/identity.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct KnownFinding {
  Identity identity;  // storable
  std::string reason; // as written, may be blank
  Location location;  // of its table's header; of no meaning when written
};

struct KnownFile {
  std::string path; // root-relative, or as typed
  std::vector<KnownFinding> findings;
};

// An error has one line per problem: `path:line:column: ...`.
Result<KnownFile> parse_known(std::string_view text, const std::string& path);

// The bytes of a file with these findings: parse_known gives them back, sorted.
std::string format_known(std::vector<KnownFinding> findings);

// True for a text with the first line of all such files: its names are no list
// of the project's.
bool is_known_file(std::string_view text);

} // namespace migcheck
