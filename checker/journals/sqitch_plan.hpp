// A sqitch.plan as Sqitch reads it (sqitchers/sqitch, App::Sqitch::Plan), and
// the ids of its changes.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// `change`, `@tag`, `change@tag`, `project:change`, each after a `!` where it
// must not be there.
struct SqitchDependency {
  std::string text;    // without the `!`
  std::string project; // "" = this one
  std::string change;
  std::string tag; // without the `@`
  bool conflict = false;
  Span span;
};

// A change or a tag, in the order of the plan.
struct SqitchEntry {
  bool is_tag = false;
  std::string name; // of a tag without the `@`
  std::vector<SqitchDependency> dependencies;
  std::string time; // as written: 2018-07-27T14:27:24Z
  std::string planner;
  std::string email;
  std::string note; // its escapes replaced
  std::uint32_t line = 0;
  Span span;      // of the name
  std::string id; // of a change, in hexadecimal
};

struct SqitchPlan {
  std::string project; // "" = the pragma is missing
  std::string uri;
  std::vector<SqitchEntry> entries;
  // The first line that is neither of them.
  std::uint32_t bad_line = 0; // from 1; 0 = none
  Span bad_span;
};

// Reads the whole text; a bad line is left out. Ids are computed for what
// stands before the first bad line.
SqitchPlan parse_sqitch_plan(std::string_view text);

} // namespace migcheck
