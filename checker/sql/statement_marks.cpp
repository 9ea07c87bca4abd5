#include "sql/statement_marks.hpp"

#include "sql/quotes.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::sql {
namespace {

constexpr std::size_t none = std::string_view::npos;

// Beginnings of words of people who know what they take away.
constexpr std::array<std::string_view, 26> known_words = {
    "clean",    "delet", "deprecat",  "destruct",   "discard",  "drop",
    "duplic",   "empty", "irrevers",  "legacy",     "lose",     "loss",
    "migrated", "moved", "no longer", "not needed", "obsolete", "prune",
    "purg",     "remov", "replac",    "reset",      "safe",     "truncat",
    "unneeded", "unused"};

// A bit for each letter that one of them begins with.
constexpr std::uint32_t first_letters = [] {
  std::uint32_t letters = 0;
  for (const std::string_view word : known_words) {
    letters |= 1U << static_cast<unsigned>(word[0] - 'a');
  }
  return letters;
}();

// One look at each place. NOLINTNEXTLINE(readability-function-size)
bool speaks_of_loss(std::string_view words) {
  bool at_start = true; // of a word
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool letter = is_letter(words[at]);
    const auto place = static_cast<unsigned>(fold_letter(words[at]) - 'a');
    if (letter && at_start && (first_letters >> place & 1U) != 0) {
      const std::string_view rest = words.substr(at);
      for (const std::string_view word : known_words) {
        if (same_letter(word[0], rest[0]) &&
            starts_with_ignoring_case(rest, word)) {
          return true;
        }
      }
    }
    at_start = !letter;
  }
  return false;
}

// One line of a comment without its marks. Generators write one word, such as
// `DropTable`; people write more.
bool is_acknowledging(std::string_view line) {
  const std::size_t begin = line.find_first_not_of("-/*# \t");
  line = begin == none ? std::string_view() : trim(line.substr(begin));
  return line.find(' ') != none && !line.starts_with("+goose") &&
         !starts_with_ignoring_case(line, "you are about to drop") &&
         speaks_of_loss(line);
}

// Whether a comment within `text`, which begins outside of one, acknowledges.
// NOLINTNEXTLINE(readability-function-size): one case after the other
bool has_acknowledging_comment(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("--") || rest.starts_with('#')) {
      const std::size_t end = line_end(text, at);
      if (is_acknowledging(text.substr(at, end - at))) {
        return true;
      }
      at = end;
    } else if (rest.starts_with("/*")) {
      const std::size_t end = std::min(text.find("*/", at), text.size());
      while (at < end) {
        const std::size_t line = std::min(line_end(text, at), end);
        if (is_acknowledging(text.substr(at, line - at))) {
          return true;
        }
        at = line + 1;
      }
    } else {
      ++at;
    }
  }
  return false;
}

bool is_comment_line(std::string_view line) {
  return line.starts_with("--") || line.starts_with('#') ||
         line.starts_with("/*") || line.starts_with('*') ||
         line.ends_with("*/");
}

// How far comments are looked for before and behind a statement, in bytes.
constexpr std::size_t reach = 2048;

// Where the comment lines begin that stand above `begin`, with nothing but
// blank lines between.
std::size_t comments_above(std::string_view text, std::size_t begin) {
  const std::size_t first = begin > reach ? begin - reach : 0;
  const std::string_view near = text.substr(first, begin - first);
  std::size_t at = near.rfind('\n');
  if (at == none && first > 0) {
    return begin;
  }
  at = at == none ? 0 : at + 1;
  while (at > 0) {
    const std::size_t before = at > 1 ? near.rfind('\n', at - 2) : none;
    const std::size_t line = before == none ? 0 : before + 1;
    const std::string_view above = trim(near.substr(line, at - 1 - line));
    if (!above.empty() && !is_comment_line(above)) {
      break;
    }
    at = line;
  }
  return first + at;
}

// Reads the body of a block word by word.
class BlockReader {
 public:
  explicit BlockReader(std::string_view text) : text_(text) {}

  BlockFacts read();

 private:
  void word(std::string_view word);
  void first_word(std::string_view word);
  bool executes_ddl() const;

  std::string_view text_;
  std::size_t at_ = 0;
  BlockFacts facts_;
  std::uint32_t conditions_ = 0; // IFs that are open
  bool at_start_ = true;         // of a statement
  bool after_end_ = false;
  bool after_raise_ = false;
};

bool is_any(std::string_view word, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [word](const char* one) {
    return equals_ignoring_case(word, one);
  });
}

// EXECUTE of text that seems to be DDL, up to the end of the statement.
bool BlockReader::executes_ddl() const {
  const std::string_view rest =
      text_.substr(at_, reach).substr(0, text_.substr(at_, reach).find(';'));
  return find_ignoring_case(rest, "create ") != none ||
         find_ignoring_case(rest, "alter ") != none ||
         find_ignoring_case(rest, "drop ") != none;
}

void BlockReader::first_word(std::string_view word) {
  if (is_any(word, {"IF"})) {
    ++conditions_;
  } else if (is_any(word, {"CREATE", "ALTER", "DROP"})) {
    facts_.conditional_ddl = facts_.conditional_ddl || conditions_ > 0;
  } else if (is_any(word, {"EXECUTE"})) {
    facts_.conditional_ddl =
        facts_.conditional_ddl || (conditions_ > 0 && executes_ddl());
  } else if (is_any(word, {"ASSERT"})) {
    facts_.raises = true;
  }
  after_raise_ = is_any(word, {"RAISE"});
  after_end_ = is_any(word, {"END"});
}

void BlockReader::word(std::string_view word) {
  if (at_start_) {
    first_word(word);
  } else if (after_end_) {
    conditions_ -= is_any(word, {"IF"}) && conditions_ > 0 ? 1U : 0U;
    after_end_ = false;
  } else if (after_raise_) {
    facts_.raises =
        facts_.raises ||
        !is_any(word, {"NOTICE", "INFO", "LOG", "DEBUG", "WARNING"});
    after_raise_ = false;
  }
  at_start_ = is_any(word, {"BEGIN", "THEN", "ELSE", "LOOP"});
}

BlockFacts BlockReader::read() {
  while (at_ < text_.size()) {
    const char byte = text_[at_];
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("--")) {
      at_ = line_end(text_, at_);
    } else if (rest.starts_with("/*")) {
      at_ = std::min(text_.find("*/", at_ + 2), text_.size() - 2) + 2;
    } else if (byte == '\'') {
      at_ = std::min(text_.find('\'', at_ + 1), text_.size() - 1) + 1;
    } else if (is_letter(byte) || byte == '_') {
      std::size_t end = at_;
      while (end < text_.size() &&
             (is_letter(text_[end]) || is_digit(text_[end]) ||
              text_[end] == '_')) {
        ++end;
      }
      const std::string_view found = text_.substr(at_, end - at_);
      at_ = end;
      word(found);
    } else {
      at_start_ = at_start_ || byte == ';';
      after_end_ = after_end_ && byte != ';';
      ++at_;
    }
  }
  return facts_;
}

} // namespace

bool loses_data(const StatementKind& kind) {
  using ddl::ObjectKind;
  switch (kind.verb) {
  case StatementVerb::drop:
    return kind.object == ObjectKind::table ||
           kind.object == ObjectKind::schema ||
           kind.object == ObjectKind::database;
  case StatementVerb::alter:
    return kind.has(StatementFlag::drops_column);
  case StatementVerb::truncate:
    return true;
  case StatementVerb::delete_:
    return !kind.has(StatementFlag::where);
  default:
    return false;
  }
}

bool is_acknowledged(
    std::string_view text, Span statement, std::uint32_t head_end) {
  const std::size_t begin = comments_above(text, statement.begin);
  const std::size_t end =
      line_end(text.substr(0, statement.end + reach), statement.end);
  return has_acknowledging_comment(
             text.substr(0, std::min<std::size_t>(head_end, reach))) ||
         has_acknowledging_comment(text.substr(begin, end - begin));
}

bool divides_by_range(std::string_view statement) {
  constexpr int most_groups = 5;
  constexpr std::string_view word = "range";
  std::size_t open = statement.size();
  for (int group = 0; group < most_groups && open > 0; ++group) {
    open = statement.rfind('(', open - 1);
    if (open == none) {
      return false;
    }
    const std::string_view before = trim_right(statement.substr(0, open));
    if (before.size() > word.size() &&
        equals_ignoring_case(
            before.substr(before.size() - word.size()), word)) {
      return true;
    }
  }
  return false;
}

BlockFacts read_block(std::string_view statement) {
  const std::size_t dollar = statement.find('$');
  const std::size_t tag =
      dollar == none ? none : dollar_tag_end(statement, dollar);
  if (tag == none) {
    return {};
  }
  const std::string_view mark = statement.substr(dollar, tag - dollar);
  const std::string_view body = statement.substr(tag);
  return BlockReader(body.substr(0, body.rfind(mark))).read();
}

} // namespace migcheck::sql
