// Directories as discovery finds them, of files that only their names matter
// of: for the rules about names and versions.
#pragma once

#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "model/lockfile.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

using Names = std::vector<std::string>;

struct NamedFiles {
  Names paths;
  DirectoryConfig wanted = {}; // path "" = no configuration
  std::vector<LockLine> locked = {};
};

// Findings of one rule on 2026-01-15, in its order.
std::vector<Diagnostic> check(std::string_view rule, const NamedFiles& input);

// "level path: message" for each, sorted.
Names show(const std::vector<Diagnostic>& diagnostics);

// Names in `migrations/`, and what is found.
struct NamesCase {
  const char* what;
  Names names;
  Names expected;
};

void expect_all(std::string_view rule, const std::vector<NamesCase>& cases);

// "001_x.sql" and so on, both ends included.
Names numbered(int first, int last);

Names plus(Names names, const Names& more);

} // namespace migcheck
