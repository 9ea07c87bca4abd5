// What a finding is known by when lines move and messages change.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace migcheck {

// Fingerprints for one report: 16 hexadecimal digits of the SHA-256 over
// rule, path and identity, NUL between them. A second diagnostic with the same
// ones gets another fingerprint, so the order of calls matters.
class Fingerprints {
 public:
  std::string of(const Diagnostic& diagnostic);

 private:
  std::unordered_map<std::string, std::uint32_t> seen_;
};

} // namespace migcheck
