#include "report/fingerprint.hpp"

#include "diagnostic/identity.hpp"
#include "io/digest.hpp"

namespace migcheck {
namespace {

constexpr std::size_t digits = 16;

} // namespace

std::string Fingerprints::of(const Diagnostic& diagnostic) {
  const Identity identity = identity_of(diagnostic);
  std::string key = identity.rule + '\0' + identity.path;
  for (const auto* values : {&identity.of, &identity.parts}) {
    for (const std::string& value : *values) {
      key += '\0';
      key += value;
    }
  }
  const std::uint32_t count = ++seen_[key];
  if (count > 1) {
    key += "/" + std::to_string(count);
  }
  return hex(sha256(key)).substr(0, digits);
}

} // namespace migcheck
