// Brackets are visited from the inside out. Each takes the names that none of
// its inner brackets took; what it cannot group goes on to the one around it,
// at most `most_levels` times, so that the work stays linear.
#include "lists/grouping.hpp"

#include "lists/calls.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace migcheck::lists {
namespace {

constexpr int most_levels = 64;

using Indexes = std::vector<std::uint32_t>;

class Grouper {
 public:
  Grouper(const SourceTree& tree, std::vector<Mention>& mentions, Least least)
      : tree_(tree), mentions_(mentions), least_(least),
        pending_(tree.brackets.size()) {}

  std::vector<Group> run();

 private:
  void take_word_lists();
  void visit(std::uint32_t bracket);
  bool take_bracket(std::uint32_t bracket, const Indexes& names);
  bool take_single(std::uint32_t bracket, const Indexes& names);
  bool is_foreign(std::uint32_t bracket, const Indexes& names) const;
  void take_lines(std::uint32_t bracket, const Indexes& names);
  std::size_t lines_of_text() const;
  void take_commands(std::uint32_t block, Indexes& names);
  void take_chains(std::uint32_t block, Indexes& names);
  void pass_on(std::uint32_t bracket, const Indexes& names);
  void add(Group group);

  bool two_migrations(const Indexes& names) const;
  bool is_record(std::uint32_t bracket, const Indexes& names) const;
  std::uint32_t element(std::uint32_t bracket, std::uint32_t name) const;
  std::string chain_key(std::uint32_t name) const;

  const SourceTree& tree_;
  std::vector<Mention>& mentions_;
  Least least_;
  std::vector<Indexes> pending_;
  std::vector<Group> groups_;
};

std::vector<Group> Grouper::run() {
  take_word_lists();
  for (auto i = static_cast<std::uint32_t>(tree_.brackets.size()); i-- > 0;) {
    visit(i);
  }
  std::sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) {
    return a.mentions.front() < b.mentions.front();
  });
  return std::move(groups_);
}

// Names that share one string are a group of their own; all others start in
// the bracket around them.
void Grouper::take_word_lists() {
  std::uint32_t i = 0;
  const auto count = static_cast<std::uint32_t>(mentions_.size());
  while (i < count) {
    std::uint32_t end = i + 1;
    while (end < count && mentions_[end].token == mentions_[i].token) {
      ++end;
    }
    const std::uint32_t around = tree_.around[mentions_[i].token];
    if (end - i > 1) {
      Indexes names;
      for (std::uint32_t name = i; name < end; ++name) {
        names.push_back(name);
      }
      if (two_migrations(names)) {
        add({GroupKind::words, around, "", std::move(names)});
      }
    } else {
      pending_[around].push_back(i);
    }
    i = end;
  }
}

void Grouper::visit(std::uint32_t bracket) {
  Indexes names = std::move(pending_[bracket]);
  if (names.empty()) {
    return;
  }
  std::sort(names.begin(), names.end());
  const BracketKind kind = tree_.brackets[bracket].kind;
  if (tree_.language->name == "text") {
    take_lines(bracket, names);
    return;
  }
  if (kind == BracketKind::list) {
    if (take_bracket(bracket, names) || take_single(bracket, names) ||
        is_foreign(bracket, names)) {
      return;
    }
  } else if (tree_.language->family == LanguageFamily::shell) {
    take_commands(bracket, names);
    take_chains(bracket, names);
  } else if (kind != BracketKind::control && tree_.language->name != "other") {
    take_chains(bracket, names);
  }
  pass_on(bracket, names);
}

void Grouper::add(Group group) {
  groups_.push_back(std::move(group));
}

bool Grouper::two_migrations(const Indexes& names) const {
  const std::string* first = nullptr;
  for (const std::uint32_t name : names) {
    if (!founds_group(mentions_[name])) {
      continue;
    }
    if (first == nullptr) {
      first = &mentions_[name].identity;
    } else if (*first != mentions_[name].identity) {
      return true;
    }
  }
  return false;
}

std::uint32_t
Grouper::element(std::uint32_t bracket, std::uint32_t name) const {
  return tree_.element_of(bracket, mentions_[name].token);
}

// `{from: "001.sql", to: "002.sql"}` beside others of its kind: the names are
// fields of one element of the list around it.
bool Grouper::is_record(std::uint32_t bracket, const Indexes& names) const {
  constexpr std::size_t most_fields = 3;
  if (names.size() > most_fields || bracket == 0) {
    return false;
  }
  const std::uint32_t parent = tree_.brackets[bracket].parent;
  if (parent == 0 || tree_.brackets[parent].kind != BracketKind::list ||
      tree_.brackets[parent].bounds.empty()) {
    return false;
  }
  return std::all_of(names.begin(), names.end(), [&](std::uint32_t name) {
    const std::uint32_t token = mentions_[name].token;
    const std::uint32_t before = tree_.before(token);
    return tree_.around[token] == bracket && before != SourceTree::npos &&
           (tree_.is(before, SourceTokenKind::colon) ||
            tree_.is(before, SourceTokenKind::key) ||
            tree_.is(before, SourceTokenKind::assign));
  });
}

// In SQL only rows are lists: `IN ('a', 'b')` asks for them.
bool Grouper::is_foreign(std::uint32_t bracket, const Indexes& names) const {
  return tree_.language->family == LanguageFamily::sql &&
         two_migrations(names) &&
         tree_.tokens[tree_.brackets[bracket].open].span.size() > 0;
}

// A text is a list of names when most of its lines give one each.
void Grouper::take_lines(std::uint32_t bracket, const Indexes& names) {
  const bool enough = least_ == Least::one || two_migrations(names);
  if (bracket != 0 || !enough) {
    return; // what stands in brackets is a note to a name
  }
  std::set<std::uint32_t> lines;
  for (const std::uint32_t name : names) {
    const std::uint32_t line = tree_.element_of(0, mentions_[name].token);
    if (!lines.insert(line).second) {
      return;
    }
  }
  if (lines.size() * 3 >= lines_of_text() * 2) {
    add({GroupKind::lines, 0, "", names});
  }
}

// Lines that are no comment, tag (`@v1`) or pragma (`%project`).
std::size_t Grouper::lines_of_text() const {
  std::size_t lines = 0;
  bool begins = true;
  for (std::uint32_t i = 0; i < tree_.tokens.size(); ++i) {
    if (tree_.is(i, SourceTokenKind::comment)) {
      continue;
    }
    const bool mark =
        tree_.text_of(i).starts_with('@') || tree_.text_of(i).starts_with('%');
    lines += begins && !mark ? 1 : 0;
    begins = tree_.is(i, SourceTokenKind::separator);
  }
  return lines;
}

bool Grouper::take_bracket(std::uint32_t bracket, const Indexes& names) {
  if (is_foreign(bracket, names) || !two_migrations(names) ||
      is_record(bracket, names)) {
    return false;
  }
  const std::uint32_t first = element(bracket, names.front());
  if (first == element(bracket, names.back())) {
    return false;
  }
  add({GroupKind::bracket, bracket, "", names});
  return true;
}

// The only element of a manifest's array.
bool Grouper::take_single(std::uint32_t bracket, const Indexes& names) {
  const bool array = tree_.text_of(tree_.brackets[bracket].open) == "[";
  if (least_ != Least::one || !array || names.size() != 1 ||
      !founds_group(mentions_[names.front()])) {
    return false;
  }
  add({GroupKind::bracket, bracket, "", names});
  return true;
}

void Grouper::take_commands(std::uint32_t block, Indexes& names) {
  Indexes left;
  std::size_t i = 0;
  while (i < names.size()) {
    const std::uint32_t statement =
        tree_.element_of(block, mentions_[names[i]].token);
    Indexes command;
    while (i < names.size() &&
           tree_.element_of(block, mentions_[names[i]].token) == statement) {
      command.push_back(names[i++]);
    }
    if (two_migrations(command)) {
      add({GroupKind::command, block, "", std::move(command)});
    } else {
      left.insert(left.end(), command.begin(), command.end());
    }
  }
  names = std::move(left);
}

// Callee, and for languages without block brackets the `def` it stands in.
std::string Grouper::chain_key(std::uint32_t name) const {
  std::string key = callee_of(tree_, mentions_[name].token);
  if (!key.empty() && tree_.blocks_by_indentation()) {
    key += ' ' + std::to_string(tree_.definition_of(mentions_[name].token));
  }
  return key;
}

void Grouper::take_chains(std::uint32_t block, Indexes& names) {
  std::map<std::string, Indexes> chains;
  Indexes left;
  for (const std::uint32_t name : names) {
    std::string key = mentions_[name].crossed ? std::string() : chain_key(name);
    if (key.empty()) {
      left.push_back(name);
    } else {
      chains[std::move(key)].push_back(name);
    }
  }
  for (auto& [callee, chain] : chains) {
    if (two_migrations(chain)) {
      add(
          {GroupKind::chain,
           block,
           callee.substr(0, callee.find(' ')),
           std::move(chain)});
    } else {
      left.insert(left.end(), chain.begin(), chain.end());
    }
  }
  std::sort(left.begin(), left.end());
  names = std::move(left);
}

void Grouper::pass_on(std::uint32_t bracket, const Indexes& names) {
  if (bracket == 0) {
    return;
  }
  const Bracket& here = tree_.brackets[bracket];
  for (const std::uint32_t name : names) {
    Mention& mention = mentions_[name];
    if (mention.levels >= most_levels) {
      continue;
    }
    ++mention.levels;
    mention.crossed = mention.crossed || here.kind == BracketKind::function;
    pending_[here.parent].push_back(name);
  }
}

} // namespace

std::vector<Group> group_mentions(
    const SourceTree& tree, std::vector<Mention>& mentions, Least least) {
  return Grouper(tree, mentions, least).run();
}

} // namespace migcheck::lists
