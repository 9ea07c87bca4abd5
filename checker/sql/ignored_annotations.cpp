#include "sql/ignored_annotations.hpp"

#include "sql/sections.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"

#include <array>

namespace migcheck::sql {
namespace {

// A comment's first line without its marks.
struct Words {
  std::string_view text;
  bool starts_line = false; // only blanks stand before the comment
  bool first_column = false;
};

Words words_of(std::string_view text, Span comment) {
  Words words;
  std::string_view line = comment.of(text);
  const bool block = line.starts_with("/*");
  line = line.substr(0, line.find('\n'));
  const std::size_t begin = line.find_first_not_of("-/*# \t");
  line = begin == std::string_view::npos ? std::string_view()
                                         : trim(line.substr(begin));
  if (block && line.ends_with("*/")) {
    line = trim(line.substr(0, line.size() - 2));
  }
  words.text = line;
  std::size_t at = comment.begin;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) {
    --at;
  }
  words.starts_line = at == 0 || text[at - 1] == '\n';
  words.first_column = words.starts_line && at == comment.begin;
  return words;
}

std::string_view letters_at_start(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) {
    ++end;
  }
  return text.substr(0, end);
}

// `text` with single blanks between its words.
std::string joined(std::string_view text) {
  std::string words;
  for (const char byte : text) {
    if (!is_white_space(byte)) {
      words += byte;
    } else if (!words.ends_with(' ')) {
      words += ' ';
    }
  }
  return words;
}

constexpr std::array<std::string_view, 7> goose_names = {
    "Up",
    "Down",
    "StatementBegin",
    "StatementEnd",
    "NO TRANSACTION",
    "ENVSUB ON",
    "ENVSUB OFF"};

// `+` and `goose`, or nearly so; nothing when it is another word.
struct GooseMark {
  bool plus = false;
  bool near = false;
  std::string_view rest;
};

GooseMark read_goose_mark(std::string_view words) {
  GooseMark mark;
  mark.plus = words.starts_with('+');
  if (mark.plus) {
    words = trim_left(words.substr(1));
  }
  const std::string_view word = letters_at_start(words);
  constexpr std::string_view name = "goose";
  mark.near = word.size() + 1 >= name.size() &&
              word.size() <= name.size() + 1 &&
              (equals_ignoring_case(word, name) ||
               (mark.plus && edit_distance(word, name) == 1));
  mark.rest = words.substr(word.size());
  return mark;
}

// What goose reads: a line that begins with `--` and holds `+goose`.
bool is_read_by_goose(std::string_view comment, const Words& words) {
  const std::string_view line = comment.substr(0, comment.find('\n'));
  return words.starts_line && line.starts_with("--") &&
         line.find("+goose") != std::string_view::npos;
}

void near_goose(
    std::string_view text, Span comment, std::vector<IgnoredAnnotation>& out) {
  const Words words = words_of(text, comment);
  const GooseMark mark = read_goose_mark(words.text);
  if (!mark.near || mark.rest.empty() ||
      is_read_by_goose(comment.of(text), words)) {
    return;
  }
  std::string_view rest = trim(mark.rest);
  if (rest.starts_with(':')) {
    rest = trim(rest.substr(1));
  }
  const std::string name = joined(rest);
  std::string_view meant;
  for (const std::string_view known : goose_names) {
    meant = equals_ignoring_case(name, known) ? known : meant;
  }
  if (meant.empty() && mark.plus) {
    meant = nearest(name, goose_names);
  }
  if (meant.empty()) {
    return;
  }
  const bool line = comment.of(text).starts_with("--");
  out.push_back(
      {comment,
       "-- +goose " + std::string(meant),
       line && !words.starts_line
           ? "goose reads annotations at the start of a line only"
           : "goose reads only lines that begin with `--` and hold `+goose`"});
}

// `migrate:up` with another mark between its words, or other letters.
void near_dbmate(
    std::string_view text, Span comment, std::vector<IgnoredAnnotation>& out) {
  const Words words = words_of(text, comment);
  const std::string_view word = letters_at_start(words.text);
  constexpr std::string_view name = "migrate";
  if (word.size() + 1 < name.size() || word.size() > name.size() + 1 ||
      edit_distance(word, name) > 1 ||
      (words.first_column && is_dbmate_directive(text, comment.begin))) {
    return;
  }
  std::string_view rest = trim_left(words.text.substr(word.size()));
  const bool joint = !rest.empty() && std::string_view(":-_=.").find(rest[0]) !=
                                          std::string_view::npos;
  rest = joint ? trim_left(rest.substr(1)) : rest;
  const std::string_view direction = letters_at_start(rest);
  rest = trim(rest.substr(direction.size()));
  constexpr std::array<std::string_view, 2> directions = {"up", "down"};
  std::string_view meant;
  for (const std::string_view known : directions) {
    const bool near = joint && known.size() > 2 &&
                      edit_distance(direction, known) <= 2 &&
                      direction.size() + 1 >= known.size();
    meant = equals_ignoring_case(direction, known) || near ? known : meant;
  }
  // Prose goes on: "migrate up the hill".
  if (meant.empty() || (!rest.empty() && !rest.starts_with("transaction"))) {
    return;
  }
  out.push_back(
      {comment,
       "-- migrate:" + std::string(meant),
       "dbmate reads directives in lower case, in the first column"});
}

void near_sqlx(
    std::string_view text, Span comment, std::vector<IgnoredAnnotation>& out) {
  constexpr std::string_view exact = "-- no-transaction";
  if (text.starts_with(exact)) {
    return;
  }
  const Words words = words_of(text, comment);
  const std::string_view two = words.text.substr(0, 14);
  const std::string name = joined(words.text);
  const bool marked = equals_ignoring_case(two, "no-transaction");
  if (marked || equals_ignoring_case(name, "no transaction") ||
      equals_ignoring_case(name, "no_transaction") ||
      equals_ignoring_case(name, "notransaction")) {
    out.push_back(
        {comment,
         std::string(exact),
         "sqlx looks for it in the first bytes of the file, in exactly this "
         "form"});
  }
}

// Diesel reads no comments at all.
void near_diesel(
    std::string_view text, Span comment, std::vector<IgnoredAnnotation>& out) {
  const Words words = words_of(text, comment);
  std::string name;
  for (const char byte : words.text.substr(0, 40)) {
    if (!is_white_space(byte)) {
      name += byte == '-' ? '_' : to_lower(byte);
    }
  }
  if (name == "run_in_transaction=false" ||
      name == "run_in_transaction:false" || name == "no_transaction") {
    out.push_back(
        {comment,
         "run_in_transaction = false",
         "diesel reads it in a file metadata.toml beside the SQL only"});
  }
}

void near_atlas(
    std::string_view text, Span comment, std::vector<IgnoredAnnotation>& out) {
  const Words words = words_of(text, comment);
  // One for each file: they are ignored together.
  if (!starts_with_ignoring_case(words.text, "atlas") || !out.empty()) {
    return;
  }
  std::string_view rest = trim_left(words.text.substr(5));
  if (!rest.starts_with(':')) {
    return;
  }
  rest = trim_left(rest.substr(1));
  std::size_t end = 0;
  while (end < rest.size() && !is_white_space(rest[end])) {
    ++end;
  }
  const std::string_view name = rest.substr(0, end);
  const std::string_view value = trim(rest.substr(end));
  if (edit_distance(name.substr(0, 16), "txmode") > 1) {
    return;
  }
  const Sections read = read_atlas_sections(text);
  if (!read.up_transaction || !read.refused.empty()) {
    return; // this one, or another one, counts
  }
  if (value != "none") {
    return; // `file` is what Atlas does anyway
  }
  out.push_back(
      {comment,
       "-- atlas:txmode none",
       text.find('\r') != std::string_view::npos
           ? "atlas sees no directive in a file with CRLF line ends"
           : "atlas reads it in the comments at the top, which must end in an "
             "empty line"});
}

// `changeset` with other letters: what follows joins the changeset before it.
void near_liquibase(
    std::string_view text, Span comment, std::vector<IgnoredAnnotation>& out) {
  const Words words = words_of(text, comment);
  const bool line = comment.of(text).starts_with("--");
  std::string_view word = letters_at_start(words.text);
  std::string_view rest = words.text.substr(word.size());
  if (equals_ignoring_case(word, "change") &&
      starts_with_ignoring_case(trim_left(rest), "set ")) {
    rest = trim_left(rest).substr(3);
    word = "change set";
  }
  constexpr std::string_view name = "changeset";
  if (word.size() < 8 || word.size() > 10 || edit_distance(word, name) > 2 ||
      equals_ignoring_case(word, "changesets") || !rest.starts_with(' ')) {
    return;
  }
  // An identity in its first words, or it is prose.
  const std::string_view identity = trim_left(rest);
  const std::size_t colon = identity.find(':');
  const bool has_identity = colon != std::string_view::npos && colon > 0 &&
                            colon + 1 < identity.size() &&
                            !is_white_space(identity[colon + 1]) &&
                            !identity.substr(0, colon).ends_with(' ');
  const bool read =
      line && words.starts_line && equals_ignoring_case(word, name);
  if (has_identity && !read) {
    out.push_back(
        {comment,
         "--changeset " + std::string(identity.substr(0, 80)),
         "liquibase takes what follows for part of the changeset before"});
  }
}

void near_drizzle(
    std::string_view text, Span comment, std::vector<IgnoredAnnotation>& out) {
  constexpr std::string_view exact = "--> statement-breakpoint";
  const std::string_view bytes = comment.of(text);
  if (bytes.find(exact) != std::string_view::npos) {
    return;
  }
  std::string_view words = words_of(text, comment).text;
  if (words.starts_with('>')) {
    words = trim_left(words.substr(1));
  }
  std::string name;
  for (const char byte : words.substr(0, 32)) {
    name += is_letter(byte) ? to_lower(byte) : '-';
  }
  if (name.size() >= 16 && name.size() <= 22 &&
      edit_distance(name, "statement-breakpoint") <= 2) {
    out.push_back(
        {comment,
         std::string(exact),
         "drizzle splits a file at exactly these characters"});
  }
}

} // namespace

bool reads_annotations(LayoutId layout) {
  switch (layout) {
  case LayoutId::goose:
  case LayoutId::dbmate:
  case LayoutId::sqlx:
  case LayoutId::diesel:
  case LayoutId::atlas:
  case LayoutId::liquibase_sql:
  case LayoutId::drizzle:
    return true;
  default:
    return false;
  }
}

void find_ignored_annotation(
    std::string_view text,
    Span comment,
    LayoutId layout,
    bool in_head,
    std::vector<IgnoredAnnotation>& ignored) {
  switch (layout) {
  case LayoutId::goose:
    near_goose(text, comment, ignored);
    break;
  case LayoutId::dbmate:
    near_dbmate(text, comment, ignored);
    break;
  case LayoutId::sqlx:
    if (in_head) {
      near_sqlx(text, comment, ignored);
    }
    break;
  case LayoutId::diesel:
    near_diesel(text, comment, ignored);
    break;
  case LayoutId::atlas:
    if (in_head) {
      near_atlas(text, comment, ignored);
    }
    break;
  case LayoutId::liquibase_sql:
    near_liquibase(text, comment, ignored);
    break;
  case LayoutId::drizzle:
    near_drizzle(text, comment, ignored);
    break;
  default:
    break;
  }
}

} // namespace migcheck::sql
