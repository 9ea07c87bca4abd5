// Each number is read from the inside out: its operators, what it is given
// to, the call or comparison that it stands in.
#include "lists/count_candidates.hpp"

#include "lists/calls.hpp"
#include "lists/comments.hpp"
#include "lists/count_assertions.hpp"
#include "lists/count_context.hpp"
#include "lists/count_subject.hpp"
#include "lists/count_words.hpp"
#include "lists/surroundings.hpp"
#include "lists/words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

constexpr std::size_t longest_number = 20;

bool holds_counts(const SourceTree& tree) {
  const std::string_view name = tree.language->name;
  return tree.language->family != LanguageFamily::xml && name != "text" &&
         name != "other" && name != "spec";
}

// Dotted digits: "1.13".
bool is_dotted(std::string_view text) {
  return text.find('.') != std::string_view::npos && text.back() != '.' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || c == '.';
         });
}

class CountFinder {
 public:
  CountFinder(
      const SourceTree& tree,
      const NearNumbers& numbers,
      const std::vector<Span>& covered)
      : tree_(tree), numbers_(numbers), covered_(covered), shell_(is_shell()) {}

  std::vector<CountCandidate> find();

 private:
  bool is_shell() const {
    return tree_.language->family == LanguageFamily::shell;
  }

  bool begins_with_digit(const SourceToken& token) const;

  bool is_covered(Span span) const {
    return std::any_of(covered_.begin(), covered_.end(), [&](Span covers) {
      return covers.begin <= span.begin && span.begin < covers.end;
    });
  }

  bool read(std::uint32_t token, CountCandidate& count) const;
  bool classify(CountCandidate& count) const;
  bool calculates(std::uint32_t token) const;
  bool array_type(CountCandidate& count) const;
  bool declared(CountCandidate& count) const;
  bool given(CountCandidate& count, std::uint32_t assign) const;
  bool given_by_arrow(CountCandidate& count, std::uint32_t name) const;
  bool returned(CountCandidate& count) const;
  bool asserted(CountCandidate& count) const;
  void add_surroundings(CountCandidate& count) const;
  void set_name(CountCandidate& count, std::uint32_t token) const;

  std::string_view text(std::uint32_t token) const {
    return token == SourceTree::npos ? std::string_view()
                                     : tree_.text_of(token);
  }

  const SourceTree& tree_;
  const NearNumbers& numbers_;
  const std::vector<Span>& covered_;
  bool shell_;
};

bool CountFinder::read(std::uint32_t token, CountCandidate& count) const {
  const SourceToken& here = tree_.tokens[token];
  const bool string = here.kind == SourceTokenKind::string;
  if (here.interpolated || !(string || here.kind == SourceTokenKind::number ||
                             (shell_ && here.kind == SourceTokenKind::word))) {
    return false;
  }
  const std::string_view digits = here.content.of(tree_.text);
  if (digits.empty() || digits.size() > longest_number || digits[0] < '0' ||
      digits[0] > '9') {
    return false;
  }
  count.token = token;
  count.span = here.content;
  count.text = std::string(digits);
  count.quoted = string && !shell_ && !is_data(tree_);
  count.value = read_number(digits);
  if (is_covered(count.span)) {
    return true;
  }
  if (!count.value) {
    return is_dotted(digits) && numbers_.is_dotted_version(digits);
  }
  return *count.value < 2 || numbers_.contains(*count.value) ||
         numbers_.is_padded_version(digits);
}

// The number is only a part of what stands there: -7, 7 * 1024, x < 7.
bool CountFinder::calculates(std::uint32_t token) const {
  constexpr std::string_view signs = "+-*/%<>&|^?.~@";
  const std::uint32_t before = tree_.before(token);
  if (before != SourceTree::npos && tree_.is(before, SourceTokenKind::other)) {
    const std::string_view sign = text(before);
    const std::string_view upto =
        tree_.text.substr(0, tree_.tokens[before].span.end);
    const bool arrow = upto.ends_with("->") || upto.ends_with("<-");
    if (!arrow &&
        (signs.find(sign[0]) < signs.size() || sign == "<=" || sign == ">=")) {
      return true;
    }
  }
  const std::uint32_t after = tree_.after(token);
  if (after == SourceTree::npos || !tree_.is(after, SourceTokenKind::other)) {
    return false;
  }
  const std::uint32_t end = tree_.tokens[token].span.end;
  const std::uint32_t begin = tree_.tokens[after].span.begin;
  const std::string_view gap = tree_.text.substr(end, begin - end);
  const bool same_line = gap.find('\n') == std::string_view::npos;
  return same_line && signs.find(text(after)[0]) < signs.size() &&
         text(after) != "." && !(text(after) == ">" && text(before) == ",");
}

void CountFinder::set_name(CountCandidate& count, std::uint32_t token) const {
  count.name_span = tree_.tokens[token].content;
  count.name = std::string(count.name_span.of(tree_.text));
}

// [&str; 13], [13]string{…}, char *x[13] = {…}, array<T, 13>.
bool CountFinder::array_type(CountCandidate& count) const {
  const std::uint32_t token = count.token;
  const std::uint32_t before = tree_.before(token);
  const std::uint32_t after = tree_.after(token);
  if (text(after) == ">" && text(before) == ",") {
    const std::uint32_t name = tree_.after(after);
    if (name != SourceTree::npos && tree_.is(name, SourceTokenKind::word)) {
      set_name(count, name);
      return true;
    }
    return false;
  }
  const std::uint32_t bracket = tree_.around[token];
  if (bracket == 0 || after != SourceTree::npos ||
      text(tree_.brackets[bracket].open) != "[") {
    return false;
  }
  const std::uint32_t open = tree_.brackets[bracket].open;
  const std::uint32_t behind = tree_.after(open);
  const std::uint32_t left = tree_.before(open);
  if (text(before) != ";") {
    const bool go =
        before == SourceTree::npos && tree_.language->name == "go" &&
        behind != SourceTree::npos && tree_.is(behind, SourceTokenKind::word);
    const bool c = before == SourceTree::npos && text(behind) == "=" &&
                   left != SourceTree::npos &&
                   tree_.is(left, SourceTokenKind::word);
    if (c && !go) {
      set_name(count, left);
      return true;
    }
    if (!go) {
      return false;
    }
  }
  const std::uint32_t name = declared_name(tree_, open);
  if (name == SourceTree::npos) {
    return false;
  }
  set_name(count, name);
  return true;
}

// `assign`: the `=`, `:` or key before the number.
bool CountFinder::given(CountCandidate& count, std::uint32_t assign) const {
  const std::string_view sign = text(assign);
  const bool key = tree_.is(assign, SourceTokenKind::key);
  if (!key && sign != "=" && sign != ":=" && sign != ":" && sign != "=>" &&
      sign != "?=" && sign != "::=") {
    return false; // += and the like
  }
  const std::uint32_t name = key ? assign : declared_name(tree_, count.token);
  if (name == SourceTree::npos) {
    return false;
  }
  set_name(count, name);
  return true;
}

// What declares a name without a sign: #define, set(), define(), (def x 7).
bool CountFinder::declared(CountCandidate& count) const {
  const std::uint32_t before = tree_.before(count.token);
  if (before == SourceTree::npos) {
    return returned(count);
  }
  switch (tree_.tokens[before].kind) {
  case SourceTokenKind::assign:
  case SourceTokenKind::colon:
  case SourceTokenKind::key:
    return given(count, before);
  case SourceTokenKind::word: {
    if (text(before) == "return") {
      return returned(count);
    }
    const std::uint32_t left = tree_.before(before);
    const std::string callee = call_word(tree_, tree_.around[before]);
    const bool set = left == SourceTree::npos
                         ? callee == "set" || callee == "SET"
                         : text(left) == "define" || text(left) == "def" ||
                               text(left) == "ENV" || text(left) == "@";
    if (set) {
      set_name(count, before);
    }
    return set;
  }
  case SourceTokenKind::comma: {
    const std::uint32_t left = tree_.before(before);
    const bool defined =
        left != SourceTree::npos && tree_.is(left, SourceTokenKind::string) &&
        call_word(tree_, tree_.around[count.token]) == "define";
    if (defined) {
      set_name(count, left);
    }
    return defined;
  }
  default:
    return text(before) == "-" && text(tree_.before(before)) == "<" &&
           given_by_arrow(count, tree_.before(tree_.before(before)));
  }
}

// R: latest <- 7
bool CountFinder::given_by_arrow(
    CountCandidate& count, std::uint32_t name) const {
  if (name == SourceTree::npos || !tree_.is(name, SourceTokenKind::word)) {
    return false;
  }
  set_name(count, name);
  return true;
}

// The value of a function that holds nothing else.
bool CountFinder::returned(CountCandidate& count) const {
  const std::uint32_t before = tree_.before(count.token);
  const std::uint32_t after = tree_.after(count.token);
  const bool ends =
      after == SourceTree::npos || tree_.is(after, SourceTokenKind::separator);
  const std::uint32_t begin =
      before == SourceTree::npos ? before : tree_.before(before);
  const bool alone =
      begin == SourceTree::npos || tree_.is(begin, SourceTokenKind::separator);
  const std::uint32_t name = function_of_token(tree_, count.token);
  if (!ends || !alone || name == SourceTree::npos) {
    return false;
  }
  set_name(count, name);
  count.result = true;
  return true;
}

bool CountFinder::asserted(CountCandidate& count) const {
  const Assertion assertion = assertion_around(tree_, count.token);
  if (!assertion.found) {
    return false;
  }
  count.form = CountForm::assertion;
  count.sized = assertion.sized;
  count.words = words_between(tree_, assertion.begin, assertion.end);
  count.subject = words_of_subject(tree_, assertion);
  count.copies = copies_in_messages(tree_, assertion, count.text);
  if (assertion.subject != SourceTree::npos) {
    set_name(count, assertion.subject);
  }
  count.repeated = stands_elsewhere(tree_, count.token, assertion);
  count.invented = makes_migrations(tree_, count.token);
  return true;
}

void CountFinder::add_surroundings(CountCandidate& count) const {
  count.data = is_data(tree_);
  count.local = is_local(tree_, count.token, count.name);
  count.scope = words_around(tree_, count.token);
  count.comment = split_prose(comments_above(tree_, count.token));
}

bool CountFinder::classify(CountCandidate& count) const {
  if (count.value.value_or(2) < 2 &&
      tree_.brackets[tree_.around[count.token]].kind != BracketKind::list) {
    return false; // 0 and 1 are everywhere: only a table's may be meant
  }
  if (calculates(count.token)) {
    return false;
  }
  if (array_type(count)) {
    count.form = CountForm::array_type;
    count.words = count_words(count.name);
    return true;
  }
  if (asserted(count)) {
    return true;
  }
  if (!declared(count)) {
    return false;
  }
  count.words = count_words(count.name);
  const Table table = table_around(tree_, count.token);
  if (table.rejected) {
    return false;
  }
  count.field = table.field;
  count.argument = table.argument;
  if (table.name != SourceTree::npos && !count_sense(count.words).level) {
    count.form = CountForm::entry;
    count.key = count.name;
    const std::string_view name = tree_.content_of(table.name);
    count.name = std::string(name);
    count.words = count_words(name);
  }
  return true;
}

bool CountFinder::begins_with_digit(const SourceToken& token) const {
  const std::uint32_t begin = token.content.begin;
  return begin < token.content.end && tree_.text[begin] >= '0' &&
         tree_.text[begin] <= '9';
}

std::vector<CountCandidate> CountFinder::find() {
  std::vector<CountCandidate> counts;
  if (!holds_counts(tree_)) {
    return counts;
  }
  const auto size = static_cast<std::uint32_t>(tree_.tokens.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    if (!begins_with_digit(tree_.tokens[i])) {
      continue; // nearly all of them
    }
    CountCandidate count;
    if (!read(i, count) || !classify(count) ||
        (count.value.value_or(2) < 2 && count.form != CountForm::entry)) {
      continue;
    }
    add_surroundings(count);
    counts.push_back(std::move(count));
  }
  return counts;
}

} // namespace

std::vector<CountCandidate> find_counts(
    const SourceTree& tree,
    const NearNumbers& numbers,
    const std::vector<Span>& covered) {
  return CountFinder(tree, numbers, covered).find();
}

} // namespace migcheck::lists
