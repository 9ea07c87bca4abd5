// Directories and lexed sources for the tests of the list engine.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "lists/candidates.hpp"
#include "lists/language.hpp"
#include "lists/migration_names.hpp"
#include "lists/name_index.hpp"
#include "model/migration.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists::sample {

// A directory of single files; "name.retired" goes to the retired ones, and
// "folder/" makes a migration that is a folder.
inline MigrationDirectory
directory(const std::string& path, const std::vector<std::string>& names) {
  MigrationDirectory made;
  made.path = path;
  const std::string folder = path + "/";
  made.lock_path = folder + "migrations.lock";
  for (const std::string& name : names) {
    Migration migration;
    migration.entry = name;
    migration.path = folder + name;
    if (name.back() == '/') {
      migration.entry.pop_back();
      migration.path += "up.sql";
    }
    migration.version_text = name.substr(0, name.find_first_of("_-."));
    migration.version = migration.version_text.substr(std::min(
        migration.version_text.find_first_not_of('0'),
        migration.version_text.size()));
    migration.name = std::string(entry_stem(name));
    if (name.find_first_of("_-") != std::string::npos) {
      migration.name =
          std::string(entry_stem(name.substr(name.find_first_of("_-") + 1)));
    }
    if (name.ends_with(".retired")) {
      migration.retired = true;
      made.retired.push_back(migration);
    } else {
      made.migrations.push_back(migration);
    }
  }
  return made;
}

inline SourceTree tree(std::string_view text, std::string_view language) {
  const Language& found = *language_named(language);
  return build_tree(text, found, lex_source(text, found));
}

// "NAME shape: entry, entry" for each list, one line each.
inline std::string describe(const SourceCandidates& found) {
  std::string text;
  for (const Candidate& list : found.lists) {
    text += (list.name.empty() ? "-" : list.name) + " ";
    text += std::string(shape_name(list.shape)) + ":";
    for (const CandidateEntry& entry : list.entries) {
      text += " " + entry.name.base + (entry.plain ? "?" : "");
    }
    text += "\n";
  }
  return text;
}

// The text after the fix, "unsafe" above it where the fix is; "no fix" where
// there is none.
inline std::string patched(std::string text, const std::optional<Fix>& fix) {
  if (!fix) {
    return "no fix";
  }
  for (auto edit = fix->edits.rbegin(); edit != fix->edits.rend(); ++edit) {
    text.replace(edit->span.begin, edit->span.size(), edit->text);
  }
  return (fix->kind == FixKind::unsafe ? "unsafe\n" : "") + text;
}

} // namespace migcheck::lists::sample
