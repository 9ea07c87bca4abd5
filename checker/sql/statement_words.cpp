// The words that the splitter looks for.
#include "sql/statements.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace migcheck::sql {
namespace {

constexpr std::size_t longest_word = 12;

} // namespace

// Most of it is its table. NOLINTNEXTLINE(readability-function-size)
StatementSplitter::Word StatementSplitter::read_word(std::string_view text) {
  using Entry = std::pair<std::string_view, Word>;
  static constexpr std::array<Entry, 44> table = {{
      {"do", Word::do_},
      {"if", Word::if_},
      {"or", Word::or_},
      {"end", Word::end},
      {"for", Word::for_},
      {"case", Word::case_},
      {"else", Word::else_},
      {"loop", Word::loop},
      {"proc", Word::procedure},
      {"role", Word::object},
      {"temp", Word::temporary},
      {"then", Word::then},
      {"tran", Word::transaction},
      {"type", Word::object},
      {"user", Word::object},
      {"view", Word::object},
      {"alter", Word::alter},
      {"begin", Word::begin},
      {"event", Word::event},
      {"index", Word::object},
      {"table", Word::object},
      {"while", Word::while_},
      {"create", Word::create},
      {"dialog", Word::transaction},
      {"repeat", Word::repeat},
      {"schema", Word::object},
      {"server", Word::object},
      {"unique", Word::object},
      {"explain", Word::explain},
      {"package", Word::procedure},
      {"replace", Word::replace},
      {"spatial", Word::object},
      {"trigger", Word::trigger},
      {"virtual", Word::object},
      {"database", Word::object},
      {"fulltext", Word::object},
      {"function", Word::function},
      {"sequence", Word::object},
      {"procedure", Word::procedure},
      {"temporary", Word::temporary},
      {"tablespace", Word::object},
      {"distributed", Word::transaction},
      {"transaction", Word::transaction},
      {"conversation", Word::transaction},
  }};
  static_assert(std::is_sorted(
      table.begin(), table.end(), [](const Entry& a, const Entry& b) {
        return a.first.size() < b.first.size();
      }));
  // Where the words of each length begin.
  static constexpr std::array<std::uint8_t, longest_word + 2> begins = [] {
    std::array<std::uint8_t, longest_word + 2> places{};
    for (const Entry& entry : table) {
      for (std::size_t i = entry.first.size() + 1; i < places.size(); ++i) {
        ++places[i];
      }
    }
    return places;
  }();
  if (text.empty() || text.size() > longest_word) {
    return Word::other;
  }
  const char first = to_lower(text.front());
  for (std::size_t i = begins[text.size()]; i < begins[text.size() + 1]; ++i) {
    if (table[i].first.front() == first &&
        equals_ignoring_case(text, table[i].first)) {
      return table[i].second;
    }
  }
  return Word::other;
}

} // namespace migcheck::sql
