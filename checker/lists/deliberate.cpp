#include "lists/deliberate.hpp"

#include "lists/formats.hpp"
#include "lists/migration_names.hpp"
#include "lists/words.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace migcheck::lists {
namespace {

// `"SKIPPED" in "db/loader.go"`.
std::string place_of(const Draft& draft) {
  const std::string& name = draft.candidate->name;
  return (name.empty() ? std::string() : quoted(name) + " in ") +
         quoted(draft.source->path);
}

Migrations gap_of(const Draft& draft) {
  const Migrations listed = listed_of(draft);
  Migrations gap;
  for (const Migration* migration :
       counted_migrations(*draft.attribution.directory)) {
    if (listed.count(migration) == 0) {
      gap.insert(migration);
    }
  }
  return gap;
}

// Run by a script that has no list of them all.
bool is_script(const Draft& draft) {
  return draft.candidate->shape == ListShape::shell &&
         !is_test_path(draft.source->path) &&
         (draft.intent.intent == Intent::unknown ||
          draft.intent.intent == Intent::subset);
}

bool share_one(const Migrations& a, const Migrations& b) {
  return std::any_of(a.begin(), a.end(), [&](const Migration* one) {
    return b.count(one) > 0;
  });
}

// Comments above a list and between its entries.
std::vector<std::string_view> comments_of(const Draft& draft) {
  const Candidate& list = *draft.candidate;
  const SourceTree& tree = draft.source->tree_of(list);
  std::vector<std::string_view> comments = {list.comment};
  const auto first = std::lower_bound(
      tree.tokens.begin(),
      tree.tokens.end(),
      list.span.begin,
      [](const SourceToken& token, std::uint32_t at) {
        return token.span.begin < at;
      });
  for (auto at = first;
       at != tree.tokens.end() && at->span.begin < list.span.end;
       ++at) {
    if (at->kind == SourceTokenKind::comment) {
      comments.push_back(at->content.of(tree.text));
    }
  }
  return comments;
}

bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

// The comment's line that holds the name; "" when none does.
std::string_view line_with(std::string_view comment, std::string_view stem) {
  for (std::size_t at = comment.find(stem); at != std::string_view::npos;
       at = comment.find(stem, at + 1)) {
    const std::size_t end = at + stem.size();
    if ((at == 0 || !is_name_byte(comment[at - 1])) &&
        (end == comment.size() || !is_name_byte(comment[end]))) {
      const std::size_t before = comment.rfind('\n', at);
      const std::size_t begin =
          before == std::string_view::npos ? 0 : before + 1;
      return comment.substr(begin, comment.find('\n', end) - begin);
    }
  }
  return {};
}

} // namespace

std::set<std::string> excusable_names(const Draft& draft) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < draft.resolved.size(); ++i) {
    if (draft.resolved[i].state != EntryState::listed) {
      names.emplace(entry_stem(draft.candidate->entries[i].name.base));
    }
  }
  if (draft.attribution.directory != nullptr) {
    for (const Migration* migration : gap_of(draft)) {
      names.emplace(entry_stem(last_part(migration->entry)));
    }
  }
  return names;
}

void find_complements(std::vector<Draft>& drafts) {
  std::map<const MigrationDirectory*, std::set<Migrations>> gaps;
  for (const Draft& draft : drafts) {
    if (draft.intent.intent != Intent::complete ||
        draft.attribution.directory == nullptr) {
      continue;
    }
    Migrations gap = gap_of(draft);
    if (gap.size() > 1) {
      gaps[draft.attribution.directory].insert(std::move(gap));
    }
  }
  for (Draft& draft : drafts) {
    const bool open = draft.intent.intent == Intent::unknown ||
                      draft.intent.intent == Intent::subset;
    const auto found = gaps.find(draft.attribution.directory);
    if (open && found != gaps.end() &&
        found->second.count(listed_of(draft)) > 0) {
      draft.intent = {
          Intent::exclusion, "it holds just what a complete list leaves out"};
    }
  }
}

DeliberateFinder::DeliberateFinder(
    const std::vector<Draft>& drafts, const NameIndex& index)
    : drafts_(drafts), index_(index) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    const MigrationDirectory* directory = draft.attribution.directory;
    listed_.push_back(listed_of(draft));
    by_directory_[directory].push_back(i);
    const SourceTree& tree = draft.source->tree_of(*draft.candidate);
    const auto [asks, added] = asking_.emplace(&tree, false);
    if (added) {
      asks->second = asks_for_files(tree);
    }
    if (draft.intent.intent == Intent::exclusion && directory != nullptr) {
      for (const Migration* migration : listed_.back()) {
        excluded_[directory].emplace(migration, "named by " + place_of(draft));
      }
    }
  }
}

// `steps = append(steps, "003_cats.sql")` in the file of a list.
void DeliberateFinder::add_appended(
    const Draft& draft, Deliberate& deliberate) const {
  constexpr std::array<std::string_view, 9> words = {
      "append",
      "push",
      "add",
      "extend",
      "concat",
      "insert",
      "Add",
      "unshift",
      "push_back"};
  for (const LooseName& name : draft.source->found.loose_names) {
    const bool appends =
        std::find(words.begin(), words.end(), name.callee) != words.end();
    for (const NameHit& hit : index_.find(name.identity)) {
      if (appends && hit.migration != nullptr) {
        deliberate.migrations.emplace(hit.migration, "added to it further on");
      }
    }
  }
}

// Two lists without a common migration, in one file or beside each other, are
// the parts of one; a script elsewhere may run what a list leaves to it.
void DeliberateFinder::add_other_parts(
    const Draft& draft, Deliberate& deliberate) const {
  constexpr std::size_t most_parts = 1000;
  const Migrations& own = listed_[number_of(draft)];
  const auto others = by_directory_.find(draft.attribution.directory);
  if (own.empty() || others == by_directory_.end()) {
    return;
  }
  const std::string_view path = draft.source->path;
  std::size_t parts = 0;
  for (const std::size_t i : others->second) {
    const Draft& other = drafts_[i];
    const bool near =
        other.source == draft.source ||
        (parent_folder(other.source->path) == parent_folder(path) &&
         !is_test_path(path) && !is_test_path(other.source->path)) ||
        is_script(other);
    if (&other == &draft || !near || ++parts > most_parts ||
        share_one(listed_[i], own)) {
      continue;
    }
    for (const Migration* migration : listed_[i]) {
      deliberate.migrations.emplace(migration, "named by " + place_of(other));
    }
  }
}

// A comment at the list that names a file as taken out of it.
void DeliberateFinder::add_commented(
    const Draft& draft, Deliberate& deliberate) const {
  constexpr std::size_t most_text = 64u << 10;
  const Migrations gap = gap_of(draft);
  std::size_t left = most_text;
  for (std::string_view comment : comments_of(draft)) {
    comment = comment.substr(0, left);
    left -= comment.size();
    for (const Migration* migration : gap) {
      const std::string_view line =
          line_with(comment, entry_stem(migration->entry));
      const std::string word =
          line.empty() ? std::string() : says_removed(split_prose(line));
      if (!word.empty()) {
        deliberate.migrations.emplace(
            migration, "a comment at the list says " + quoted(word));
      }
    }
  }
}

std::size_t DeliberateFinder::number_of(const Draft& draft) const {
  return static_cast<std::size_t>(&draft - drafts_.data());
}

Deliberate DeliberateFinder::find(const Draft& draft) const {
  Deliberate deliberate;
  const auto excluded = excluded_.find(draft.attribution.directory);
  if (excluded != excluded_.end()) {
    deliberate.migrations = excluded->second;
  }
  if (draft.intent.intent == Intent::complete &&
      draft.attribution.directory != nullptr) {
    add_appended(draft, deliberate);
    add_other_parts(draft, deliberate);
    add_commented(draft, deliberate);
  }
  deliberate.absent_wanted =
      asking_.at(&draft.source->tree_of(*draft.candidate)) ||
      says_some_are_absent(*draft.candidate);
  if (draft.config != nullptr) {
    for (const std::string& name : draft.config->except) {
      deliberate.names.insert(std::string(entry_stem(last_part(name))));
    }
  }
  return deliberate;
}

} // namespace migcheck::lists
