#include "lists/candidates.hpp"

#include "lists/calls.hpp"
#include "lists/candidate_builder.hpp"

#include <utility>

namespace migcheck::lists {
namespace {

void add_folders(
    const SourceTree& tree,
    const NameIndex& index,
    std::vector<NamedFolder>& folders) {
  const auto count = static_cast<std::uint32_t>(tree.tokens.size());
  const bool shell = tree.language->family == LanguageFamily::shell;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!tree.is(i, SourceTokenKind::string) &&
        !(shell && tree.is(i, SourceTokenKind::word))) {
      continue;
    }
    std::string folder = read_folder(tree.content_of(i));
    if (!folder.empty() && index.is_directory_name(last_part(folder))) {
      folders.push_back(
          {std::move(folder), i, tree.function_of(tree.around[i])});
    }
  }
}

} // namespace

SourceCandidates
find_candidates(const SourceTree& tree, const NameIndex& index) {
  SourceCandidates found;
  std::vector<Mention> mentions = find_mentions(tree, index);
  const std::vector<Group> groups = group_mentions(tree, mentions);
  std::vector<bool> grouped(mentions.size(), false);
  CandidateBuilder builder(tree, mentions);
  for (const Group& group : groups) {
    found.lists.push_back(builder.build(group));
    for (const std::uint32_t i : group.mentions) {
      grouped[i] = true;
    }
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!grouped[i] && founds_group(mentions[i])) {
      found.loose_names.push_back(
          {mentions[i].identity,
           callee_of(tree, mentions[i].token),
           mentions[i].span});
    }
  }
  add_folders(tree, index, found.folders);
  return found;
}

} // namespace migcheck::lists
