#include "lists/migration_names.hpp"

#include "text/ascii.hpp"
#include "text/one_of.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace migcheck::lists {
namespace {

bool is_name_byte(char c) {
  return is_digit(c) || is_letter(c) || c == '_';
}

bool ends_with_any_case(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() &&
         std::equal(
             tail.rbegin(), tail.rend(), text.rbegin(), [](char a, char b) {
               return a == to_lower(b);
             });
}

// The size of `.sql` and the like at the end of a name; 0 for any other.
std::size_t extension_size(std::string_view base) {
  const std::size_t size = base.size();
  if (size < 5 || to_lower(base[size - 1]) != 'l') {
    return 0; // as all of them end
  }
  if (base[size - 4] == '.') {
    constexpr std::array<std::string_view, 5> short_ones = {
        "sql", "cql", "yml", "xml", "ddl"};
    const std::array<char, 3> last = {
        to_lower(base[size - 3]), to_lower(base[size - 2]), 'l'};
    const std::string_view extension(last.data(), last.size());
    const bool known = is_one_of(extension, short_ones);
    return known ? 4 : 0;
  }
  if (size > 5 && base[size - 5] == '.') {
    return ends_with_any_case(base, "yaml") || ends_with_any_case(base, "psql")
               ? 5
               : 0;
  }
  return size > 6 && ends_with_any_case(base, ".surql") ? 6 : 0;
}

// Length of `V`, `U`, `R` or nothing, then digits, then a separator; 0 when
// the name does not begin so.
std::size_t numbered_head(std::string_view base) {
  std::size_t at = 0;
  if (!base.empty() && (to_lower(base[0]) == 'v' || to_lower(base[0]) == 'u')) {
    at = 1;
  }
  const std::size_t digits = at;
  while (at < base.size() &&
         (is_digit(base[at]) ||
          (at > digits && (base[at] == '.' || base[at] == '-') &&
           at + 1 < base.size() && is_digit(base[at + 1])))) {
    ++at;
  }
  if (at == digits || at >= base.size() ||
      (base[at] != '_' && base[at] != '-' && base[at] != '.')) {
    return 0;
  }
  return at + 1;
}

} // namespace

std::string_view entry_stem(std::string_view base) {
  const std::size_t extension = extension_size(base);
  std::string_view stem = base.substr(0, base.size() - extension);
  const char first = extension != 4 ? '\0' : to_lower(base[stem.size() + 1]);
  if (first != 's' && first != 'c') {
    return stem; // .sql and .cql alone are parted by direction
  }
  for (const std::string_view direction : {".up", ".down"}) {
    if (stem.size() > direction.size() && ends_with_any_case(stem, direction)) {
      stem.remove_suffix(direction.size());
      break;
    }
  }
  return stem;
}

bool has_migration_extension(std::string_view base) {
  return extension_size(base) != 0;
}

bool is_migration_shaped(std::string_view base) {
  const std::string_view stem = entry_stem(base);
  const bool sql = ends_with_any_case(base, "sql") ||
                   ends_with_any_case(base, "cql") ||
                   ends_with_any_case(base, ".ddl");
  return stem.size() < base.size() && sql && is_stem_shaped(stem);
}

bool is_stem_shaped(std::string_view base) {
  if (base.size() > 200) {
    return false;
  }
  const std::size_t head = numbered_head(base);
  if (head == 0 || head >= base.size()) {
    return false;
  }
  const std::string_view title = base.substr(head);
  return std::any_of(title.begin(), title.end(), is_letter) &&
         std::all_of(title.begin(), title.end(), [](char c) {
           return is_name_byte(c) || c == '-' || c == '.' ||
                  static_cast<unsigned char>(c) >= 0x80;
         });
}

std::string_view resource_tail(std::string_view base) {
  if (!has_migration_extension(base) || base.empty() || !is_letter(base[0])) {
    return {};
  }
  for (std::size_t dot = base.find('.'); dot < base.size();
       dot = base.find('.', dot + 1)) {
    const std::string_view tail = base.substr(dot + 1);
    if (is_migration_shaped(tail)) {
      return tail;
    }
  }
  return {};
}

std::string name_mask(std::string_view base) {
  const auto digit = std::find_if(base.begin(), base.end(), is_digit);
  if (digit == base.end()) {
    return {};
  }
  std::string mask(base.begin(), digit);
  const std::size_t head = mask.size();
  for (auto at = digit; at != base.end(); ++at) {
    const char kind = is_digit(*at)                  ? '0'
                      : is_letter(*at) || *at == '_' ? 'a'
                                                     : *at;
    const bool goes_on = mask.size() > head && mask.back() == kind &&
                         (kind == '0' || kind == 'a');
    mask.append(goes_on ? 0 : 1, kind);
  }
  return mask;
}

} // namespace migcheck::lists
