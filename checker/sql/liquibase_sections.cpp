// Liquibase's formatted SQL: changesets, whose attributes are found by their
// names anywhere in the line, and directives in comments below them.
#include "sql/acting_comments.hpp"
#include "sql/quotes.hpp"
#include "sql/sections.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"

#include <array>

namespace migcheck::sql {
namespace {

constexpr std::size_t none = std::string_view::npos;

// A line that begins as a directive does.
struct Marked {
  std::size_t dashes = 0;  // 1 or 2
  std::string_view word;   // letters after them
  std::string_view rest;   // after the word
  std::string_view indent; // before the dashes
};

bool is_word_byte(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_';
}

std::string_view leading_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word_byte(text[end])) {
    ++end;
  }
  return text.substr(0, end);
}

Marked read_mark(std::string_view line) {
  Marked marked;
  const std::string_view text = trim_left(line);
  marked.indent = line.substr(0, line.size() - text.size());
  if (!text.starts_with('-')) {
    return marked;
  }
  marked.dashes = text.starts_with("--") ? 2 : 1;
  const std::string_view words = trim_left(text.substr(marked.dashes));
  marked.word = leading_word(words);
  marked.rest = words.substr(marked.word.size());
  return marked;
}

// `AUTHOR:ID`, each part in double quotes or not, nothing between colon and
// id but what is part of it.
bool has_identity(std::string_view rest) {
  rest = trim_left(rest);
  const std::size_t quote =
      rest.starts_with('"') ? rest.find('"', 1) : std::string_view::npos;
  const std::size_t colon = rest.find(':', quote == none ? 0 : quote);
  return colon != none && colon > 0 && colon + 1 < rest.size() &&
         !is_white_space(rest[colon + 1]);
}

constexpr std::array<std::string_view, 6> booleans = {
    "runInTransaction",
    "runOnChange",
    "runAlways",
    "failOnError",
    "splitStatements",
    "stripComments"};

constexpr std::string_view reads_attributes =
    "liquibase reads attributes as `name:value` without blanks";

class LiquibaseReader {
 public:
  explicit LiquibaseReader(std::string_view text) : text_(text) {}

  Sections read();

 private:
  void line(Span span);
  void changeset(const Marked& marked, Span span);
  void attribute(Span word, std::string_view after);
  void boolean(std::string_view name, Span word);
  bool directive(const Marked& marked, Span span);
  void one_dash(const Marked& marked, Span span);
  bool ignores_lines(const Marked& marked);
  Span trimmed(Span span) const;

  void refuse(AnnotationProblem problem, Span at) {
    sections_.refused.push_back({problem, at});
  }

  std::string_view text_;
  Sections sections_;
  Span changeset_; // the line of the open one
  bool in_changeset_ = false;
  bool has_sql_ = false; // of the open one
  bool transaction_ = true;
  std::uint64_t ignored_lines_ = 0; // that follow
  bool ignoring_ = false;           // up to `--ignoreLines:end`
};

Span LiquibaseReader::trimmed(Span span) const {
  const std::string_view bytes = span.of(text_);
  const std::string_view inner = trim(bytes);
  const auto begin = inner.empty()
                         ? span.begin
                         : span.begin + static_cast<std::uint32_t>(
                                            inner.data() - bytes.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

// `name:value` of the six that are true or false: all but `true` is false.
void LiquibaseReader::boolean(std::string_view name, Span word) {
  const std::string_view bytes = word.of(text_);
  const std::string_view value =
      leading_word(bytes.substr(bytes.find(':') + 1));
  if (value.empty()) {
    sections_.ignored.push_back(
        {word, std::string(name) + ":false", reads_attributes});
    return;
  }
  const bool is_true = equals_ignoring_case(value, "true");
  if (name == "runInTransaction") {
    transaction_ = is_true;
  }
  if (!is_true && !equals_ignoring_case(value, "false")) {
    const bool no = edit_distance(value, "false") <= 2 ||
                    equals_ignoring_case(value, "no") ||
                    equals_ignoring_case(value, "off");
    sections_.ignored.push_back(
        {word,
         std::string(name) + (no ? ":false" : ":true"),
         "liquibase reads every value but `true` as false"});
  }
}

// One word after the identity of a changeset; `after` follows it.
void LiquibaseReader::attribute(Span word, std::string_view after) {
  const std::string_view bytes = word.of(text_);
  const std::string_view name = bytes.substr(0, bytes.find(':'));
  const bool with_colon = name.size() < bytes.size();
  for (const std::string_view known : booleans) {
    if (equals_ignoring_case(name, known)) {
      if (with_colon) {
        boolean(known, word);
      } else if (trim_left(after).starts_with(':')) {
        sections_.ignored.push_back(
            {word, std::string(known) + ":false", reads_attributes});
      }
      return;
    }
    if (with_colon && name.size() > 6 && edit_distance(name, known) <= 2) {
      sections_.ignored.push_back(
          {word,
           std::string(known) + std::string(bytes.substr(name.size())),
           "liquibase passes over attributes that it does not know"});
      return;
    }
  }
  if (with_colon && equals_ignoring_case(name, "validCheckSum")) {
    sections_.ignored.push_back(
        {word,
         "--validCheckSum" + std::string(bytes.substr(name.size())),
         "liquibase reads it on a line of its own only"});
  }
}

void LiquibaseReader::changeset(const Marked& marked, Span span) {
  if (in_changeset_ && !has_sql_) {
    refuse(AnnotationProblem::no_sql, trimmed(changeset_));
  }
  changeset_ = span;
  in_changeset_ = true;
  has_sql_ = false;
  transaction_ = true;
  if (!has_identity(marked.rest)) {
    refuse(AnnotationProblem::no_identity, trimmed(span));
  }
  // The author and the id are the first words; both may hold blanks.
  const std::string_view bytes = span.of(text_);
  std::size_t at = bytes.find(':');
  at = at == none ? bytes.size() : at + 1;
  bool quoted = false;
  while (at < bytes.size() && (quoted || !is_white_space(bytes[at]))) {
    quoted = quoted != (bytes[at] == '"');
    ++at;
  }
  while (at < bytes.size()) {
    if (is_white_space(bytes[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < bytes.size() && (quoted || !is_white_space(bytes[end]))) {
      quoted = quoted != (bytes[end] == '"');
      ++end;
    }
    attribute(
        {span.begin + static_cast<std::uint32_t>(at),
         span.begin + static_cast<std::uint32_t>(end)},
        bytes.substr(end));
    at = end;
  }
  sections_.has_up = true;
  sections_.up_transaction = sections_.up_transaction && transaction_;
  sections_.cuts.push_back(
      {.begin = span.begin,
       .section = Section::up,
       .transaction = transaction_});
}

// `--ignoreLines:N`, `:start` … `:end`.
bool LiquibaseReader::ignores_lines(const Marked& marked) {
  if (marked.dashes != 2 || !equals_ignoring_case(marked.word, "ignoreLines") ||
      !marked.rest.starts_with(':')) {
    return false;
  }
  const std::string_view value = leading_word(marked.rest.substr(1));
  ignoring_ = value == "start";
  for (const char byte : value.substr(0, 9)) {
    ignored_lines_ = is_digit(byte) ? ignored_lines_ * 10 +
                                          static_cast<std::uint64_t>(byte - '0')
                                    : 0;
  }
  return true;
}

// With one dash only where the line begins with it.
void LiquibaseReader::one_dash(const Marked& marked, Span span) {
  constexpr std::array<std::string_view, 7> words = {
      "changeset",
      "rollback",
      "comment",
      "preconditions",
      "validCheckSum",
      "property",
      "ignoreLines"};
  if (!marked.indent.empty()) {
    return;
  }
  for (const std::string_view word : words) {
    const bool ends = marked.rest.empty() || marked.rest.front() == ':' ||
                      is_white_space(marked.rest.front());
    if (ends && equals_ignoring_case(marked.word, word)) {
      refuse(AnnotationProblem::single_dash, trimmed(span));
    }
  }
}

// True for a line that is no part of the SQL.
bool LiquibaseReader::directive(const Marked& marked, Span span) {
  const auto is = [&](std::string_view word) {
    return equals_ignoring_case(marked.word, word);
  };
  const bool blank_follows =
      !marked.rest.empty() && is_white_space(marked.rest.front());
  const bool first = marked.indent.empty();
  if (is("rollback") && blank_follows) {
    sections_.has_down = sections_.has_down || in_changeset_;
    return true;
  }
  if (first && is("comments") && marked.rest.starts_with(": ") &&
      in_changeset_) {
    refuse(AnnotationProblem::wrong_word, trimmed(span));
    return true;
  }
  if (first && is("comment") &&
      (blank_follows || marked.rest.starts_with(": "))) {
    if (!in_changeset_ && marked.rest.starts_with(':')) {
      refuse(AnnotationProblem::before_changeset, trimmed(span));
    }
    return true;
  }
  if (is("precondition") && marked.rest.starts_with('-')) {
    std::string_view name = marked.rest.substr(1);
    while (!name.empty() && (is_word_byte(name.front()) || name[0] == '-')) {
      name.remove_prefix(1);
    }
    if (name.empty()) {
      refuse(AnnotationProblem::no_value, trimmed(span));
    }
    return true;
  }
  return is("preconditions") || is("validCheckSum") || is("property");
}

void LiquibaseReader::line(Span span) {
  const Marked marked = read_mark(span.of(text_));
  if (ignoring_) {
    ignoring_ =
        !(equals_ignoring_case(marked.word, "ignoreLines") &&
          trim(marked.rest) == ":end");
    return;
  }
  if (ignored_lines_ > 0) {
    --ignored_lines_;
    return;
  }
  if (marked.dashes == 1) {
    one_dash(marked, span);
  }
  if (marked.dashes == 2 && equals_ignoring_case(marked.word, "changeset")) {
    changeset(marked, span);
    return;
  }
  if (ignores_lines(marked) ||
      (marked.dashes == 2 && directive(marked, span))) {
    return;
  }
  has_sql_ = has_sql_ || !trim(span.of(text_)).empty();
}

Sections LiquibaseReader::read() {
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = line_end(text_, at);
    const bool carriage_return = end > at && text_[end - 1] == '\r';
    line(
        {static_cast<std::uint32_t>(at),
         static_cast<std::uint32_t>(end - (carriage_return ? 1 : 0))});
    at = end + 1;
  }
  return std::move(sections_);
}

} // namespace

Sections read_liquibase_sections(std::string_view text) {
  return is_liquibase_formatted(text) ? LiquibaseReader(text).read()
                                      : Sections{};
}

} // namespace migcheck::sql
