// What is wrong with one configuration file: all of it, in the order of the
// file.
#pragma once

#include "diagnostic/error.hpp"
#include "text/line_index.hpp"
#include "text/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

class Problems {
 public:
  // `text` must outlive the object; `path` is for messages.
  Problems(std::string_view text, std::string path)
      : text_(text), path_(std::move(path)), lines_(text) {}

  // A problem at the first byte of `place`; foreign parts of the message are
  // already printable.
  void add(Span place, std::string message);

  bool empty() const { return found_.empty(); }

  // One line per problem, `path:line:column: message`; after 100 of them one
  // line says how many more there are. There is at least one.
  Error error() const;

  // The line starts of the text: to name a second place.
  const LineIndex& lines() const { return lines_; }

  std::string_view text() const { return text_; }

  const std::string& path() const { return path_; }

 private:
  struct Problem {
    std::uint32_t offset;
    std::string message;
  };

  std::string_view text_;
  std::string path_;
  LineIndex lines_;
  std::vector<Problem> found_;
};

} // namespace migcheck
