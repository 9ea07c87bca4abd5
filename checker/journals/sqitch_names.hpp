// What Sqitch takes for a name, of a change, a tag or a project, and for a
// dependency. Bytes beyond ASCII are taken for letters: where Unicode decides,
// a name passes.
#pragma once

#include "text/span.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// Space and tab.
bool is_plan_blank(char byte);

// Where the row of characters that a name is made of ends, `begin` or later.
std::size_t name_limit(std::string_view text, std::size_t begin);

enum class NameEnd { no, maybe, yes };

// Whether a name that begins at `begin` may end before `end`, which is no more
// than its limit. `maybe` where Unicode decides.
NameEnd name_end(std::string_view text, std::size_t begin, std::size_t end);

// True for the whole of a text. A name that is reserved is one too.
bool is_sqitch_name(std::string_view text);

// ROOT, HEAD, and what begins as the 40 digits of an id.
bool is_reserved_name(std::string_view name);

// `change`, `@tag`, `change@tag`, an id, each after `project:` where it is
// another's, and after a `!` where it must not be there.
struct SqitchDependency {
  std::string text;    // without the `!`
  std::string project; // "" = this one
  std::string change;  // or an id
  std::string tag;     // without the `@`
  bool conflict = false;
  bool sound = false; // Sqitch takes it for a dependency
  Span span;

  bool is_id() const;
};

// `at` is where the text stands.
SqitchDependency parse_dependency(std::string_view text, std::size_t at);

} // namespace migcheck
