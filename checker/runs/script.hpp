// A piece of shell text as a shell sees it, with the place in its file that
// each byte comes from: escapes are undone, continued lines are joined.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::runs {

// Stands for whatever only the running program knows.
inline constexpr char unknown_part = '\1';

// Begins a path from the project's root.
inline constexpr char root_part = '\2';

struct Script {
  std::string text;
  std::vector<std::uint32_t> places; // one for each byte of `text`

  void add(char c, std::uint32_t place) {
    text += c;
    places.push_back(place);
  }

  // Bytes that all come from one place.
  void add(std::string_view bytes, std::uint32_t place) {
    text += bytes;
    places.resize(text.size(), place);
  }

  // A part of another.
  void add(const Script& from, Span span);

  Script slice(Span span) const;

  // Where a part of the text stands in the file.
  Span place(Span span) const;
};

// The bytes of `span` as they are.
Script plain_script(std::string_view file, Span span);

// The same with every `before` replaced by `after`, which is one byte.
Script replaced(const Script& script, std::string_view before, char after);

// `${{ … }}` of workflows, `{{ … }}` of task runners: as unknown parts; but
// `${{ github.workspace }}` as `.`.
Script without_templates(const Script& script);

} // namespace migcheck::runs
