#include "journals/sqlx_checksums.hpp"

#include "config/toml_value.hpp"
#include "io/runner_hashes.hpp"
#include "text/path_parts.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::string_view settings_name = "sqlx.toml";

const TomlValue* member_of(const TomlValue& table, std::string_view key) {
  const auto found = std::find_if(
      table.members.begin(), table.members.end(), [&](const TomlMember& one) {
        return one.key == key;
      });
  return found == table.members.end() ? nullptr : &found->value;
}

std::string
without(std::string_view text, const std::vector<std::string>& characters) {
  std::string rest;
  rest.reserve(text.size());
  while (!text.empty()) {
    const auto found = std::find_if(
        characters.begin(), characters.end(), [&](const std::string& one) {
          return text.starts_with(one);
        });
    if (found == characters.end()) {
      rest += text.front();
      text.remove_prefix(1);
    } else {
      text.remove_prefix(found->size());
    }
  }
  return rest;
}

} // namespace

SqlxChecksums::SqlxChecksums(const JournalSources& sources) {
  for (const FileEntry& file : sources.files.files()) {
    if (!file.path.ends_with(settings_name) ||
        last_part(file.path) != settings_name) {
      continue;
    }
    const std::string path(file.path);
    std::string text;
    switch (fetch_text(sources, path, text)) {
    case Fetched::yes:
      add(text);
      break;
    case Fetched::missing:
      break;
    case Fetched::failed:
      unclear_ = true;
    }
  }
}

void SqlxChecksums::add(const std::string& text) {
  Problems problems(text, std::string(settings_name));
  const auto settings = read_toml(text, problems);
  if (!settings || !problems.empty()) {
    unclear_ = true;
    return;
  }
  const TomlValue* migrate = member_of(*settings, "migrate");
  const TomlValue* ignored =
      migrate == nullptr ? nullptr : member_of(*migrate, "ignored-chars");
  if (ignored == nullptr) {
    return;
  }
  Characters characters;
  for (const TomlValue& one : ignored->items) {
    if (one.kind == TomlKind::string && !one.text.empty()) {
      characters.push_back(one.text);
    }
  }
  unclear_ = unclear_ || characters.size() != ignored->items.size() ||
             ignored->kind != TomlKind::array;
  ignored_.push_back(std::move(characters));
}

bool SqlxChecksums::accept(
    std::string_view bytes, std::string_view checksum) const {
  return unclear_ ||
         std::any_of(
             ignored_.begin(),
             ignored_.end(),
             [&](const Characters& characters) {
               return sha384_hex(without(bytes, characters)) == checksum;
             });
}

} // namespace migcheck
