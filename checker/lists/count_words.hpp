// What the words of a name say about a number: that it is a version, a number
// of migrations, the newest or the lowest one, or something else altogether.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct CountSense {
  bool topic = false;    // migration, schema, database, patch ...
  bool database = false; // a topic that is no mere "schema"
  bool level = false;    // version, level, revision
  bool newest = false;   // latest, current, max, expected ...
  bool amount = false;   // count, total, number
  bool several = false;  // "migrations": the plural
  bool all = false;      // all, every
  bool lowest = false;   // minimum, oldest
  bool next = false;
  bool number = false;       // "number": of a migration, or how many there are
  bool other = false;        // it says that something else is meant
  std::uint32_t unknown = 0; // words that say nothing of this
};

// The words of a name, with glued ones parted: "dbversion" is db and version.
std::vector<std::string> count_words(std::string_view name);

CountSense count_sense(const std::vector<std::string>& words);

// True for a word that speaks of migrations in prose, names or SQL.
bool is_topic(std::string_view word);

// True when one of the words is a topic; `schema` alone is one.
bool has_topic(const std::vector<std::string>& words);

// True when a word says that not everything was applied: pending, rollback,
// until.
bool says_part(const std::vector<std::string>& words);

// True for the name of a call that asserts or compares.
bool is_assertion_word(std::string_view callee);

// True for the name of a call that compares sizes: Len, hasSize.
bool is_size_word(std::string_view callee);

} // namespace migcheck::lists
