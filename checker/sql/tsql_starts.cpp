#include "sql/tsql_starts.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::sql {

// In groups that behave alike.
enum class TsqlStarts::Word : std::uint8_t {
  other,
  starts, // begins a statement wherever it stands
  // Leaders that are clauses elsewhere.
  alter,
  begin,
  bulk,
  control, // IF, WHILE
  create,
  drop,
  exec,
  fetch,
  insert,
  merge,
  modify, // UPDATE
  remove, // DELETE
  rights, // GRANT, REVOKE, DENY
  rollback,
  select,
  set,
  truncate,
  with,
  // What makes a clause of the next word.
  as,
  else_,
  joins,        // UNION, ALL, EXCEPT, INTERSECT
  leads_clause, // FOR, AFTER, THEN, OF
  on,
  or_,
  rows,
  try_,
  values
};

struct TsqlStarts::Entry {
  std::string_view text;
  Word word;
};

namespace {

constexpr std::size_t longest_gap = 1024;

bool is_name_byte(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_' || byte == '@' ||
         byte == '#';
}

// Without the white space at its start, of which it passes over so much.
std::string_view after_blanks(std::string_view text) {
  const std::size_t found =
      text.substr(0, longest_gap).find_first_not_of(" \t\r\n\f\v");
  return found == std::string_view::npos ? "" : text.substr(found);
}

// The word at the start of a text, after white space.
std::string_view next_word(std::string_view text) {
  constexpr std::size_t longest = 64;
  text = after_blanks(text).substr(0, longest);
  std::size_t end = 0;
  while (end < text.size() && is_name_byte(text[end])) {
    ++end;
  }
  return text.substr(0, end);
}

template <std::size_t size>
bool is_one_of(
    std::string_view word, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view known) {
    return equals_ignoring_case(word, known);
  });
}

// What ALTER and DROP name when they begin a statement.
constexpr std::array<std::string_view, 26> objects = {
    "table",       "index",   "view",     "procedure", "proc",     "function",
    "trigger",     "schema",  "type",     "sequence",  "synonym",  "database",
    "user",        "login",   "role",     "partition", "assembly", "statistics",
    "rule",        "default", "fulltext", "security",  "queue",    "service",
    "certificate", "external"};

// What SET sets when it is a statement of its own, besides variables.
constexpr std::array<std::string_view, 28> settings = {
    "ansi_defaults",
    "ansi_null_dflt_off",
    "ansi_null_dflt_on",
    "ansi_nulls",
    "ansi_padding",
    "ansi_warnings",
    "arithabort",
    "arithignore",
    "concat_null_yields_null",
    "context_info",
    "cursor_close_on_commit",
    "datefirst",
    "dateformat",
    "deadlock_priority",
    "fmtonly",
    "forceplan",
    "identity_insert",
    "implicit_transactions",
    "language",
    "lock_timeout",
    "nocount",
    "noexec",
    "numeric_roundabort",
    "quoted_identifier",
    "rowcount",
    "statistics",
    "transaction",
    "xact_abort"};

} // namespace

// Most of it is its table. NOLINTNEXTLINE(readability-function-size)
TsqlStarts::Word TsqlStarts::read(std::string_view text) {
  static constexpr std::array<Entry, 58> table = {{
      {"after", Word::leads_clause},
      {"all", Word::joins},
      {"alter", Word::alter},
      {"as", Word::as},
      {"backup", Word::starts},
      {"begin", Word::begin},
      {"break", Word::starts},
      {"bulk", Word::bulk},
      {"checkpoint", Word::starts},
      {"close", Word::starts},
      {"commit", Word::starts},
      {"continue", Word::starts},
      {"create", Word::create},
      {"dbcc", Word::starts},
      {"deallocate", Word::starts},
      {"declare", Word::starts},
      {"default", Word::values},
      {"delete", Word::remove},
      {"deny", Word::rights},
      {"drop", Word::drop},
      {"else", Word::else_},
      {"except", Word::joins},
      {"exec", Word::exec},
      {"execute", Word::exec},
      {"fetch", Word::fetch},
      {"for", Word::leads_clause},
      {"goto", Word::starts},
      {"grant", Word::rights},
      {"if", Word::control},
      {"insert", Word::insert},
      {"intersect", Word::joins},
      {"kill", Word::starts},
      {"merge", Word::merge},
      {"of", Word::leads_clause},
      {"on", Word::on},
      {"open", Word::starts},
      {"or", Word::or_},
      {"print", Word::starts},
      {"raiserror", Word::starts},
      {"reconfigure", Word::starts},
      {"restore", Word::starts},
      {"return", Word::starts},
      {"revoke", Word::rights},
      {"rollback", Word::rollback},
      {"row", Word::rows},
      {"rows", Word::rows},
      {"save", Word::starts},
      {"select", Word::select},
      {"set", Word::set},
      {"then", Word::leads_clause},
      {"truncate", Word::truncate},
      {"try", Word::try_},
      {"union", Word::joins},
      {"update", Word::modify},
      {"use", Word::starts},
      {"values", Word::values},
      {"while", Word::control},
      {"with", Word::with},
  }};
  static_assert(std::is_sorted(
      table.begin(), table.end(), [](const Entry& a, const Entry& b) {
        return a.text < b.text;
      }));
  constexpr std::size_t longest = 11;
  std::array<char, longest> lower{};
  if (text.size() > longest) {
    return Word::other;
  }
  std::transform(text.begin(), text.end(), lower.begin(), to_lower);
  const std::string_view word(lower.data(), text.size());
  const auto* const found = std::lower_bound(
      table.begin(),
      table.end(),
      word,
      [](const Entry& entry, std::string_view wanted) {
        return entry.text < wanted;
      });
  return found != table.end() && found->text == word ? found->word
                                                     : Word::other;
}

// SELECT and EXEC that give the open statement its rows.
bool TsqlStarts::is_query_part(Word word) const {
  if (previous_ == Word::joins || previous_ == Word::as) {
    return word == Word::select || previous_ == Word::as;
  }
  return query_due_;
}

// ALTER TABLE t DROP COLUMN c, ALTER TABLE t ALTER COLUMN c.
bool TsqlStarts::alters_part(std::string_view rest) const {
  return leader_ == Word::alter && !is_one_of(next_word(rest), objects);
}

bool TsqlStarts::is_set_statement(std::string_view rest) const {
  // ALTER DATABASE d SET ANSI_NULLS ON
  const bool of_database = leader_ == Word::alter && since_leader_ <= 3;
  const std::string_view word = next_word(rest);
  return !set_due_ && !of_database &&
         (word.starts_with('@') || is_one_of(word, settings));
}

// Whether the word begins a statement where none is expected. `rest` follows
// the word.
bool TsqlStarts::is_start(Word word, std::string_view rest) const {
  if (previous_ == Word::rights || previous_ == Word::leads_clause ||
      previous_ == Word::with || before_ == Before::comma) {
    return false;
  }
  const std::string_view next = next_word(rest);
  const auto follows = [&](std::string_view wanted) {
    return equals_ignoring_case(next, wanted);
  };
  switch (word) {
  case Word::starts:
  case Word::rights:
  case Word::rollback:
    return true;
  case Word::select:
  case Word::exec:
    return !is_query_part(word);
  case Word::insert:
    return !query_due_ && previous_ != Word::bulk;
  case Word::modify:
  case Word::remove: {
    // ON DELETE CASCADE; but SET NOCOUNT ON, then DELETE.
    const bool action = previous_ == Word::on &&
                        (follows("cascade") || follows("set") || follows("no"));
    return !query_due_ && !action;
  }
  case Word::merge:
    return !query_due_ && !follows("join") && !follows("range");
  case Word::create:
    return true;
  case Word::alter:
    return previous_ != Word::or_ && !alters_part(rest);
  case Word::drop:
    return !alters_part(rest);
  case Word::set:
    return is_set_statement(rest);
  case Word::fetch:
    return previous_ != Word::rows;
  case Word::bulk:
    return follows("insert");
  case Word::truncate:
    return follows("table");
  case Word::begin:
    return previous_ != Word::try_ || !follows("catch");
  case Word::control: {
    // DROP TABLE IF EXISTS t is a clause, IF EXISTS (SELECT …) is none.
    const bool exists = follows("exists");
    const std::string_view after =
        exists ? after_blanks(after_blanks(rest).substr(next.size())) : "";
    return !exists || after.starts_with('(');
  }
  default:
    return false;
  }
}

// The open statement, or the body of its IF, is of this kind.
void TsqlStarts::lead(Word word) {
  leader_ = word;
  since_leader_ = 0;
  body_due_ = word == Word::control;
  query_due_ = word == Word::insert || word == Word::with;
  set_due_ = word == Word::modify || word == Word::merge;
}

void TsqlStarts::pass(char mark) {
  previous_ = Word::other;
  before_ = mark == ',' ? Before::comma : Before::mark;
  ++since_leader_;
}

bool TsqlStarts::starts(
    std::string_view text, std::size_t at, std::size_t end) {
  const Word word = read(text.substr(at, end - at));
  ++since_leader_;
  const bool first = before_ == Before::nothing;
  const bool leads =
      word != Word::other && (first || is_start(word, text.substr(end)));
  const bool another = leads && !first && !body_due_;
  if (leads) {
    lead(word);
  } else if (word == Word::else_) {
    body_due_ = true;
  } else if (word == Word::with && previous_ == Word::as) {
    query_due_ = true;
  } else if (
      query_due_ && word != Word::as && word != Word::other &&
      word != Word::leads_clause) {
    query_due_ = false;
    set_due_ = word == Word::modify || word == Word::merge;
  } else if (word == Word::set) {
    set_due_ = false;
  }
  previous_ = word;
  before_ = Before::word;
  return another;
}

} // namespace migcheck::sql
