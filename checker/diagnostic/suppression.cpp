#include "diagnostic/suppression.hpp"

namespace migcheck {
namespace {

constexpr int most_rules = 8;

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  const std::size_t end = text.find_last_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, end - begin + 1);
}

} // namespace

void add_suppressions(
    const std::vector<Directive>& directives,
    const std::string& path,
    std::vector<Suppression>& out) {
  for (const Directive& directive : directives) {
    if (directive.verb != "allow") {
      continue;
    }
    std::string_view rules = directive.argument;
    for (int count = 0; count < most_rules; ++count) {
      const std::size_t comma = rules.find(',');
      out.push_back(
          {path,
           directive.span,
           std::string(without_blanks(rules.substr(0, comma))),
           std::string(directive.remark),
           directive.covers});
      if (comma == std::string_view::npos) {
        break;
      }
      rules.remove_prefix(comma + 1);
    }
  }
}

} // namespace migcheck
