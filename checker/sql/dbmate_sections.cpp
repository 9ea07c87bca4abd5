// dbmate's directives: `-- migrate:up` and `-- migrate:down` at the start of
// a line, in lower case, with options after them.
#include "sql/quotes.hpp"
#include "sql/sections.hpp"
#include "text/ascii.hpp"

#include <optional>

namespace migcheck::sql {
namespace {

// `\s` of Go's regular expressions: no vertical tab.
bool is_blank_byte(char byte) {
  return is_white_space(byte) && byte != '\v';
}

struct Directive {
  Section section;
  std::size_t end; // after `up` or `down`
};

// The directive at the start of a line. Blanks after `--` may hold line ends.
std::optional<Directive> directive_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "--") {
    return std::nullopt;
  }
  at += 2;
  while (at < text.size() && is_blank_byte(text[at])) {
    ++at;
  }
  constexpr std::string_view prefix = "migrate:";
  if (text.substr(at, prefix.size()) != prefix) {
    return std::nullopt;
  }
  at += prefix.size();
  const bool up = text.substr(at, 2) == "up";
  const bool down = text.substr(at, 4) == "down";
  at += up ? 2 : 4;
  if ((!up && !down) || (at < text.size() && !is_blank_byte(text[at]))) {
    return std::nullopt;
  }
  return Directive{up ? Section::up : Section::down, at};
}

// Words `key:value` up to the end of the line; only `transaction:false` acts,
// and a later word of the same key overrules it.
bool runs_in_transaction(std::string_view options) {
  constexpr std::string_view key = "transaction:";
  bool transaction = true;
  for (options = trim(options); !options.empty();) {
    const std::size_t end =
        std::min(options.find_first_of(" \t\r\f"), options.size());
    const std::string_view word = options.substr(0, end);
    if (word.substr(0, key.size()) == key &&
        word.find(':', key.size()) == std::string_view::npos) {
      transaction = word.substr(key.size()) != "false";
    }
    options = trim_left(options.substr(end));
  }
  return transaction;
}

class DbmateReader {
 public:
  explicit DbmateReader(std::string_view text) : text_(text) {}

  Sections read();

 private:
  void directive(const Directive& directive, Span line);
  void refuse(AnnotationProblem problem, Span line);

  std::string_view text_;
  Sections sections_;
  std::optional<Section> last_;
  bool sql_refused_ = false;
};

void DbmateReader::refuse(AnnotationProblem problem, Span line) {
  sections_.refused.push_back({problem, line});
}

void DbmateReader::directive(const Directive& directive, Span line) {
  const bool down = directive.section == Section::down;
  if (down && !last_) {
    refuse(AnnotationProblem::down_before_up, line);
  } else if (down && last_ == Section::down) {
    refuse(AnnotationProblem::second_down, line);
  } else if (!down && last_ == Section::up) {
    refuse(AnnotationProblem::second_up, line);
  }
  last_ = directive.section;
  const std::size_t end = line_end(text_, directive.end);
  const std::string_view options =
      text_.substr(directive.end, end - directive.end);
  bool& transaction =
      down ? sections_.down_transaction : sections_.up_transaction;
  transaction = transaction && runs_in_transaction(options);
  sections_.cuts.push_back({line.begin, directive.section});
}

Sections DbmateReader::read() {
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = line_end(text_, at);
    const Span line{
        static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const std::string_view trimmed = trim(line.of(text_));
    if (const auto found = directive_at(text_, at)) {
      directive(*found, line);
    } else if (
        !last_ && !sql_refused_ && !trimmed.empty() &&
        trimmed.substr(0, 2) != "--") {
      refuse(AnnotationProblem::sql_before_up, line);
      sql_refused_ = true;
    }
    at = end + 1;
  }
  bool up = false;
  bool down = false;
  for (const SectionCut& cut : sections_.cuts) {
    up = up || cut.section == Section::up;
    down = down || cut.section == Section::down;
  }
  if (!up) {
    refuse(AnnotationProblem::no_up, {});
  }
  if (!down) {
    refuse(AnnotationProblem::no_down, {});
  }
  return std::move(sections_);
}

} // namespace

Sections read_dbmate_sections(std::string_view text) {
  return DbmateReader(text).read();
}

} // namespace migcheck::sql
