#include "config/section.hpp"

#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t longest_glob = 1024;

} // namespace

bool has_kind(
    const TomlValue& value,
    std::string_view key,
    TomlKind kind,
    Problems& problems) {
  if (value.kind == kind) {
    return true;
  }
  problems.add(
      value.span,
      fmt::format(
          "{} is {}, expected {}",
          quoted(key),
          kind_in_words(value.kind),
          kind_in_words(kind)));
  return false;
}

std::string
not_one_of(std::string_view text, std::span<const std::string_view> words) {
  return fmt::format(
      "{} is not one of {}{}",
      quoted(text),
      quoted_list(words, words.size()),
      did_you_mean(text, words));
}

std::optional<std::string_view> make_plain_path(std::string& path) {
  if (path.empty()) {
    return "is empty";
  }
  if (path.find('\0') != std::string::npos) {
    return "holds a NUL byte";
  }
  if (path.front() == '/') {
    return "is absolute, expected a path from the project's root";
  }
  std::string plain;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? "" : rest.substr(slash + 1);
    if (part == "..") {
      return "leaves the project or goes back, \"..\" is not allowed";
    }
    if (!part.empty() && part != ".") {
      plain += (plain.empty() ? "" : "/");
      plain += part;
    }
  }
  path = plain.empty() ? "." : plain;
  return std::nullopt;
}

ConfigSection::ConfigSection(
    const TomlValue& table,
    std::string_view name,
    std::span<const std::string_view> keys,
    Problems& problems)
    : table_(&table), name_(name), problems_(&problems) {
  for (const TomlMember& member : table.members) {
    if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) {
      problems.add(
          member.key_span,
          fmt::format(
              "unknown key {}{}{}{}",
              quoted(member.key),
              name.empty() ? "" : " in ",
              name,
              did_you_mean(member.key, keys)));
    }
  }
}

const TomlValue* ConfigSection::find(std::string_view key) const {
  for (const TomlMember& member : table_->members) {
    if (member.key == key) {
      return &member.value;
    }
  }
  return nullptr;
}

const TomlValue* ConfigSection::find(std::string_view key, TomlKind kind) {
  const TomlValue* value = find(key);
  return value != nullptr && has_kind(*value, key, kind, *problems_) ? value
                                                                     : nullptr;
}

void ConfigSection::require(std::string_view key) {
  if (find(key) == nullptr) {
    problem(*table_, fmt::format("{} has no {}", name_, quoted(key)));
  }
}

void ConfigSection::read(std::string_view key, std::string& out) {
  if (const TomlValue* value = find(key, TomlKind::string)) {
    out = value->text;
  }
}

void ConfigSection::read(std::string_view key, bool& out) {
  if (const TomlValue* value = find(key, TomlKind::boolean)) {
    out = value->boolean;
  }
}

std::optional<int> ConfigSection::number(std::string_view key, int most) {
  const TomlValue* value = find(key, TomlKind::integer);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (value->integer < 0 || value->integer > most) {
    problem(
        *value,
        fmt::format(
            "{} is {}, expected a number from 0 to {}",
            quoted(key),
            value->integer,
            most));
    return std::nullopt;
  }
  return static_cast<int>(value->integer);
}

std::optional<std::size_t> ConfigSection::word(
    std::string_view key, std::span<const std::string_view> words) {
  const TomlValue* value = find(key, TomlKind::string);
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto found = std::find(words.begin(), words.end(), value->text);
  if (found == words.end()) {
    problem(*value, fmt::format("{} {}", key, not_one_of(value->text, words)));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - words.begin());
}

std::optional<std::string> ConfigSection::path(std::string_view key) {
  const TomlValue* value = find(key, TomlKind::string);
  if (value == nullptr) {
    return std::nullopt;
  }
  std::string path = value->text;
  if (const auto wrong = make_plain_path(path)) {
    problem(*value, fmt::format("{} {} {}", key, quoted(value->text), *wrong));
    return std::nullopt;
  }
  return path;
}

std::string ConfigSection::glob(std::string_view key, const TomlValue& value) {
  if (value.text.size() > longest_glob) {
    problem(
        value,
        fmt::format(
            "{} has {} bytes, at most {} are allowed",
            key,
            value.text.size(),
            longest_glob));
    return {};
  }
  std::string path = value.text;
  const bool folder = path.ends_with('/');
  if (const auto wrong = make_plain_path(path)) {
    problem(value, fmt::format("{} {} {}", key, quoted(value.text), *wrong));
  }
  return folder ? path + "/" : path;
}

std::vector<const TomlValue*> ConfigSection::strings(std::string_view key) {
  std::vector<const TomlValue*> found;
  const TomlValue* value = find(key, TomlKind::array);
  if (value == nullptr) {
    return found;
  }
  for (const TomlValue& item : value->items) {
    if (has_kind(item, key, TomlKind::string, *problems_)) {
      found.push_back(&item);
    }
  }
  return found;
}

} // namespace migcheck
