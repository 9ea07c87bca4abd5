// Interpolations are replaced by one byte first, so that paths can be cut at
// `/` without looking inside them.
#include "lists/entries.hpp"

#include "lists/interpolation.hpp"
#include "lists/migration_names.hpp"
#include "text/ascii.hpp"
#include "text/one_of.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace migcheck::lists {
namespace {

constexpr std::size_t longest_literal = 512;

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
  if (url || is_one_of(left, schemes)) {
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
    table[byte] = byte != static_cast<unsigned char>(interpolation_mark);
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
    const bool acts =
        may_interpolate(c) || c == ':' || c == '?' || c == interpolation_mark;
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

// Fills folder and openness from the parts before `end`.
void set_folder(
    const std::vector<std::string_view>& parts,
    std::size_t end,
    EntryName& entry) {
  std::size_t begin = end;
  while (begin > 0 && !has_interpolation(parts[begin - 1])) {
    --begin;
  }
  entry.open = entry.open || begin > 0;
  if (begin > 0 && parts[begin - 1].back() != interpolation_mark) {
    // "${root}db/x.sql": the tail of that part belongs to the path.
    const std::string_view part = parts[begin - 1];
    entry.folder = std::string(part.substr(part.rfind(interpolation_mark) + 1));
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
  while (!base.empty() && base.front() == interpolation_mark) {
    base.remove_prefix(1);
    entry.open = true;
  }
  if (base.empty() || has_interpolation(base)) {
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
  while (!parts.empty() && (has_interpolation(parts.back()) ||
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

} // namespace migcheck::lists
