// One line of a sqitch.plan, below its pragmas.
#pragma once

#include "journals/sqitch_names.hpp"
#include "model/sqitch_drift.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

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

// Whether a line is empty, or nothing but a comment. An `#` alone is none.
bool is_plan_comment(std::string_view line);

// Where a line's note begins, its `#` and the blanks before it, or its end.
std::size_t note_begin(std::string_view line);

// What the note of a line says, its escapes replaced.
std::string plan_note(std::string_view line);

// The text with each blank beyond ASCII as spaces, as many as it has bytes.
std::string with_plain_blanks(std::string_view text);

struct PlanText {
  std::string_view original;
  std::string_view plain; // with_plain_blanks() of it
};

// Reads the line at `span`, which is neither empty nor a comment, into all
// but `line` and `id`. Gives back why Sqitch refuses it, without the line's
// number; nothing where it does not, or where Unicode decides.
std::optional<SqitchDrift>
read_plan_line(const PlanText& text, Span span, SqitchEntry& entry);

} // namespace migcheck
