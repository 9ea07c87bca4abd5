// dbmate's directives: `-- migrate:up` and `-- migrate:down` at the start of
// a line, in lower case, with options after them.
#include "sql/quotes.hpp"
#include "sql/sections.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"

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

// One word after a directive.
struct Option {
  std::string_view key;
  std::string_view value;
  bool read = false; // exactly one colon
};

Option option_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos) {
    return {word, {}, false};
  }
  const std::string_view value = word.substr(colon + 1);
  return {
      word.substr(0, colon), value, value.find(':') == std::string_view::npos};
}

// A word that seems to speak of the transaction and does not act.
bool is_near_option(std::string_view word) {
  const Option option = option_of(word.substr(0, word.find('=')));
  constexpr std::string_view key = "transaction";
  if (option.key == key && option_of(word).read) {
    const std::string_view value = option_of(word).value;
    return value != "false" && value != "true";
  }
  return !option.key.empty() && edit_distance(option.key, key) <= 2;
}

class DbmateReader {
 public:
  explicit DbmateReader(std::string_view text) : text_(text) {}

  Sections read();

 private:
  void directive(const Directive& directive, Span line);
  bool runs_in_transaction(Span options);
  void refuse(AnnotationProblem problem, Span line);

  std::string_view text_;
  Sections sections_;
  std::optional<Section> last_;
  std::optional<Span> early_down_; // before any Up: a comment to dbmate
  bool sql_refused_ = false;
};

void DbmateReader::refuse(AnnotationProblem problem, Span line) {
  sections_.refused.push_back({problem, line});
}

void DbmateReader::directive(const Directive& directive, Span line) {
  const bool down = directive.section == Section::down;
  if (down && !last_) {
    early_down_ = early_down_ ? early_down_ : line;
    return;
  }
  if (down && last_ == Section::down) {
    refuse(AnnotationProblem::second_down, line);
  } else if (!down && last_ == Section::up) {
    refuse(AnnotationProblem::second_up, line);
  }
  last_ = directive.section;
  (down ? sections_.has_down : sections_.has_up) = true;
  const bool transaction = runs_in_transaction(
      {static_cast<std::uint32_t>(directive.end),
       static_cast<std::uint32_t>(line_end(text_, directive.end))});
  bool& all = down ? sections_.down_transaction : sections_.up_transaction;
  all = all && transaction;
  sections_.cuts.push_back(
      {.begin = line.begin,
       .section = directive.section,
       .transaction = transaction});
}

// Words `key:value` up to the end of the line; only `transaction:false` acts,
// and a later word of the same key overrules it.
bool DbmateReader::runs_in_transaction(Span options) {
  bool transaction = true;
  for (std::uint32_t at = options.begin; at < options.end;) {
    if (is_blank_byte(text_[at])) {
      ++at;
      continue;
    }
    Span word{at, at};
    while (word.end < options.end && !is_blank_byte(text_[word.end])) {
      ++word.end;
    }
    at = word.end;
    const Option option = option_of(word.of(text_));
    if (option.key == "transaction" && option.read) {
      transaction = option.value != "false";
    }
    if (is_near_option(word.of(text_))) {
      sections_.ignored.push_back(
          {word,
           "transaction:false",
           "dbmate reads options as `key:value` words, in lower case"});
    }
  }
  return transaction;
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
  if (!sections_.has_up) {
    refuse(AnnotationProblem::no_up, {});
  }
  if (!sections_.has_down && early_down_) {
    refuse(AnnotationProblem::down_before_up, *early_down_);
  } else if (last_ != Section::down) {
    refuse(AnnotationProblem::no_down, {});
  }
  return std::move(sections_);
}

} // namespace

bool is_dbmate_directive(std::string_view text, std::size_t at) {
  return directive_at(text, at).has_value();
}

Sections read_dbmate_sections(std::string_view text) {
  return DbmateReader(text).read();
}

} // namespace migcheck::sql
