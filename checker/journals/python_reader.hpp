// Python as a row of tokens, as far as assignments of literals need it.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

enum class PythonKind : std::uint8_t {
  word,         // names, keywords, numbers
  string,       // without prefix or with one that changes nothing (r, u)
  other_string, // f"", b""
  sign,         // one byte
  line_end      // of a statement's line; not inside of brackets
};

struct PythonToken {
  PythonKind kind = PythonKind::sign;
  Span span; // of a string without its quotes
  bool begins_line = false;
  std::uint32_t indent = 0; // in bytes, where it begins a line
  std::uint32_t depth = 0;  // brackets around it
};

// Never fails: what is no Python gives some tokens, and an end. Linear.
class PythonReader {
 public:
  explicit PythonReader(std::string_view text) : text_(text) {}

  bool next(PythonToken& token); // false at the end

 private:
  bool skip_blanks(PythonToken& token);
  void read_string(PythonToken& token);
  void read_word(PythonToken& token);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  bool at_begin_ = true;
  std::uint32_t depth_ = 0;
};

// What stands to the right of `=`: nothing where it is no literal.
struct PythonStrings {
  std::vector<std::pair<std::string, Span>> strings; // None: empty
};

// A module-level `name = None`, `= "text"` or `= ("text", "text")`, with or
// without a type. `assigned` tells whether there was any such assignment.
struct PythonAssignment {
  bool assigned = false;
  Span name;
  std::optional<PythonStrings> value;
};

// The last assignment of each of the names, in the same order.
std::vector<PythonAssignment> read_module_strings(
    std::string_view text, const std::vector<std::string_view>& names);

// A class attribute `name = [("a", "b"), …]` of `class Migration`. Calls of
// `swappable_dependency` are passed over.
struct PythonPair {
  std::string first;
  std::string second;
  Span span; // of the second
};

struct PythonPairs {
  bool assigned = false;
  bool literal = true; // false: something else is in it, or done to it
  std::vector<PythonPair> pairs;
};

struct DjangoMigration {
  bool is_migration = false; // there is such a class
  Span name;                 // of the class
  PythonPairs dependencies;
  PythonPairs replaces;
  PythonPairs run_before;
};

DjangoMigration read_django_migration(std::string_view text);

} // namespace migcheck
