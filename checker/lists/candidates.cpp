#include "lists/candidates.hpp"

#include "lists/calls.hpp"
#include "lists/candidate_builder.hpp"
#include "lists/embedded.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace migcheck::lists {
namespace {

class CandidateSearch {
 public:
  CandidateSearch(const SourceTree& tree, const NameIndex& index)
      : tree_(tree), index_(index) {}

  SourceCandidates run() &&;

 private:
  void take_embedded(std::vector<Mention>& mentions);
  void adopt(std::uint32_t host_token, Candidate& list) const;
  void add_lists(
      const SourceTree& tree,
      std::vector<Mention>& mentions,
      std::vector<LooseName>& loose);
  void add_folders(const SourceTree& tree, std::uint32_t function);

  const SourceTree& tree_;
  const NameIndex& index_;
  SourceCandidates found_;
};

// `function` is that of a literal which holds the whole tree; npos where the
// tree has functions of its own.
void CandidateSearch::add_folders(
    const SourceTree& tree, std::uint32_t function) {
  const auto count = static_cast<std::uint32_t>(tree.tokens.size());
  const bool shell = tree.language->family == LanguageFamily::shell;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!tree.is(i, SourceTokenKind::string) &&
        !(shell && tree.is(i, SourceTokenKind::word))) {
      continue;
    }
    std::string folder = read_folder(tree.content_of(i));
    if (!folder.empty() && index_.is_directory_name(last_part(folder))) {
      const bool own = function == SourceTree::npos;
      found_.folders.push_back(
          {std::move(folder),
           i,
           own ? tree.function_of(tree.around[i]) : function});
    }
  }
}

void CandidateSearch::add_lists(
    const SourceTree& tree,
    std::vector<Mention>& mentions,
    std::vector<LooseName>& loose) {
  const std::vector<Group> groups = group_mentions(tree, mentions);
  std::vector<bool> grouped(mentions.size(), false);
  CandidateBuilder builder(tree, mentions);
  for (const Group& group : groups) {
    found_.lists.push_back(builder.build(group));
    for (const std::uint32_t i : group.mentions) {
      grouped[i] = true;
    }
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!grouped[i] && founds_group(mentions[i])) {
      loose.push_back(
          {mentions[i].identity,
           callee_of(tree, mentions[i].token),
           mentions[i].span,
           mentions[i].name});
    }
  }
}

// What is said around the literal is said of the list in it.
void CandidateSearch::adopt(std::uint32_t host_token, Candidate& list) const {
  const Declaration declaration = declaration_of(tree_, host_token);
  list.begin = tree_.tokens[declaration.begin].span.begin;
  list.comment += comments_above(tree_, declaration.begin);
  list.functions +=
      (list.functions.empty() ? "" : " ") + functions_around(tree_, host_token);
  list.function = tree_.function_of(tree_.around[host_token]);
  if (list.name.empty() && declaration.name != SourceTree::npos) {
    list.name_span = tree_.tokens[declaration.name].content;
    list.name = std::string(list.name_span.of(tree_.text));
  }
}

// A literal with two names and more may hold lists of its own; one with a
// single name counts as that name.
void CandidateSearch::take_embedded(std::vector<Mention>& mentions) {
  for (const EmbeddedText& text : embedded_texts(tree_)) {
    auto tree = std::make_unique<SourceTree>(embedded_tree(tree_, text));
    std::vector<Mention> inner = find_mentions(*tree, index_);
    std::set<std::string_view> names;
    for (const Mention& mention : inner) {
      if (founds_group(mention)) {
        names.insert(mention.identity);
      }
    }
    if (names.size() == 1) {
      inner.front().token = text.token;
      mentions.push_back(std::move(inner.front()));
      continue;
    }
    const std::size_t before = found_.lists.size();
    std::vector<LooseName> loose;
    add_lists(*tree, inner, loose);
    if (found_.lists.size() == before) {
      continue;
    }
    add_folders(*tree, tree_.function_of(tree_.around[text.token]));
    found_.embedded.push_back(std::move(tree));
    for (std::size_t i = before; i < found_.lists.size(); ++i) {
      found_.lists[i].part = static_cast<std::uint32_t>(found_.embedded.size());
      adopt(text.token, found_.lists[i]);
    }
  }
}

SourceCandidates CandidateSearch::run() && {
  std::vector<Mention> mentions = find_mentions(tree_, index_);
  take_embedded(mentions);
  std::stable_sort(
      mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return a.token < b.token;
      });
  add_lists(tree_, mentions, found_.loose_names);
  add_folders(tree_, SourceTree::npos);
  std::stable_sort(
      found_.lists.begin(),
      found_.lists.end(),
      [](const Candidate& a, const Candidate& b) {
        return a.span.begin < b.span.begin;
      });
  return std::move(found_);
}

} // namespace

SourceCandidates
find_candidates(const SourceTree& tree, const NameIndex& index) {
  return CandidateSearch(tree, index).run();
}

} // namespace migcheck::lists
