#include "lists/candidates.hpp"

#include "lists/calls.hpp"
#include "lists/candidate_builder.hpp"
#include "lists/comments.hpp"
#include "lists/embedded.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace migcheck::lists {
namespace {

class CandidateSearch {
 public:
  CandidateSearch(const SourceTree& tree, const NameIndex& index, Least least)
      : tree_(tree), index_(index), least_(least) {}

  SourceCandidates run() &&;

 private:
  void take_embedded(
      const SourceTree& tree, int depth, std::vector<Mention>& mentions);
  void take_text(
      const SourceTree& host,
      const EmbeddedText& text,
      int depth,
      std::vector<Mention>& mentions);
  void adopt(
      const SourceTree& host, std::uint32_t host_token, Candidate& list) const;
  void add_lists(
      const SourceTree& tree,
      std::vector<Mention>& mentions,
      std::vector<LooseName>& loose);
  void add_folders(const SourceTree& tree, std::uint32_t function);

  const SourceTree& tree_;
  const NameIndex& index_;
  Least least_;
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
  const std::vector<Group> groups = group_mentions(tree, mentions, least_);
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
void CandidateSearch::adopt(
    const SourceTree& host, std::uint32_t host_token, Candidate& list) const {
  const Declaration declaration = declaration_of(host, host_token);
  list.begin = host.tokens[declaration.begin].span.begin;
  list.comment += comments_above(host, declaration.begin);
  list.functions +=
      (list.functions.empty() ? "" : " ") + functions_around(host, host_token);
  list.function = host.function_of(host.around[host_token]);
  if (list.name.empty() && declaration.name != SourceTree::npos) {
    list.name_span = host.tokens[declaration.name].content;
    list.name = std::string(list.name_span.of(host.text));
  }
}

// A literal with two names and more may hold lists of its own; one with a
// single name counts as that name.
void CandidateSearch::take_text(
    const SourceTree& host,
    const EmbeddedText& text,
    int depth,
    std::vector<Mention>& mentions) {
  auto tree = std::make_unique<SourceTree>(embedded_tree(host, text));
  std::vector<Mention> inner = find_mentions(*tree, index_);
  const std::size_t before = found_.lists.size();
  take_embedded(*tree, depth + 1, inner);
  std::set<std::string_view> names;
  for (const Mention& mention : inner) {
    if (founds_group(mention)) {
      names.insert(mention.identity);
    }
  }
  if (names.size() == 1) {
    // A mount or argument that names the file itself says more.
    const bool known =
        std::any_of(mentions.begin(), mentions.end(), [&](const Mention& one) {
          return one.identity == *names.begin();
        });
    const auto founder =
        std::find_if(inner.begin(), inner.end(), [](const Mention& one) {
          return founds_group(one);
        });
    if (!known) {
      founder->token = text.token;
      mentions.push_back(std::move(*founder));
    }
  } else {
    std::vector<LooseName> loose;
    const std::size_t own = found_.lists.size();
    add_lists(*tree, inner, loose);
    if (found_.lists.size() > own) {
      add_folders(*tree, host.function_of(host.around[text.token]));
      found_.embedded.push_back(std::move(tree));
    }
    for (std::size_t i = own; i < found_.lists.size(); ++i) {
      found_.lists[i].part = static_cast<std::uint32_t>(found_.embedded.size());
    }
  }
  for (std::size_t i = before; i < found_.lists.size(); ++i) {
    adopt(host, text.token, found_.lists[i]);
  }
}

void CandidateSearch::take_embedded(
    const SourceTree& tree, int depth, std::vector<Mention>& mentions) {
  constexpr int deepest = 2; // a scalar with `sh -c "…"` in it
  if (depth == deepest) {
    return;
  }
  for (const EmbeddedText& text : embedded_texts(tree)) {
    take_text(tree, text, depth, mentions);
  }
  std::stable_sort(
      mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return a.token < b.token;
      });
}

SourceCandidates CandidateSearch::run() && {
  std::vector<Mention> mentions = find_mentions(tree_, index_);
  take_embedded(tree_, 0, mentions);
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
find_candidates(const SourceTree& tree, const NameIndex& index, Least least) {
  return CandidateSearch(tree, index, least).run();
}

} // namespace migcheck::lists
