// goose reads a file line by line: annotations first, then everything else
// into a buffer that ends at a line whose last word ends in a semicolon.
#include "sql/goose_line.hpp"
#include "sql/quotes.hpp"
#include "sql/sections.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <optional>

namespace migcheck::sql {
namespace {

constexpr std::size_t longest_line = std::size_t{4} << 20;

class GooseReader {
 public:
  explicit GooseReader(std::string_view text) : text_(text) {}

  Sections read();

  Sections read_annotations();

 private:
  enum class State : std::uint8_t { start, section, block, block_end };

  void line(Span span);
  void lone_annotation(GooseAnnotation found, Span line);
  bool is_pending(std::size_t offset) const;
  bool has_text_before(std::size_t end) const;
  bool annotation(GooseAnnotation annotation, Span line);
  void up(Span line);
  void down(Span line);
  void block_begin(Span line);
  bool block_end(Span line);
  void content(Span line, std::string_view trimmed);
  void finish();
  void cut(Span line);
  void refuse(AnnotationProblem problem, Span line);
  void refuse_unfinished(AnnotationProblem problem);

  std::string_view text_;
  Sections sections_;
  Section section_ = Section::none;
  State state_ = State::start;
  Span block_;                 // the line of the last StatementBegin
  std::optional<Span> buffer_; // lines that were not sent yet
  bool buffer_has_text_ = false;
  bool sql_refused_ = false;
  std::size_t clear_ = 0; // nothing before it is pending; for lone annotations
};

void GooseReader::refuse(AnnotationProblem problem, Span line) {
  sections_.refused.push_back({problem, line});
}

void GooseReader::cut(Span line) {
  sections_.cuts.push_back(
      {.begin = line.begin,
       .section = section_,
       .part = state_ == State::section,
       .block = state_ == State::block});
}

void GooseReader::refuse_unfinished(AnnotationProblem problem) {
  if (buffer_has_text_) {
    refuse(problem, *buffer_);
  }
  buffer_.reset();
  buffer_has_text_ = false;
}

void GooseReader::up(Span line) {
  if (state_ != State::start) {
    refuse(AnnotationProblem::second_up, line);
    return;
  }
  section_ = Section::up;
  state_ = State::section;
  sections_.has_up = true;
  cut(line);
}

void GooseReader::down(Span line) {
  if (section_ == Section::up && state_ != State::block) {
    refuse_unfinished(AnnotationProblem::unfinished_at_down);
  } else if (section_ == Section::up) {
    refuse(AnnotationProblem::open_block, block_);
    buffer_.reset();
    buffer_has_text_ = false;
  } else {
    refuse(
        section_ == Section::down ? AnnotationProblem::second_down
                                  : AnnotationProblem::down_before_up,
        line);
  }
  section_ = Section::down;
  state_ = State::section;
  sections_.has_down = true;
  cut(line);
}

void GooseReader::block_begin(Span line) {
  if (state_ == State::start || state_ == State::block) {
    refuse(
        state_ == State::start ? AnnotationProblem::block_outside
                               : AnnotationProblem::nested_block,
        line);
    return;
  }
  state_ = State::block;
  block_ = line;
  if (!buffer_) {
    cut(line);
  }
}

// True when the line goes on as goose lets it: what it ends is sent there.
bool GooseReader::block_end(Span line) {
  if (state_ != State::block) {
    refuse(AnnotationProblem::end_without_begin, line);
    return false;
  }
  state_ = State::block_end;
  cut(line);
  return true;
}

// True when the line is content as well.
bool GooseReader::annotation(GooseAnnotation annotation, Span line) {
  switch (annotation) {
  case GooseAnnotation::up:
    up(line);
    break;
  case GooseAnnotation::down:
    down(line);
    break;
  case GooseAnnotation::statement_begin:
    block_begin(line);
    break;
  case GooseAnnotation::statement_end:
    return block_end(line);
  case GooseAnnotation::no_transaction:
    sections_.up_transaction = false;
    sections_.down_transaction = false;
    break;
  case GooseAnnotation::substitution:
    break;
  case GooseAnnotation::leading_blank:
    refuse(AnnotationProblem::leading_blank, line);
    break;
  case GooseAnnotation::unknown:
    refuse(AnnotationProblem::unknown_annotation, line);
    break;
  }
  return false;
}

void GooseReader::line(Span span) {
  const std::string_view bytes = span.of(text_);
  const std::string_view trimmed = trim_blanks(bytes);
  if (state_ == State::start && trimmed.empty()) {
    return;
  }
  const bool comment = trimmed.starts_with("--");
  if (comment && bytes.find(goose_marker) != std::string_view::npos &&
      !annotation(read_goose_annotation(bytes), span)) {
    return;
  }
  if (!buffer_ && (comment || bytes.empty())) {
    return;
  }
  content(span, trimmed);
}

void GooseReader::content(Span line, std::string_view trimmed) {
  if (state_ == State::start) {
    if (!sql_refused_) {
      refuse(AnnotationProblem::sql_before_up, line);
    }
    sql_refused_ = true;
    return;
  }
  if (state_ != State::block_end) {
    buffer_ = {buffer_ ? buffer_->begin : line.begin, line.end};
    buffer_has_text_ = buffer_has_text_ || !trimmed.empty();
  }
  const bool sent = state_ == State::block_end ||
                    (state_ == State::section && ends_goose_statement(trimmed));
  if (sent) {
    sections_.statements.push_back(
        {section_, buffer_.value_or(Span{line.begin, line.begin})});
    buffer_.reset();
    buffer_has_text_ = false;
    state_ = State::section;
  }
}

void GooseReader::finish() {
  if (state_ == State::start) {
    refuse(AnnotationProblem::no_up, {});
  } else if (state_ == State::block) {
    refuse(AnnotationProblem::open_block, block_);
  } else {
    refuse_unfinished(AnnotationProblem::unfinished_at_end);
  }
}

Sections GooseReader::read() {
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = line_end(text_, at);
    const bool carriage_return = end > at && text_[end - 1] == '\r';
    const Span span{
        static_cast<std::uint32_t>(at),
        static_cast<std::uint32_t>(end - (carriage_return ? 1 : 0))};
    if (end - at >= longest_line) {
      refuse(AnnotationProblem::line_too_long, span);
    }
    line(span);
    at = end + 1;
  }
  finish();
  return std::move(sections_);
}

// Whether lines before `offset` were read that end no statement.
bool GooseReader::is_pending(std::size_t offset) const {
  while (offset > clear_ && offset > 0) {
    const std::size_t end = offset - 1; // its line feed
    const std::size_t before = end == 0 ? end : text_.rfind('\n', end - 1) + 1;
    std::string_view bytes = text_.substr(before, end - before);
    if (bytes.ends_with('\r')) {
      bytes.remove_suffix(1);
    }
    const std::string_view trimmed = trim_blanks(bytes);
    if (!bytes.empty() && !trimmed.starts_with("--")) {
      return !ends_goose_statement(trimmed);
    }
    offset = before;
  }
  return false;
}

// Whether anything but comments stands before the first section.
bool GooseReader::has_text_before(std::size_t end) const {
  for (std::size_t at = 0; at < end;) {
    const std::size_t stop = std::min(line_end(text_, at), end);
    const std::string_view line = trim_blanks(text_.substr(at, stop - at));
    if (!line.empty() && !line.starts_with("--")) {
      return true;
    }
    at = stop + 1;
  }
  return false;
}

// An annotation whose lines before it were not read.
void GooseReader::lone_annotation(GooseAnnotation found, Span line) {
  const bool part =
      found == GooseAnnotation::up || found == GooseAnnotation::down;
  sections_.doubtful =
      sections_.doubtful || !sections_.refused.empty() ||
      (part && state_ == State::start && has_text_before(line.begin)) ||
      (found == GooseAnnotation::down && is_pending(line.begin));
  if (found == GooseAnnotation::statement_begin && state_ == State::section &&
      is_pending(line.begin)) {
    buffer_ = line;
  }
  // Nothing is kept from before the first section, nor from Up in Down.
  const bool starts = state_ == State::start && part;
  const bool drops =
      starts || (found == GooseAnnotation::down && section_ == Section::up);
  const bool sends = annotation(found, line);
  buffer_.reset();
  if (sends) {
    state_ = State::section;
  }
  if (sends || drops) {
    clear_ = line.end;
  }
}

// The lines that hold the mark, with what was read between them only where
// it matters.
Sections GooseReader::read_annotations() {
  std::size_t at = 0;
  while ((at = text_.find(goose_marker, at)) != std::string_view::npos) {
    const std::size_t before = text_.rfind('\n', at);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = line_end(text_, at);
    at = end;
    const Span span{
        static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view bytes = trim_right(span.of(text_));
    if (trim_left(bytes).starts_with("--")) {
      lone_annotation(read_goose_annotation(bytes), span);
    }
  }
  const std::size_t end = text_.ends_with('\n') ? 0 : 1;
  sections_.doubtful = sections_.doubtful || !sections_.refused.empty() ||
                       state_ == State::start || state_ == State::block ||
                       is_pending(text_.size() + end);
  sections_.refused.clear();
  return std::move(sections_);
}

} // namespace

Sections read_goose_cuts(std::string_view text) {
  return GooseReader(text).read_annotations();
}

Sections read_goose_sections(std::string_view text) {
  return GooseReader(text).read();
}

} // namespace migcheck::sql
