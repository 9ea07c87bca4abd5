// Hardcoded lists and counts of migrations.
#pragma once

#include "config/config.hpp"
#include "model/migration.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

enum class ListShape : std::uint8_t {
  array,
  struct_array,
  map,
  imports,
  calls,
  constants,
  scattered,
  manifest,
  shell,
  sql_values,
  docs
};

std::string_view shape_name(ListShape shape);

enum class ListOrder : std::uint8_t { same, differs };

enum class DeclaredKind : std::uint8_t { tables, indexes };

struct DeclaredName {
  std::string text; // as written, without quotes
  Span span;        // of the literal, quotes included
};

// What an element says of the tables or indexes of its migration:
// `Tables: []string{"ants", "bees"}`.
struct DeclaredObjects {
  std::uint32_t entry = 0;
  DeclaredKind kind = DeclaredKind::tables;
  Span field; // the key
  std::vector<DeclaredName> names;
};

struct ListEntry {
  std::string text; // as written, without quotes
  std::string path; // where the list is scattered, else ""
  Span span;        // of the literal, quotes included
  Span element;     // of the whole element it stands in, comma included
  const Migration* migration = nullptr; // null: resolves nowhere
};

// A migration that a complete list leaves out because something else takes
// care of it.
struct HandledElsewhere {
  const Migration* migration = nullptr;
  std::string where; // in words: `named by "SKIPPED" in "db/loader.go"`
};

struct MigrationList {
  std::string path;
  Span span;        // from the first bracket (or entry) to the last
  Span name_span;   // of the declaration's name; empty span = `span` begins
  std::string name; // "" = it has none
  std::string language;
  ListShape shape = ListShape::array;
  const MigrationDirectory* directory = nullptr;
  Intent intent = Intent::unknown;
  std::string intent_reason;
  std::vector<ListEntry> entries;          // as they stand
  std::vector<const Migration*> missing;   // in the runner's order
  std::vector<HandledElsewhere> elsewhere; // not missing
  // Left out as well, with nothing said: older than the first entry. Only of
  // lists that are no tests.
  std::vector<const Migration*> older;
  std::vector<std::uint32_t> stale;     // indexes of entries
  std::vector<std::string> stale_hints; // per stale entry: "renamed to …"
  // Entries of a complete list that name a file which is nowhere and which is
  // not named like the migrations of the directory.
  std::vector<std::uint32_t> unexplained;
  std::vector<std::uint32_t> repeated; // indexes of the second occurrence
  ListOrder order = ListOrder::same;
  std::vector<std::uint32_t> displaced; // entries that break the runner's order
  std::vector<DeclaredObjects> declared; // by entry; at most one of each kind
  bool releases = false; // the manifests of all releases of its directory
  bool in_test = false;  // its file is one that tests are made of
  bool applies_in_order = false;  // test or infrastructure code that runs it
  std::string generated_by;       // "" = written by hand
  std::optional<Fix> add_missing; // edits in the list's own syntax
  std::optional<Fix> drop_stale;
};

// The level of a finding about a list that a rule gives `level`: documentation
// is worth a note.
Severity list_severity(const MigrationList& list, Severity level);

// How a message names a list: `list "AllMigrations"`, `this list`, `the list
// in the files of "app/steps"`, or `the list in the manifests of "db"`.
std::string list_label(const MigrationList& list);

// Where one of its entries stands.
Location entry_location(const MigrationList& list, std::uint32_t entry);

// Where a finding about the whole list stands: its name, else its first entry.
// Of manifests of releases: the last entry in that of the first release which
// lacks a file.
Location list_location(const MigrationList& list);

} // namespace migcheck
