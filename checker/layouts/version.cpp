#include "layouts/version.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// Takes a sign off; true for a minus.
bool take_sign(std::string_view& text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) {
    text.remove_prefix(1);
  }
  return minus;
}

std::string_view without_zeros(std::string_view digits) {
  const std::size_t at = digits.find_first_not_of('0');
  return at == std::string_view::npos ? std::string_view() : digits.substr(at);
}

std::strong_ordering compare_unsigned(std::string_view a, std::string_view b) {
  a = without_zeros(a);
  b = without_zeros(b);
  if (a.size() != b.size()) {
    return a.size() <=> b.size();
  }
  return a.compare(b) <=> 0;
}

// The text up to the next dot or run of hyphens, which is taken off too.
std::string_view take_part(std::string_view& text) {
  const std::string_view part = text.substr(0, text.find_first_of(".-"));
  text.remove_prefix(part.size());
  do {
    text.remove_prefix(text.empty() ? 0 : 1);
  } while (text.starts_with('-'));
  return part;
}

} // namespace

std::strong_ordering compare_decimal(std::string_view a, std::string_view b) {
  const bool minus_a = take_sign(a) && !without_zeros(a).empty();
  const bool minus_b = take_sign(b) && !without_zeros(b).empty();
  if (minus_a != minus_b) {
    return minus_a ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return minus_a ? compare_unsigned(b, a) : compare_unsigned(a, b);
}

std::string canonical_decimal(std::string_view digits) {
  const bool minus = take_sign(digits);
  digits = without_zeros(digits);
  if (digits.empty()) {
    return "0";
  }
  return (minus ? "-" : "") + std::string(digits);
}

std::string next_decimal(std::string_view digits) {
  std::string next(digits.empty() ? "0" : digits);
  for (std::size_t i = next.size(); i-- > 0;) {
    if (next[i] != '9') {
      ++next[i];
      return next;
    }
    next[i] = '0';
  }
  return "1" + next;
}

std::uint64_t
distance(std::string_view a, std::string_view b, std::uint64_t most) {
  a = without_zeros(a);
  b = without_zeros(b);
  if (std::is_lt(compare_unsigned(a, b)) || a.size() > b.size() + 1) {
    return most;
  }
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t skew = a.size() - b.size();
    const int digit_b = i < skew ? 0 : b[i - skew] - '0';
    // The higher digits bound the rest: at most 11 per unit of them.
    if (value > most / 10 + 2) {
      return most;
    }
    const auto next =
        static_cast<std::int64_t>(value) * 10 + (a[i] - '0') - digit_b;
    value = static_cast<std::uint64_t>(std::max<std::int64_t>(next, 0));
  }
  return std::min(value, most);
}

std::strong_ordering compare_dotted(std::string_view a, std::string_view b) {
  while (!a.empty() || !b.empty()) {
    const std::string_view x = take_part(a);
    const std::string_view y = take_part(b);
    const bool number_x = x.empty() || all_digits(x);
    const bool number_y = y.empty() || all_digits(y);
    if (number_x != number_y) {
      return number_x ? std::strong_ordering::less
                      : std::strong_ordering::greater;
    }
    const auto order = number_x ? compare_unsigned(x, y) : x.compare(y) <=> 0;
    if (std::is_neq(order)) {
      return order;
    }
  }
  return std::strong_ordering::equal;
}

bool all_digits(std::string_view text) {
  return !text.empty() && leading_digits(text) == text.size();
}

std::size_t leading_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) {
    ++count;
  }
  return count;
}

} // namespace migcheck
