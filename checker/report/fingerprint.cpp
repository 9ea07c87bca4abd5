#include "report/fingerprint.hpp"

#include "io/digest.hpp"

namespace migcheck {
namespace {

constexpr std::size_t digits = 16;

void append(std::string& key, std::string_view part) {
  key += '\0';
  key += part;
}

struct AppendValue {
  std::string& key;

  void operator()(const std::string& value) const { append(key, value); }

  void operator()(std::int64_t value) const {
    append(key, std::to_string(value));
  }

  void operator()(bool value) const { append(key, value ? "true" : "false"); }

  void operator()(const std::vector<std::string>& values) const {
    for (const std::string& value : values) {
      append(key, value);
    }
  }
};

} // namespace

std::string Fingerprints::of(const Diagnostic& diagnostic) {
  std::string key(diagnostic.rule->name);
  append(key, diagnostic.location.path);
  for (const std::string& part : diagnostic.identity) {
    append(key, part);
  }
  if (diagnostic.identity.empty()) {
    for (const auto& [name, value] : diagnostic.data) {
      std::visit(AppendValue{key}, value);
    }
  }
  const std::uint32_t count = ++seen_[key];
  if (count > 1) {
    key += "/" + std::to_string(count);
  }
  return hex(sha256(key)).substr(0, digits);
}

} // namespace migcheck
