#include "lists/style.hpp"

#include "lists/coverage.hpp"
#include "lists/element_copy.hpp"
#include "lists/intent.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace migcheck::lists {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool is_blank_or_comment(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  return first == std::string_view::npos || text[first] == '#' ||
         text.substr(first).starts_with("//") ||
         text.substr(first).starts_with("/*");
}

std::uint32_t line_begin(std::string_view text, std::uint32_t offset) {
  const std::size_t feed =
      offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return feed == std::string_view::npos ? 0
                                        : static_cast<std::uint32_t>(feed + 1);
}

std::uint32_t line_end(std::string_view text, std::uint32_t offset) {
  return static_cast<std::uint32_t>(
      std::min(text.find('\n', offset), text.size()));
}

// How the elements of one list lie in its text.
class ListStyle {
 public:
  ListStyle(
      const SourceTree& tree,
      const Candidate& candidate,
      const MigrationList& list)
      : text_(tree.text), tree_(tree), candidate_(candidate), list_(list),
        words_(is_word_style()), mark_(element_mark()), led_(led_entry()) {}

  std::optional<Fix> add_missing() const;
  std::optional<Fix> drop_stale() const;

 private:
  bool is_word_style() const;
  char element_mark() const;
  std::uint32_t led_entry() const;
  bool shares_line(Span element) const;
  bool own_lines(Span element) const;
  bool goes_in_pairs() const;
  std::uint32_t anchor_for(const Migration& wanted) const;
  void insert_after(
      Span anchor, const std::vector<std::string>& texts, Fix& fix) const;
  std::uint32_t joint_begin(Span element) const;

  bool continues(Span element) const {
    return joint_begin(element) != element.begin;
  }

  std::string lead_of(Span element) const;
  Span removal(std::uint32_t entry) const;
  std::optional<ElementCopy> copy_near(
      const ElementCopier& copier,
      std::uint32_t anchor,
      const Migration& wanted) const;

  std::string_view text_;
  const SourceTree& tree_;
  const Candidate& candidate_;
  const MigrationList& list_;
  bool words_; // elements are parted by blanks alone
  char mark_;
  std::uint32_t led_;
};

bool ListStyle::is_word_style() const {
  return candidate_.entries.front().element ==
         candidate_.entries.front().literal;
}

// What stands behind the elements of this list; NUL when nothing does.
char ListStyle::element_mark() const {
  if (words_ || candidate_.bracket == 0) {
    return '\0';
  }
  for (const CandidateEntry& entry : candidate_.entries) {
    const Span element = entry.element;
    if (element.size() > 0 &&
        (text_[element.end - 1] == ',' || text_[element.end - 1] == ';')) {
      return text_[element.end - 1];
    }
  }
  return '\0';
}

// The entry that shows how an element is joined to the one before it, where
// commas lead; npos where they do not.
std::uint32_t ListStyle::led_entry() const {
  for (std::uint32_t i = 0; i < list_.entries.size(); ++i) {
    if (text_[list_.entries[i].element.begin] == ',') {
      return i;
    }
  }
  return SourceTree::npos;
}

// True when another entry begins on the line on which this element ends.
bool ListStyle::shares_line(Span element) const {
  const std::uint32_t end = line_end(text_, element.end);
  return std::any_of(
      list_.entries.begin(), list_.entries.end(), [&](const ListEntry& entry) {
        return entry.element.begin >= element.end && entry.element.begin < end;
      });
}

// True when the element shares its lines with nothing but a comment.
bool ListStyle::own_lines(Span element) const {
  const std::uint32_t begin = line_begin(text_, element.begin);
  const std::uint32_t end = line_end(text_, element.end);
  return is_blank(text_.substr(begin, element.begin - begin)) &&
         is_blank_or_comment(text_.substr(element.end, end - element.end));
}

// `Map.of("001_a.sql", 1, "002_b.sql", 2)`: each entry has an element of its
// own kind beside it, which a copy would lack.
bool ListStyle::goes_in_pairs() const {
  if (mark_ != ',' || candidate_.entries.size() < 2) {
    return false;
  }
  for (std::size_t i = 1; i < candidate_.entries.size(); ++i) {
    const CandidateEntry& before = candidate_.entries[i - 1];
    const CandidateEntry& entry = candidate_.entries[i];
    const auto first = tree_.tokens.begin() + before.token;
    const auto last = tree_.tokens.begin() + entry.token;
    const bool apart =
        first < last && std::any_of(first, last, [&](const SourceToken& token) {
          return token.kind != SourceTokenKind::comment &&
                 token.kind != SourceTokenKind::separator &&
                 token.span.begin >= before.element.end &&
                 token.span.end <= entry.element.begin;
        });
    if (!apart) {
      return false;
    }
  }
  return true;
}

// Where the backslash and line end begin that join a word to the one before;
// the word's own begin where there is no backslash.
std::uint32_t ListStyle::joint_begin(Span element) const {
  const auto blanks_before = [&](std::uint32_t at) {
    while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) {
      --at;
    }
    return at;
  };
  std::uint32_t at = blanks_before(element.begin);
  if (!words_ || at == 0 || text_[at - 1] != '\n') {
    return element.begin;
  }
  --at;
  at -= at > 0 && text_[at - 1] == '\r' ? 1 : 0;
  return at > 0 && text_[at - 1] == '\\' ? blanks_before(at - 1)
                                         : element.begin;
}

// The blanks before an element, from the line end on where there is one, with
// the backslash that a shell needs there.
std::string ListStyle::lead_of(Span element) const {
  if (continues(element)) {
    const std::uint32_t joint = joint_begin(element);
    return std::string(text_.substr(joint, element.begin - joint));
  }
  std::uint32_t begin = element.begin;
  while (begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) {
    --begin;
  }
  std::string lead(text_.substr(begin, element.begin - begin));
  if (begin > 0 && text_[begin - 1] == '\n') {
    if (begin > 1 && text_[begin - 2] == '\\') {
      return " "; // a continued line of a shell command
    }
    const bool windows = begin > 1 && text_[begin - 2] == '\r';
    return (windows ? "\r\n" : "\n") + lead;
  }
  return lead.empty() ? " " : lead;
}

// The entry to copy from: that of the migration before `wanted` in the
// runner's order.
std::uint32_t ListStyle::anchor_for(const Migration& wanted) const {
  const auto place = place_in(*list_.directory, &wanted);
  std::optional<std::uint32_t> nearest;
  std::uint32_t found = SourceTree::npos;
  for (std::uint32_t i = 0; i < list_.entries.size(); ++i) {
    const auto at = place_in(*list_.directory, list_.entries[i].migration);
    if (at && at < place && (!nearest || at >= nearest)) {
      nearest = at;
      found = i;
    }
  }
  return found;
}

void ListStyle::insert_after(
    Span anchor, const std::vector<std::string>& texts, Fix& fix) const {
  const bool marks = mark_ != '\0';
  const bool marked = marks && anchor.end > 0 && text_[anchor.end - 1] == mark_;
  const bool lines = own_lines(anchor) && !continues(anchor);
  const std::string lead = led_ != SourceTree::npos
                               ? lead_of(list_.entries[led_].element)
                           : shares_line(anchor) ? " "
                                                 : lead_of(anchor);
  std::string added;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool last_bare = !marked && i + 1 == texts.size();
    const bool led = led_ == SourceTree::npos || texts[i].starts_with(',');
    added += lead + (led ? "" : ", ") + texts[i];
    added += marks && !last_bare ? std::string(1, mark_) : "";
  }
  std::uint32_t at = lines ? line_end(text_, anchor.end) : anchor.end;
  if (at > anchor.end && text_[at - 1] == '\r') {
    --at;
  }
  if (marks && !marked) {
    if (at == anchor.end) {
      added.insert(0, 1, mark_);
    } else {
      fix.edits.push_back(
          {list_.path, {anchor.end, anchor.end}, std::string(1, mark_)});
    }
  }
  fix.edits.push_back({list_.path, {at, at}, std::move(added)});
}

// From the anchor's element; where that cannot be copied, from the nearest one
// before or after it that can.
std::optional<ElementCopy> ListStyle::copy_near(
    const ElementCopier& copier,
    std::uint32_t anchor,
    const Migration& wanted) const {
  constexpr std::uint32_t farthest = 8;
  const auto count = static_cast<std::uint32_t>(list_.entries.size());
  for (std::uint32_t step = 0; step <= farthest; ++step) {
    for (const std::uint32_t at : {anchor - step, anchor + step}) {
      if (at >= count || list_.entries[at].migration == nullptr) {
        continue;
      }
      const ListEntry& model = list_.entries[at];
      auto copy = copier.copy(model.element, *model.migration, wanted);
      if (copy) {
        return copy;
      }
    }
  }
  return std::nullopt;
}

std::optional<Fix> ListStyle::add_missing() const {
  if (list_.missing.empty() || !list_.generated_by.empty() ||
      candidate_.apart || goes_in_pairs()) {
    return std::nullopt;
  }
  std::vector<Span> elements;
  for (const ListEntry& entry : list_.entries) {
    elements.push_back(entry.element);
  }
  const ElementCopier copier(tree_, elements, mark_);
  Fix fix;
  fix.title = "add the missing entries";
  std::map<std::uint32_t, std::vector<std::string>> added;
  for (const Migration* wanted : list_.missing) {
    const std::uint32_t anchor = anchor_for(*wanted);
    if (anchor == SourceTree::npos) {
      return std::nullopt;
    }
    const auto copy = copy_near(copier, anchor, *wanted);
    if (!copy) {
      return std::nullopt;
    }
    if (copy->partial) {
      fix.kind = FixKind::unsafe;
    }
    added[anchor].push_back(copy->text);
  }
  for (const auto& [anchor, texts] : added) {
    insert_after(list_.entries[anchor].element, texts, fix);
  }
  std::sort(
      fix.edits.begin(), fix.edits.end(), [](const Edit& a, const Edit& b) {
        return a.span.begin < b.span.begin;
      });
  return fix;
}

// The bytes that go with an entry: whole lines where it has its own, else the
// element and the blanks after it; after the last one, the comma before it.
Span ListStyle::removal(std::uint32_t entry) const {
  const Span element = list_.entries[entry].element;
  if (continues(element)) {
    return {joint_begin(element), element.end};
  }
  if (own_lines(element)) {
    const std::uint32_t end = line_end(text_, element.end);
    return {
        line_begin(text_, element.begin), end < text_.size() ? end + 1 : end};
  }
  Span gone = element;
  while (gone.end < text_.size() && text_[gone.end] == ' ') {
    ++gone.end;
  }
  const bool last = gone.end < text_.size() &&
                    (text_[gone.end] == ')' || text_[gone.end] == ']' ||
                     text_[gone.end] == '}' || text_[gone.end] == '\n');
  if (last) {
    gone.end = element.end;
    while (gone.begin > 0 &&
           (text_[gone.begin - 1] == ' ' || text_[gone.begin - 1] == '\t')) {
      --gone.begin;
    }
  }
  return gone;
}

std::optional<Fix> ListStyle::drop_stale() const {
  if (list_.stale.empty() || !list_.generated_by.empty() || candidate_.apart ||
      goes_in_pairs() || list_.stale.size() >= list_.entries.size()) {
    return std::nullopt;
  }
  if (led_ != SourceTree::npos && list_.stale.front() == 0) {
    return std::nullopt; // the comma that goes is the next element's
  }
  Fix fix;
  fix.title = "remove the stale entries";
  for (const std::uint32_t entry : list_.stale) {
    const Span gone = removal(entry);
    if (fix.edits.empty() || fix.edits.back().span.end <= gone.begin) {
      fix.edits.push_back({list_.path, gone, ""});
    }
  }
  // JSON and the like take no comma before the closing bracket.
  const ListEntry& last = list_.entries.back();
  const bool last_goes = list_.stale.back() + 1 == list_.entries.size();
  const bool bare = mark_ != '\0' && text_[last.element.end - 1] != mark_;
  if (last_goes && bare) {
    std::uint32_t kept = static_cast<std::uint32_t>(list_.entries.size()) - 1;
    std::size_t stale = list_.stale.size();
    while (stale > 0 && list_.stale[stale - 1] == kept) {
      --stale;
      --kept;
    }
    const Span before = list_.entries[kept].element;
    if (before.size() > 0 && text_[before.end - 1] == mark_) {
      fix.edits.push_back({list_.path, {before.end - 1, before.end}, ""});
      std::sort(
          fix.edits.begin(), fix.edits.end(), [](const Edit& a, const Edit& b) {
            return a.span.begin < b.span.begin;
          });
    }
  }
  return fix;
}

} // namespace

std::optional<Fix> add_missing_fix(
    const SourceTree& tree,
    const Candidate& candidate,
    const MigrationList& list) {
  return ListStyle(tree, candidate, list).add_missing();
}

std::optional<Fix> drop_stale_fix(
    const SourceTree& tree,
    const Candidate& candidate,
    const MigrationList& list) {
  return ListStyle(tree, candidate, list).drop_stale();
}

} // namespace migcheck::lists
