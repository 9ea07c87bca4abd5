#include "lock/edit.hpp"

namespace migcheck {

std::string what_differs(const LockComparison& comparison, const SqlFile& now) {
  switch (comparison.verdict) {
  case LockVerdict::line_endings:
    return "only its line ends differ";
  case LockVerdict::comments:
    return "only blanks and comments differ";
  default:
    break;
  }
  const std::size_t count = now.statements.size();
  if (!comparison.statement) {
    return "its SQL differs";
  }
  if (*comparison.statement >= count) {
    return "statements were removed after statement " + std::to_string(count);
  }
  return "statement " + std::to_string(*comparison.statement + 1) +
         " is the first that differs";
}

Span edit_place(const LockComparison& comparison, const SqlFile& now) {
  const auto& statement = comparison.statement;
  return statement && *statement < now.statements.size()
             ? now.statements[*statement].span
             : Span{};
}

} // namespace migcheck
