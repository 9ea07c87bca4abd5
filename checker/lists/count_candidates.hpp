// Numbers in the tokens of one file that may count migrations: constants,
// tables, assertions. Which directory they fit is decided later.
#pragma once

#include "lists/brackets.hpp"
#include "lists/count_numbers.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace migcheck::lists {

enum class CountForm : std::uint8_t {
  constant,  // LATEST = 7; a field; a value that a function returns
  entry,     // of a table: { sqlite: 7 }
  assertion, // assert_eq!(count, 7), if n != 7 { fail }
  array_type // [&str; 7]
};

struct CountCandidate {
  CountForm form = CountForm::constant;
  std::uint32_t token = 0;
  Span span;        // of the digits, without quotes
  Span name_span;   // empty where it has no name
  std::string name; // "LatestVersion", "expectedVersions"; or ""
  std::string key;  // of an entry: "SQLite"
  std::string text; // as written: "00797", "1.13"
  std::optional<std::uint64_t> value; // none for "1.13"
  // Words around it: of its name or its assertion; of what an assertion's
  // variable is made of; of comments above; of functions, classes, qualifiers.
  std::vector<std::string> words;
  std::vector<std::string> subject;
  std::vector<std::string> comment;
  std::vector<std::string> scope;
  bool quoted = false;
  bool local = false;       // in the body of a function
  bool result = false;      // all that a function returns
  bool field = false;       // of an object
  bool argument = false;    // of a call
  bool data = false;        // JSON, YAML, TOML: no code
  bool sized = false;       // compared with a length or a count
  bool repeated = false;    // the function uses the same number elsewhere
  bool invented = false;    // the function makes migrations of its own
  std::vector<Span> copies; // the same number in the assertion's messages
};

// In the order of the text. Only numbers near those of some directory, and
// any on the lines that `covered` names.
std::vector<CountCandidate> find_counts(
    const SourceTree& tree,
    const NearNumbers& numbers,
    const std::vector<Span>& covered);

} // namespace migcheck::lists
