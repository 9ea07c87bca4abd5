// How a literal becomes a name: interpolations are replaced by one marker
// byte first, so that paths can be cut at `/` without looking inside them.
#include "lists/entries.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace migcheck::lists {
namespace {

constexpr std::size_t longest_literal = 512;
constexpr char marker = '\x01';

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

constexpr bool may_interpolate(char c) {
  return c == '$' || c == '#' || c == '%' || c == '\\' || c == '{';
}

// The end of the interpolation that begins at `at`; `at` when none does.
std::size_t interpolation_end(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  std::size_t open = at;
  if ((c == '$' || c == '#' || c == '%' || c == '\\') &&
      (next == '{' || next == '(')) {
    open = at + 1;
  } else if (c == '$' && is_name_byte(next)) {
    std::size_t end = at + 1;
    while (end < text.size() && is_name_byte(text[end])) {
      ++end;
    }
    return end;
  } else if (c == '%' && (next == 's' || next == 'v' || next == 'd')) {
    return at + 2;
  } else if (c != '{') {
    return at;
  }
  const char close = text[open] == '(' ? ')' : '}';
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? at : end + 1;
}

std::string mark_interpolations(std::string_view literal) {
  if (std::none_of(literal.begin(), literal.end(), may_interpolate)) {
    return std::string(literal);
  }
  std::string text;
  text.reserve(literal.size());
  std::size_t at = 0;
  while (at < literal.size()) {
    const bool opens = may_interpolate(literal[at]);
    const std::size_t end = opens ? interpolation_end(literal, at) : at;
    if (end > at) {
      text += marker;
      at = end;
      continue;
    }
    text += literal[at] == '\\' ? '/' : literal[at];
    ++at;
  }
  return text;
}

// Takes off `scheme:` and keeps what follows; of `src:dst` keeps the source.
bool cut_colons(std::string& text) {
  bool absolute = false;
  std::size_t from = 0;
  if (text.size() > 2 && text[1] == ':' && is_letter(text[0]) &&
      text[2] == '/') {
    absolute = true;
    from = 2;
  }
  const std::size_t colon = text.find(':', from);
  if (colon == std::string::npos) {
    return absolute;
  }
  const std::string_view left = std::string_view(text).substr(0, colon);
  const bool url = text.compare(colon, 3, "://") == 0;
  constexpr std::array<std::string_view, 6> schemes = {
      "classpath", "file", "filesystem", "resource", "asset", "resources"};
  if (url || std::find(schemes.begin(), schemes.end(), left) != schemes.end()) {
    text.erase(0, colon + (url ? 3 : 1));
    return false;
  }
  text.resize(colon);
  return absolute;
}

constexpr std::array<bool, 256> prose_bytes = [] {
  constexpr std::string_view bad = "\x7F\"'`<>|*;,=&!()[]{}";
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte <= ' '; ++byte) {
    table[byte] = byte != static_cast<unsigned char>(marker);
  }
  for (const char c : bad) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

constexpr bool is_prose_byte(char c) {
  return prose_bytes[static_cast<unsigned char>(c)];
}

constexpr std::uint8_t prose = 1;
constexpr std::uint8_t acting = 2; // the byte may change what others mean

// Almost all names hold none of these bytes and are read as they are.
constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char c = static_cast<char>(byte);
    const bool acts = may_interpolate(c) || c == ':' || c == '?' || c == marker;
    table[byte] = acts ? acting : is_prose_byte(c) ? prose : 0;
  }
  return table;
}();

unsigned kinds_of(std::string_view literal) {
  unsigned kinds = 0;
  for (const char c : literal) {
    kinds |= byte_kinds[static_cast<unsigned char>(c)];
  }
  return kinds;
}

bool has_marker(std::string_view text) {
  return text.find(marker) != std::string_view::npos;
}

// Fills folder and openness from the parts before `end`.
void set_folder(
    const std::vector<std::string_view>& parts,
    std::size_t end,
    EntryName& entry) {
  std::size_t begin = end;
  while (begin > 0 && !has_marker(parts[begin - 1])) {
    --begin;
  }
  entry.open = entry.open || begin > 0;
  if (begin > 0 && parts[begin - 1].back() != marker) {
    // "${root}db/x.sql": the tail of that part belongs to the path.
    const std::string_view part = parts[begin - 1];
    entry.folder = std::string(part.substr(part.rfind(marker) + 1));
  }
  const std::string rest = join_parts(parts, begin, end);
  if (!rest.empty()) {
    entry.folder += (entry.folder.empty() ? "" : "/") + rest;
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
    text.remove_suffix(1);
  }
  return text;
}

// Whether the text ends in `tail`, which is in lower case.
bool ends_in(std::string_view text, std::string_view tail) {
  return ends_with_any_case(text, tail);
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
    const bool known =
        std::find(short_ones.begin(), short_ones.end(), extension) !=
        short_ones.end();
    return known ? 4 : 0;
  }
  if (size > 5 && base[size - 5] == '.') {
    return ends_in(base, "yaml") || ends_in(base, "psql") ? 5 : 0;
  }
  return size > 6 && ends_in(base, ".surql") ? 6 : 0;
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

// A folder that is written as `join_parts` gives it.
bool is_plain_folder(std::string_view folder) {
  char before = '/';
  for (const char c : folder) {
    if (before == '/' && (c == '/' || c == '.')) {
      return false;
    }
    before = c;
  }
  return before != '/';
}

} // namespace

std::optional<EntryName> read_entry(std::string_view literal) {
  literal = trimmed(literal);
  if (literal.empty() || literal.size() > longest_literal) {
    return std::nullopt;
  }
  EntryName entry;
  std::string_view text = literal;
  std::string changed;
  const unsigned kinds = kinds_of(literal);
  const bool acts = (kinds & acting) != 0;
  if (acts) {
    changed = mark_interpolations(literal);
    const auto suffix =
        std::find_if(changed.begin(), changed.end(), [](char c) {
          return c == '?' || c == '#';
        });
    changed.erase(suffix, changed.end());
    entry.absolute = cut_colons(changed);
    text = changed;
  }
  if (acts ? std::any_of(text.begin(), text.end(), is_prose_byte)
           : kinds == prose) {
    return std::nullopt;
  }
  entry.absolute = entry.absolute || text.starts_with('/');
  text = text.substr(0, text.find_last_not_of('/') + 1);
  std::string_view base = last_part(text);
  const std::string_view folder = parent_folder(text);
  if (base.empty() || base == "." || base == "..") {
    return std::nullopt;
  }
  while (!base.empty() && base.front() == marker) {
    base.remove_prefix(1);
    entry.open = true;
  }
  if (base.empty() || has_marker(base)) {
    return std::nullopt;
  }
  entry.base = std::string(base);
  if (!acts && is_plain_folder(folder)) {
    entry.folder = std::string(folder);
  } else if (!folder.empty()) {
    const std::vector<std::string_view> parts = split_path(folder);
    set_folder(parts, parts.size(), entry);
  }
  return entry;
}

std::string read_folder(std::string_view literal) {
  literal = trimmed(literal);
  if (literal.empty() || literal.size() > longest_literal) {
    return {};
  }
  std::string_view text = literal;
  std::string changed;
  const unsigned kinds = kinds_of(literal);
  bool absolute = false;
  if ((kinds & acting) != 0) {
    changed = mark_interpolations(literal);
    absolute = cut_colons(changed);
    text = changed;
  } else if (
      literal.find('/') == std::string_view::npos &&
      (kinds == prose || has_migration_extension(literal))) {
    return {}; // most literals
  }
  std::vector<std::string_view> parts = split_path(text);
  while (!parts.empty() && (has_marker(parts.back()) ||
                            parts.back().find('*') != std::string_view::npos ||
                            has_migration_extension(parts.back()))) {
    parts.pop_back();
  }
  if (absolute || parts.empty()) {
    return {};
  }
  if (kinds == 0) {
    return join_parts(parts, 0, parts.size());
  }
  EntryName entry;
  set_folder(parts, parts.size(), entry);
  return std::any_of(entry.folder.begin(), entry.folder.end(), is_prose_byte)
             ? std::string()
             : std::move(entry.folder);
}

std::optional<EntryName> read_version(std::string_view literal) {
  constexpr std::size_t least_digits = 3;
  constexpr std::size_t long_version = 8;
  literal = trimmed(literal);
  std::size_t digits = 0;
  while (digits < literal.size() && is_digit(literal[digits])) {
    ++digits;
  }
  const bool alone = digits == literal.size() && digits >= long_version;
  const bool words = digits + 1 < literal.size() && digits >= least_digits &&
                     literal[digits] == ' ' && is_letter(literal[digits + 1]);
  if (literal.size() > longest_literal || (!alone && !words)) {
    return std::nullopt;
  }
  EntryName entry;
  entry.base = std::string(literal);
  entry.version = std::string(literal.substr(0, digits));
  return entry;
}

std::string_view entry_stem(std::string_view base) {
  const std::size_t extension = extension_size(base);
  std::string_view stem = base.substr(0, base.size() - extension);
  const char first = extension != 4 ? '\0' : to_lower(base[stem.size() + 1]);
  if (first != 's' && first != 'c') {
    return stem; // .sql and .cql alone are parted by direction
  }
  for (const std::string_view direction : {".up", ".down"}) {
    if (stem.size() > direction.size() && ends_in(stem, direction)) {
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
