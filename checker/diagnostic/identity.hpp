// What a finding is known by when lines move and messages change.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace migcheck {

struct Identity {
  std::string path;
  std::string rule;
  std::vector<std::string> of;    // Diagnostic::identity, or its data
  std::vector<std::string> parts; // Diagnostic::parts

  friend bool operator==(const Identity&, const Identity&) = default;

  friend bool operator<(const Identity& a, const Identity& b) {
    return std::tie(a.path, a.rule, a.of, a.parts) <
           std::tie(b.path, b.rule, b.of, b.parts);
  }
};

Identity identity_of(const Diagnostic& diagnostic);

// As a file of UTF-8 can hold it: bytes that are none become visible escapes,
// and the parts are sorted, each once. The same again gives the same.
Identity storable(Identity identity);

} // namespace migcheck
