// Sources in which each migration has a line of its own, the lines that are
// alike written once.
#pragma once

#include <cctype>
#include <string>
#include <string_view>

namespace migcheck::lists::shapes {

// A line of 001_ants made into that of another one: "ants" becomes the name,
// and the 1 of a number becomes the digit.
inline std::string
line_for(std::string_view ants, char digit, std::string_view name) {
  const auto in_word = [&ants](std::size_t at) {
    return at < ants.size() &&
           std::isalnum(static_cast<unsigned char>(ants[at])) != 0;
  };
  std::string line;
  for (std::size_t i = 0; i < ants.size(); ++i) {
    if (ants.substr(i).starts_with("ants")) {
      line += name;
      i += 3;
      continue;
    }
    const bool number = ants.substr(0, i + 1).ends_with("001") ||
                        (!in_word(i - 1) && !in_word(i + 1));
    line += ants[i] == '1' && number ? digit : ants[i];
  }
  return line;
}

// Every line `...` repeats the line above it, that of 001_ants, for bees, for
// cats, and for eels unless the next line does.
inline std::string written_out(std::string_view source) {
  std::string text;
  std::string_view above;
  while (!source.empty()) {
    const std::size_t end = source.find('\n');
    const std::string_view line =
        source.substr(0, end == source.npos ? end : end + 1);
    source.remove_prefix(line.size());
    if (line.ends_with("...\n") &&
        line.find_first_not_of(" \t.") == line.size() - 1) {
      const std::string_view next = source.substr(0, source.find('\n'));
      text += line_for(above, '2', "bees") + line_for(above, '3', "cats");
      text +=
          next.find("eels") == next.npos ? line_for(above, '5', "eels") : "";
    } else {
      text += line;
    }
    above = line;
  }
  return text;
}

} // namespace migcheck::lists::shapes
