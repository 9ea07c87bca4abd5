#include "diagnostic/identity.hpp"

#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

struct AppendValue {
  std::vector<std::string>& to;

  void operator()(const std::string& value) const { to.push_back(value); }

  void operator()(std::int64_t value) const {
    to.push_back(std::to_string(value));
  }

  void operator()(bool value) const { to.push_back(value ? "true" : "false"); }

  void operator()(const std::vector<std::string>& values) const {
    to.insert(to.end(), values.begin(), values.end());
  }
};

void make_storable(std::string& text) {
  if (!is_utf8(text)) {
    text = printable(text);
  }
}

} // namespace

Identity identity_of(const Diagnostic& diagnostic) {
  Identity made{
      diagnostic.location.path,
      std::string(diagnostic.rule->name),
      diagnostic.identity,
      diagnostic.parts};
  if (made.of.empty() && made.parts.empty()) {
    for (const auto& [name, value] : diagnostic.data) {
      std::visit(AppendValue{made.of}, value);
    }
  }
  return made;
}

Identity storable(Identity identity) {
  make_storable(identity.path);
  std::for_each(identity.of.begin(), identity.of.end(), make_storable);
  auto& parts = identity.parts;
  std::for_each(parts.begin(), parts.end(), make_storable);
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return identity;
}

} // namespace migcheck
