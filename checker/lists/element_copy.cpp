#include "lists/element_copy.hpp"

#include "lists/migration_names.hpp"
#include "lists/name_forms.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

bool is_literal(const SourceTree& tree, std::uint32_t token) {
  return tree.is(token, SourceTokenKind::string) ||
         tree.is(token, SourceTokenKind::number) ||
         (tree.is(token, SourceTokenKind::word) &&
          tree.language->family == LanguageFamily::shell);
}

std::string
replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  std::size_t at = 0;
  while (true) {
    const std::size_t found = text.find(from, at);
    if (from.empty() || found == std::string_view::npos) {
      result += text.substr(at);
      return result;
    }
    result += text.substr(at, found - at);
    result += to;
    at = found + from.size();
  }
}

// Languages in which a field of a literal may be left out.
bool may_leave_out(const Language& language) {
  constexpr std::array<std::string_view, 6> names = {
      "go", "typescript", "javascript", "python", "ruby", "php"};
  return std::find(names.begin(), names.end(), language.name) != names.end();
}

std::uint32_t first_token_in(const SourceTree& tree, std::uint32_t offset) {
  const auto found = std::lower_bound(
      tree.tokens.begin(),
      tree.tokens.end(),
      offset,
      [](const SourceToken& token, std::uint32_t value) {
        return token.span.begin < value;
      });
  return static_cast<std::uint32_t>(found - tree.tokens.begin());
}

// With the blanks before and, where it stands alone on its lines, the line
// end.
Span widened(std::string_view text, Span field) {
  std::uint32_t begin = field.begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) {
    --begin;
  }
  if (begin > 0 && text[begin - 1] == '\n') {
    --begin;
    if (begin > 0 && text[begin - 1] == '\r') {
      --begin;
    }
  }
  return {begin, field.end};
}

} // namespace

ElementCopier::ElementCopier(
    const SourceTree& tree, const std::vector<Span>& elements, char mark)
    : tree_(&tree), mark_(mark) {
  for (const Span& element : elements) {
    std::set<std::string_view> own;
    for (std::uint32_t i = first_token_in(tree, element.begin);
         i < tree.tokens.size() && tree.tokens[i].span.begin < element.end;
         ++i) {
      if (is_literal(tree, i) || tree.is(i, SourceTokenKind::word)) {
        own.insert(tree.text_of(i));
      }
    }
    words_.insert(own.begin(), own.end());
  }
}

bool ElementCopier::is_constant(std::uint32_t token) const {
  return words_.count(tree_->text_of(token)) > 1;
}

std::optional<std::string> ElementCopier::rewrite(
    std::uint32_t token,
    const Migration& model,
    const Migration& wanted) const {
  const std::string_view content = tree_->content_of(token);
  const std::string_view text = tree_->text_of(token);
  const std::string_view from = entry_stem(model.entry);
  const std::string_view to = entry_stem(wanted.entry);
  if (content.find(from) != std::string_view::npos) {
    return replaced(text, from, to);
  }
  if (content == model.version_text) {
    return replaced(text, model.version_text, wanted.version_text);
  }
  if (content == model.version) {
    return replaced(text, model.version, wanted.version);
  }
  if (!model.name.empty() && content == model.name) {
    return replaced(text, model.name, wanted.name);
  }
  return tree_->is(token, SourceTokenKind::word)
             ? renamed_identifier(text, model, wanted)
             : std::nullopt;
}

// From the token to the commas around it, the one behind it included.
Span ElementCopier::field_around(std::uint32_t token) const {
  std::uint32_t first = token;
  for (std::uint32_t left = tree_->before(first);
       left != SourceTree::npos && !tree_->is(left, SourceTokenKind::comma);
       left = tree_->before(first)) {
    first = left;
  }
  std::uint32_t last = token;
  for (std::uint32_t right = tree_->after(last); right != SourceTree::npos;
       right = tree_->after(last)) {
    last = right;
    if (tree_->is(last, SourceTokenKind::comma)) {
      break;
    }
  }
  const bool opens = tree_->is(last, SourceTokenKind::open);
  const std::uint32_t end =
      opens ? tree_->brackets[tree_->at_token[last]].close : last;
  return {tree_->tokens[first].span.begin, tree_->tokens[end].span.end};
}

// The field of the innermost `{}` that holds the token, with its comma.
std::optional<Span>
ElementCopier::droppable_field(Span element, std::uint32_t token) const {
  if (!may_leave_out(*tree_->language)) {
    return std::nullopt;
  }
  std::uint32_t at = tree_->around[token];
  std::uint32_t inside = token;
  while (at != 0 &&
         tree_->tokens[tree_->brackets[at].open].span.begin >= element.begin) {
    const Bracket& bracket = tree_->brackets[at];
    const std::uint32_t parent_open = tree_->brackets[bracket.parent].open;
    const bool outermost =
        bracket.parent == 0 ||
        tree_->tokens[parent_open].span.begin < element.begin;
    if (outermost && tree_->text_of(bracket.open) == "{") {
      return field_around(inside);
    }
    inside = bracket.open;
    at = bracket.parent;
  }
  return std::nullopt;
}

// What becomes of each literal: new text, or its whole field goes.
std::optional<std::vector<ElementCopier::Piece>> ElementCopier::pieces(
    Span bare, const Migration& model, const Migration& wanted) const {
  std::vector<Piece> kept;
  std::vector<Piece> gone;
  for (std::uint32_t i = first_token_in(*tree_, bare.begin);
       i < tree_->tokens.size() && tree_->tokens[i].span.begin < bare.end;
       ++i) {
    if (tree_->is(i, SourceTokenKind::comment)) {
      return std::nullopt; // what it says holds for the model only
    }
    const bool word = tree_->is(i, SourceTokenKind::word);
    if (!is_literal(*tree_, i) && !tree_->is(i, SourceTokenKind::key) &&
        !word) {
      continue;
    }
    if (auto text = rewrite(i, model, wanted)) {
      kept.push_back({tree_->tokens[i].span, *std::move(text)});
    } else if ((is_literal(*tree_, i) || word) && !is_constant(i)) {
      const std::optional<Span> field = droppable_field(bare, i);
      if (!field) {
        return std::nullopt;
      }
      gone.push_back({widened(tree_->text, *field), ""});
    }
  }
  for (const Piece& field : gone) {
    const bool repeats = !kept.empty() && kept.back().text.empty() &&
                         kept.back().span == field.span;
    if (!repeats) {
      kept.push_back(field);
    }
  }
  std::sort(kept.begin(), kept.end(), [](const Piece& a, const Piece& b) {
    return a.span.begin < b.span.begin;
  });
  for (std::size_t i = 1; i < kept.size(); ++i) {
    if (kept[i].span.begin < kept[i - 1].span.end) {
      return std::nullopt; // a field that goes holds the name
    }
  }
  return kept;
}

namespace {

// `{a, }` becomes `{a}` once the last field has gone.
void drop_last_comma(std::string& text) {
  const std::size_t last = text.find_last_not_of(" \t");
  if (last != std::string::npos && text[last] == ',') {
    text.resize(last);
  }
}

} // namespace

std::optional<ElementCopy> ElementCopier::copy(
    Span element, const Migration& model, const Migration& wanted) const {
  const std::string_view text = tree_->text;
  Span bare = element;
  if (mark_ != '\0' && bare.size() > 0 && text[bare.end - 1] == mark_) {
    --bare.end;
  }
  const std::uint32_t first = first_token_in(*tree_, bare.begin);
  if (first >= tree_->tokens.size() ||
      tree_->tokens[first].span.begin >= bare.end) {
    // A word of a string.
    const std::string_view from = entry_stem(model.entry);
    const std::string_view word = bare.of(text);
    return word.find(from) == std::string_view::npos
               ? std::nullopt
               : std::optional(ElementCopy{
                     replaced(word, from, entry_stem(wanted.entry)), false});
  }
  const auto changes = pieces(bare, model, wanted);
  if (!changes) {
    return std::nullopt;
  }
  ElementCopy result;
  std::uint32_t at = bare.begin;
  for (const Piece& change : *changes) {
    if (change.span.begin < at || change.span.end > bare.end) {
      return std::nullopt;
    }
    result.text += text.substr(at, change.span.begin - at);
    result.text += change.text;
    result.partial = result.partial || change.text.empty();
    at = change.span.end;
    if (change.text.empty() && text.substr(at, 1) == "}") {
      drop_last_comma(result.text);
    }
  }
  result.text += text.substr(at, bare.end - at);
  if (result.text.find(entry_stem(wanted.entry)) == std::string::npos) {
    return std::nullopt;
  }
  return result;
}

} // namespace migcheck::lists
