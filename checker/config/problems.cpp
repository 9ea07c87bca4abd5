#include "config/problems.hpp"

#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t most_shown = 100;

} // namespace

void Problems::add(Span place, std::string message) {
  found_.push_back({place.begin, std::move(message)});
}

Error Problems::error() const {
  std::vector<Problem> sorted = found_;
  std::stable_sort(
      sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
        return a.offset < b.offset;
      });
  std::string message;
  for (std::size_t i = 0; i < sorted.size() && i < most_shown; ++i) {
    const Position at = lines_.position(sorted[i].offset);
    message += fmt::format(
        "{}{}:{}:{}: {}",
        i == 0 ? "" : "\n",
        printable(path_),
        at.line,
        at.column,
        sorted[i].message);
  }
  if (sorted.size() > most_shown) {
    message += fmt::format(
        "\n{}: {} more problems", printable(path_), sorted.size() - most_shown);
  }
  return {message};
}

} // namespace migcheck
