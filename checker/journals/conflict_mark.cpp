#include "journals/conflict_mark.hpp"

#include <algorithm>

namespace migcheck {

bool is_conflict_mark(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") ||
         line.starts_with(">>>>>>>") || line.starts_with("|||||||");
}

std::optional<FoundMark> find_conflict(std::string_view text) {
  constexpr std::string_view begin_mark = "<<<<<<< ";
  std::size_t at = text.starts_with(begin_mark) ? 0 : text.find("\n<<<<<<< ");
  if (at == std::string_view::npos ||
      text.find("\n>>>>>>> ", at) == std::string_view::npos) {
    return std::nullopt;
  }
  at += text[at] == '\n' ? 1 : 0;
  std::size_t end = std::min(text.find('\n', at), text.size());
  end -= end > at && text[end - 1] == '\r' ? 1 : 0;
  return FoundMark{
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
      static_cast<std::uint32_t>(
          1 + std::count(
                  text.begin(),
                  text.begin() + static_cast<std::ptrdiff_t>(at),
                  '\n'))};
}

} // namespace migcheck
