// A file that findings name, read again: from byte spans to what is shown.
#pragma once

#include "report/report.hpp"
#include "text/line_index.hpp"
#include "text/span.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace migcheck {

// The text must outlive it. Spans beyond the end are cut to it.
class SourceView {
 public:
  explicit SourceView(std::string_view text) : text_(text), index_(text) {}

  std::string_view text() const { return text_; }

  const LineIndex& lines() const { return index_; }

  // The lines and columns of a span, exactly; `path` stays empty.
  Region region(Span span) const;

  // The same for a place that is shown: a line end that closes the span does
  // not take it to the next line.
  Region shown_region(Span span) const;

  // The first line of the span; none for a file as a whole.
  std::optional<Excerpt> excerpt(Span span) const;

 private:
  Span clamped(Span span) const;
  Span without_last_line_end(Span span) const;

  std::string_view text_;
  LineIndex index_;
};

} // namespace migcheck
