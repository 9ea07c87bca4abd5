#include "lists/judged_lists.hpp"

#include "io/parallel.hpp"
#include "lists/comparison.hpp"
#include "lists/coverage.hpp"
#include "lists/declared_objects.hpp"
#include "lists/deliberate.hpp"
#include "lists/drafts.hpp"
#include "lists/formats.hpp"
#include "lists/release_lists.hpp"
#include "lists/style.hpp"
#include "lists/twins.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace migcheck::lists {
namespace {

// Comparing a list takes as long as searching so many files.
constexpr std::size_t files_per_list = 250;

class ListJudge {
 public:
  explicit ListJudge(const JudgeInput& input)
      : input_(input), drafted_(make_drafts(input)) {}

  JudgedLists run();

 private:
  void compare_builds();
  void drop_handled(const Draft& draft, MigrationList& list) const;
  std::vector<std::string_view> siblings_of(std::string_view path) const;
  MigrationList finish(const Draft& draft, const Deliberate& deliberate) const;

  const JudgeInput& input_;
  Drafts drafted_;
  RunAlone run_alone_;
};

std::vector<std::string_view>
ListJudge::siblings_of(std::string_view path) const {
  const std::string_view folder = parent_folder(path);
  const std::string prefix =
      folder.empty() ? std::string() : std::string(folder) + "/";
  std::vector<std::string_view> siblings;
  auto at = std::lower_bound(
      input_.paths.begin(), input_.paths.end(), std::string_view(prefix));
  for (; at != input_.paths.end() && at->starts_with(prefix); ++at) {
    if (at->find('/', prefix.size()) == std::string_view::npos) {
      siblings.push_back(*at);
    }
  }
  return siblings;
}

void ListJudge::drop_handled(const Draft& draft, MigrationList& list) const {
  if (list.missing.empty()) {
    return;
  }
  std::vector<Twin> handled;
  if (list.language == "go") {
    handled = handled_by_siblings(
        *input_.reader,
        draft.source->path,
        siblings_of(draft.source->path),
        list.missing);
  } else if (draft.candidate->embeds && input_.singles != nullptr) {
    handled = embedded_elsewhere(
        *input_.reader, draft.source->path, *input_.singles, list.missing);
  }
  if (!is_record(draft.source->path)) {
    const std::vector<Twin> alone = handled_alone(run_alone_, list.missing);
    handled.insert(handled.end(), alone.begin(), alone.end());
  }
  std::set<const Migration*> elsewhere;
  for (const Twin& twin : handled) {
    if (elsewhere.insert(twin.migration).second) {
      list.elsewhere.push_back(
          {twin.migration, "named by " + quoted(twin.path)});
    }
  }
  std::erase_if(list.missing, [&](const Migration* migration) {
    return elsewhere.count(migration) > 0;
  });
}

// Two builds of one project install the same: beside a complete list, one that
// holds at least half is meant to be complete too.
void ListJudge::compare_builds() {
  const auto is_build = [](const Draft& draft) {
    return draft.attribution.directory != nullptr &&
           promise_of(
               draft.source->path,
               draft.source->tree_of(*draft.candidate).language->name,
               *draft.candidate) == Promise::build;
  };
  std::map<const MigrationDirectory*, const Draft*> complete;
  for (const Draft& draft : drafted_.drafts) {
    if (draft.intent.intent == Intent::complete && is_build(draft)) {
      complete.emplace(draft.attribution.directory, &draft);
    }
  }
  for (Draft& draft : drafted_.drafts) {
    const auto other = complete.find(draft.attribution.directory);
    if (draft.intent.intent == Intent::unknown && is_build(draft) &&
        other != complete.end() &&
        draft.coverage.listed * 2 >= draft.coverage.total) {
      draft.intent = {
          Intent::complete,
          "the build in " + quoted(other->second->source->path) +
              " installs all of them"};
    }
  }
}

MigrationList
ListJudge::finish(const Draft& draft, const Deliberate& deliberate) const {
  const Candidate& candidate = *draft.candidate;
  MigrationList list;
  list.path = draft.source->path;
  list.span = candidate.span;
  list.name_span = candidate.name_span;
  list.name = candidate.name;
  list.language = draft.source->tree.language->name;
  list.shape = candidate.shape;
  list.directory = draft.attribution.directory;
  list.releases = candidate.releases != nullptr;
  list.intent = draft.intent.intent;
  list.intent_reason = draft.intent.reason;
  list.in_test = is_test_path(list.path);
  list.applies_in_order = applies_files(draft);
  list.generated_by = draft.source->generated_by;
  compare(
      {candidate, draft.attribution, draft.resolved, *input_.names},
      deliberate,
      list);
  drop_handled(draft, list);
  if (list.directory != nullptr && candidate.files.empty()) {
    const SourceTree& tree = draft.source->tree_of(candidate);
    if (!has_large_element(draft)) {
      list.add_missing = add_missing_fix(tree, candidate, list);
    }
    list.drop_stale = drop_stale_fix(tree, candidate, list);
    list.declared = declared_objects(tree, list);
  }
  return list;
}

JudgedLists ListJudge::run() {
  compare_builds();
  find_complements(drafted_.drafts);
  const DeliberateFinder finder(drafted_.drafts, *input_.index);
  if (input_.singles != nullptr &&
      std::any_of(
          drafted_.drafts.begin(), drafted_.drafts.end(), is_incomplete)) {
    run_alone_ = files_run_alone(*input_.reader, *input_.singles);
  }
  JudgedLists judged;
  judged.lists.resize(drafted_.drafts.size());
  for_each_chunk(
      drafted_.drafts.size(),
      thread_count(input_.jobs, files_per_list * drafted_.drafts.size()),
      1,
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          Deliberate deliberate = finder.find(drafted_.drafts[i]);
          if (drafted_.drafts[i].candidate->releases != nullptr) {
            deliberate.migrations.merge(
                replaced_releases(*drafted_.drafts[i].candidate));
          }
          judged.lists[i] = finish(drafted_.drafts[i], deliberate);
        }
      });
  std::stable_sort(
      judged.lists.begin(),
      judged.lists.end(),
      [](const MigrationList& a, const MigrationList& b) {
        return std::pair(std::string_view(a.path), a.span.begin) <
               std::pair(std::string_view(b.path), b.span.begin);
      });
  for (const Draft& draft : drafted_.drafts) {
    if (draft.config != nullptr && !draft.config->except.empty()) {
      judged.excusable[draft.config].merge(excusable_names(draft));
    }
  }
  for (const ListConfig& config : input_.config->lists) {
    if (drafted_.used_config.count(&config) == 0) {
      judged.unmatched_config.push_back(&config);
    }
  }
  return judged;
}

} // namespace

JudgedLists judge_lists(const JudgeInput& input) {
  return ListJudge(input).run();
}

} // namespace migcheck::lists
