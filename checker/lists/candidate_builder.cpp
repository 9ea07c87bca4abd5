#include "lists/candidate_builder.hpp"

#include "lists/calls.hpp"
#include "lists/comments.hpp"
#include "lists/format_names.hpp"
#include "lists/loop_body.hpp"
#include "lists/migration_names.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

bool is_import(std::string_view callee) {
  constexpr std::array<std::string_view, 15> words = {
      "\\i",
      "\\ir",
      "\\include",
      "\\include_relative",
      ".read",
      "source",
      "import",
      "from",
      "require",
      "include_str",
      "include_bytes",
      "include",
      "include_dir",
      "require_relative",
      "embed"};
  return std::find(words.begin(), words.end(), callee) != words.end();
}

// A noun makes a file only where the name ends with it: newFileMigration()
// makes a migration.
bool writes_files(std::string_view callee) {
  constexpr std::array<std::string_view, 5> verbs = {
      "write", "Write", "touch", "MapFS", "MapFile"};
  constexpr std::array<std::string_view, 6> nouns = {
      "createFile", "createFiles", "mkfile", "mkfiles", "newFile", "newFiles"};
  const auto holds = [&](std::string_view word) {
    return callee.find(word) != std::string_view::npos;
  };
  const auto ends = [&](std::string_view word) {
    return callee.ends_with(word);
  };
  return std::any_of(verbs.begin(), verbs.end(), holds) ||
         std::any_of(nouns.begin(), nouns.end(), ends);
}

// A shell's blocks have no brackets.
bool branches_between(
    const SourceTree& tree, std::uint32_t begin, std::uint32_t end) {
  constexpr std::array<std::string_view, 9> words = {
      ";;", "then", "elif", "else", "fi", "do", "done", "case", "esac"};
  if (tree.language->family != LanguageFamily::shell) {
    return false;
  }
  for (std::uint32_t i = begin; i < end; ++i) {
    if (std::find(words.begin(), words.end(), tree.text_of(i)) != words.end()) {
      return true;
    }
  }
  return false;
}

// Bytes between a name and its list beyond which it is no place to point at.
constexpr std::uint32_t farthest_name = 200;

std::uint32_t line_end_of(std::string_view text, std::uint32_t offset) {
  return static_cast<std::uint32_t>(
      std::min(text.find('\n', offset), text.size()));
}

} // namespace

bool is_manifest_language(const Language& language) {
  constexpr std::array<std::string_view, 6> names = {
      "cmake", "makefile", "meson", "spec", "text", "xml"};
  return std::find(names.begin(), names.end(), language.name) != names.end();
}

ListShape
CandidateBuilder::shape_of(const Group& group, const std::string& slot) const {
  const LanguageFamily family = tree_.language->family;
  if (is_manifest_language(*tree_.language)) {
    return ListShape::manifest;
  }
  if (family == LanguageFamily::shell) {
    return ListShape::shell;
  }
  if (family == LanguageFamily::sql && !is_import(group.callee)) {
    return ListShape::sql_values;
  }
  switch (group.kind) {
  case GroupKind::bracket:
    return slot == "key" ? ListShape::map
           : slot == "e" ? ListShape::array
                         : ListShape::struct_array;
  case GroupKind::words:
    return ListShape::array;
  case GroupKind::command:
    return ListShape::shell;
  case GroupKind::lines:
    return ListShape::manifest;
  case GroupKind::chain:
    break;
  }
  return is_import(group.callee) ? ListShape::imports
         : group.callee == "="   ? ListShape::constants
         : group.callee == "key" ? ListShape::map
                                 : ListShape::calls;
}

// "\n  , second": the comma stands before its element.
bool CandidateBuilder::commas_lead(std::uint32_t bracket) const {
  for (const std::uint32_t bound : tree_.brackets[bracket].bounds) {
    if (!tree_.is(bound, SourceTokenKind::comma) || bound == 0 ||
        bound + 1 >= tree_.tokens.size()) {
      continue;
    }
    const auto feed_between = [&](std::uint32_t a, std::uint32_t b) {
      const std::uint32_t begin = tree_.tokens[a].span.end;
      return tree_.text.substr(begin, tree_.tokens[b].span.begin - begin)
                 .find('\n') != std::string_view::npos;
    };
    return feed_between(bound - 1, bound) && !feed_between(bound, bound + 1);
  }
  return false;
}

// The tokens between two bounds of the bracket, with the comma that belongs to
// them.
Span CandidateBuilder::element_span(
    const Group& group, std::uint32_t token) const {
  const Bracket& bracket = tree_.brackets[group.bracket];
  const std::uint32_t number = tree_.element_of(group.bracket, token);
  const bool leads = commas_lead(group.bracket);
  const auto begins = [&](std::uint32_t bound) {
    return leads || tree_.is(bound, SourceTokenKind::key) ||
           tree_.text_of(bound) == "-"; // YAML
  };
  std::uint32_t first = bracket.open + (group.bracket == 0 ? 0 : 1);
  if (number > 0) {
    const std::uint32_t bound = bracket.bounds[number - 1];
    first = begins(bound) ? bound : bound + 1;
  }
  std::uint32_t last = bracket.close - 1;
  if (number < bracket.bounds.size()) {
    const std::uint32_t bound = bracket.bounds[number];
    last = begins(bound) ? bound - 1 : bound;
  }
  while (first < last && tree_.is(first, SourceTokenKind::comment)) {
    ++first;
  }
  while (last > first && (tree_.is(last, SourceTokenKind::comment) ||
                          (tree_.is(last, SourceTokenKind::separator) &&
                           tree_.text_of(last) != ";") ||
                          tree_.tokens[last].span.size() == 0)) {
    --last;
  }
  return {tree_.tokens[first].span.begin, tree_.tokens[last].span.end};
}

// The whole inner bracket that stands in `bracket` and holds `inner`.
Span CandidateBuilder::child_span(
    std::uint32_t bracket, std::uint32_t inner) const {
  while (tree_.brackets[inner].parent != bracket &&
         tree_.brackets[inner].parent != 0) {
    inner = tree_.brackets[inner].parent;
  }
  const Bracket& child = tree_.brackets[inner];
  const std::uint32_t last = std::min(
      child.close, static_cast<std::uint32_t>(tree_.tokens.size() - 1));
  return {tree_.tokens[child.open].span.begin, tree_.tokens[last].span.end};
}

// From the first token of the statement to the end of the line on which the
// literal, and the brackets around it, end.
Span CandidateBuilder::statement_span(std::uint32_t token) const {
  const std::uint32_t begin =
      tree_.tokens[statement_of(tree_, token)].span.begin;
  std::uint32_t last = token;
  while (tree_.around[last] != 0 &&
         tree_.brackets[tree_.around[last]].kind == BracketKind::list &&
         tree_.brackets[tree_.around[last]].close < tree_.tokens.size()) {
    last = tree_.brackets[tree_.around[last]].close;
  }
  return {begin, line_end_of(tree_.text, tree_.tokens[last].span.end)};
}

CandidateEntry
CandidateBuilder::entry_of(const Group& group, const SlotEntry& slot) const {
  CandidateEntry entry;
  entry.token = slot.token;
  entry.literal = tree_.tokens[slot.token].span;
  if (slot.mention == SourceTree::npos) {
    entry.plain = true;
    entry.name.base = std::string(tree_.content_of(slot.token));
  } else {
    const Mention& mention = mentions_[slot.mention];
    entry.literal = mention.span;
    entry.name = mention.name;
  }
  const bool words = tree_.is_word_list(group.bracket);
  const std::uint32_t around = tree_.around[slot.token];
  if (group.kind == GroupKind::bracket && words && around != group.bracket) {
    entry.element = child_span(group.bracket, around);
  } else if (group.kind == GroupKind::bracket && !words) {
    entry.element = element_span(group, slot.token);
  } else if (group.kind == GroupKind::chain || group.kind == GroupKind::lines) {
    entry.element = statement_span(slot.token);
  } else {
    entry.element = entry.literal;
  }
  return entry;
}

// In a bracket one slot gives the names; a path may stand in another one.
void CandidateBuilder::add_bracket_entries(
    const Group& group, Candidate& list) const {
  const Slots slots = choose_slots(tree_, mentions_, group);
  list.shape = shape_of(group, slots.slot);
  list.elements = slots.elements;
  for (const SlotEntry& slot : slots.entries) {
    list.entries.push_back(entry_of(group, slot));
  }
  std::size_t at = 0;
  for (const std::uint32_t i : group.mentions) {
    const Mention& mention = mentions_[i];
    if (mention.name.folder.empty() && !mention.name.open) {
      continue;
    }
    while (at < list.entries.size() &&
           list.entries[at].element.end <= mention.span.begin) {
      ++at;
    }
    for (std::size_t k = at;
         k < list.entries.size() &&
         list.entries[k].element.begin <= mention.span.begin;
         ++k) {
      EntryName& name = list.entries[k].name;
      if (name.folder.empty() &&
          entry_stem(name.base) == entry_stem(mention.name.base)) {
        name.folder = mention.name.folder;
        name.open = mention.name.open;
        name.absolute = mention.name.absolute;
      }
    }
  }
}

void CandidateBuilder::add_plain_group(
    const Group& group, Candidate& list) const {
  list.shape = shape_of(group, "e");
  const std::string* last = nullptr;
  for (const std::uint32_t i : group.mentions) {
    CandidateEntry entry = entry_of(group, {mentions_[i].token, i});
    const bool again = group.kind == GroupKind::chain && last != nullptr &&
                       *last == mentions_[i].identity &&
                       list.entries.back().element == entry.element;
    if (!again) {
      list.entries.push_back(std::move(entry));
    }
    last = &mentions_[i].identity;
  }
  list.elements = static_cast<std::uint32_t>(list.entries.size());
}

void CandidateBuilder::describe(std::uint32_t anchor, Candidate& list) const {
  const Declaration declaration = declaration_of(tree_, anchor);
  if (declaration.name != SourceTree::npos &&
      !is_format_key(tree_, declaration.name)) {
    list.name_span = tree_.tokens[declaration.name].content;
    list.name = std::string(list.name_span.of(tree_.text));
  }
  if (const Span name = format_name(tree_, anchor); name.size() > 0) {
    list.name_span = name;
    list.name = std::string(name.of(tree_.text));
  }
  list.begin = tree_.tokens[declaration.begin].span.begin;
  const bool returned = !declaration.subject && list.name.empty() &&
                        (tree_.text_of(declaration.begin) == "return" ||
                         tree_.before(declaration.begin) == SourceTree::npos);
  list.looped = declaration.subject;
  list.asserts = declaration.asserted;
  list.comment = comments_above(tree_, declaration.begin);
  list.functions = functions_around(tree_, anchor);
  if (returned && tree_.function_of(tree_.around[anchor]) != 0) {
    list.name = list.functions.substr(0, list.functions.find(' '));
  }
  for (const std::string& callee : declaration.callees) {
    list.writes = list.writes || writes_files(callee);
  }
  for (const std::uint32_t loop : loops_.over(declaration)) {
    list.looped = true;
    list.loops += functions_around(tree_, loop) + " ";
    list.writes = list.writes || loop_writes(tree_, loop);
  }
  if (declaration.subject) {
    list.writes = list.writes || loop_writes(tree_, anchor);
    list.loops += list.functions;
  }
  list.function = tree_.function_of(tree_.around[anchor]);
}

void CandidateBuilder::note_calls(const Group& group, Candidate& list) const {
  const bool commands = tree_.language->family == LanguageFamily::shell &&
                        tree_.language->name != "spec";
  std::uint32_t last = SourceTree::npos;
  for (const std::uint32_t i : group.mentions) {
    const std::uint32_t token = mentions_[i].token;
    const bool next = commands && last != SourceTree::npos &&
                      tree_.before(token) == last &&
                      !is_import(tree_.text_of(last));
    last = token;
    if (next) {
      continue; // of a command whose first word was looked at
    }
    list.embeds = list.embeds || is_import(callee_of(tree_, token));
    for (const std::string& call : calls_around(tree_, token)) {
      list.embeds = list.embeds || is_import(call);
      list.writes = list.writes || writes_files(call);
    }
  }
}

// The statements of a chain stand in several blocks, several of them on one
// line, or one is joined to the next.
bool CandidateBuilder::stands_apart(
    const Group& group, const Candidate& list) const {
  const auto block = [&](std::uint32_t mention) {
    return tree_.around[statement_of(tree_, mentions_[mention].token)];
  };
  for (std::size_t i = 1; i < group.mentions.size(); ++i) {
    if (block(group.mentions[i]) != block(group.mentions.front()) ||
        branches_between(
            tree_,
            mentions_[group.mentions[i - 1]].token,
            mentions_[group.mentions[i]].token)) {
      return true;
    }
  }
  for (std::size_t i = 1; i < list.entries.size(); ++i) {
    const Span before = list.entries[i - 1].element;
    const std::string_view text = trim_right(before.of(tree_.text));
    const bool joined =
        !text.empty() &&
        (text.back() == '&' || text.back() == '|' || text.back() == '\\');
    if (joined || list.entries[i].element.begin < before.end) {
      return true;
    }
  }
  return false;
}

Candidate CandidateBuilder::build(const Group& group) {
  Candidate list;
  list.callee = group.callee;
  const std::uint32_t first = mentions_[group.mentions.front()].token;
  const std::uint32_t last = mentions_[group.mentions.back()].token;
  list.span = {tree_.tokens[first].span.begin, tree_.tokens[last].span.end};
  if (group.kind == GroupKind::bracket) {
    add_bracket_entries(group, list);
    list.bracket = group.bracket;
    const Bracket& bracket = tree_.brackets[group.bracket];
    const bool real = tree_.tokens[bracket.open].span.size() > 0;
    if (real && bracket.close < tree_.tokens.size()) {
      list.span = {
          tree_.tokens[bracket.open].span.begin,
          tree_.tokens[bracket.close].span.end};
    }
    describe(bracket.open, list);
    const std::uint32_t type = tree_.before(bracket.open);
    list.writes = list.writes || (type != SourceTree::npos &&
                                  writes_files(tree_.text_of(type)));
  } else {
    add_plain_group(group, list);
    describe(first, list);
    list.chain = group.kind == GroupKind::chain;
    list.apart = list.chain && stands_apart(group, list);
    if (list.chain) {
      list.name.clear(); // each statement has its own
      list.name_span = {};
    }
    list.looped = list.looped || (group.kind == GroupKind::command &&
                                  callee_of(tree_, first) == "for");
  }
  if (list.name_span.end + farthest_name < list.span.begin) {
    list.name_span = {}; // a key far above: the first entry is the place
  }
  note_calls(group, list);
  return list;
}

} // namespace migcheck::lists
