#include "lists/judged_lists.hpp"

#include "io/parallel.hpp"
#include "lists/comparison.hpp"
#include "lists/coverage.hpp"
#include "lists/declared_objects.hpp"
#include "lists/deliberate.hpp"
#include "lists/directory_use.hpp"
#include "lists/formats.hpp"
#include "lists/intent.hpp"
#include "lists/migration_names.hpp"
#include "lists/release_lists.hpp"
#include "lists/scattered.hpp"
#include "lists/style.hpp"
#include "lists/twins.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace migcheck::lists {
namespace {

bool is_known(const Candidate& list, const NameIndex& index) {
  return std::any_of(
      list.entries.begin(),
      list.entries.end(),
      [&](const CandidateEntry& entry) {
        return !entry.plain && !index.find(entry.name).empty();
      });
}

// Comparing a list takes as long as searching so many files.
constexpr std::size_t files_per_list = 250;

class ListJudge {
 public:
  explicit ListJudge(const JudgeInput& input) : input_(input) {}

  JudgedLists run();

 private:
  void draft_all();
  void draft_scattered();
  void compare_builds();
  Draft draft(const ParsedSource& source, const Candidate& candidate);
  const ListConfig*
  config_for(const ParsedSource& source, const Candidate& candidate);
  void attribute_as_configured(Draft& draft) const;
  void resolve(Draft& draft) const;
  bool next_is_named(const Draft& draft) const;
  bool is_alone(const MigrationDirectory& directory);
  bool
  runs_folder(const ParsedSource& source, const MigrationDirectory& directory);
  void drop_handled(const Draft& draft, MigrationList& list) const;
  std::vector<std::string_view> siblings_of(std::string_view path) const;
  MigrationList finish(const Draft& draft, const Deliberate& deliberate) const;

  const JudgeInput& input_;
  std::vector<ScatteredList> scattered_; // drafts point into it
  std::vector<Draft> drafts_;
  std::set<const ListConfig*> used_config_;
  std::map<const MigrationDirectory*, bool> alone_;
  std::map<std::pair<const ParsedSource*, const MigrationDirectory*>, bool>
      runs_folder_;
  RunAlone run_alone_;
};

const ListConfig*
ListJudge::config_for(const ParsedSource& source, const Candidate& candidate) {
  const ListConfig* found = nullptr;
  for (const ListConfig& config : input_.config->lists) {
    const bool fits = config.file == source.path &&
                      (config.name.empty() || config.name == candidate.name);
    if (fits) {
      used_config_.insert(&config);
      found = found == nullptr || found->name.empty() ? &config : found;
    }
  }
  return found;
}

void ListJudge::attribute_as_configured(Draft& draft) const {
  if (draft.config == nullptr || draft.config->directory.empty()) {
    return;
  }
  for (const MigrationDirectory& directory : input_.index->directories()) {
    if (directory.path == draft.config->directory) {
      draft.attribution.directory = &directory;
      draft.attribution.evidence = Evidence::code_path;
      draft.attribution.archived = false;
    }
  }
}

// The migration after a prefix, named elsewhere in the same file.
bool ListJudge::next_is_named(const Draft& draft) const {
  if (!draft.coverage.prefix) {
    return false;
  }
  const Migrations listed = listed_of(draft);
  for (const Migration* migration :
       counted_migrations(*draft.attribution.directory)) {
    if (listed.count(migration) > 0) {
      continue;
    }
    const std::string_view stem = entry_stem(migration->entry);
    const auto& loose = draft.source->found.loose_names;
    return std::any_of(loose.begin(), loose.end(), [&](const LooseName& name) {
      return name.identity == stem;
    });
  }
  return false;
}

// Runners that find their folder by themselves need not name it; the supabase
// command line needs a configuration beside it.
bool ListJudge::is_alone(const MigrationDirectory& directory) {
  const std::string config =
      std::string(parent_folder(directory.path)) + "/config.toml";
  const bool runner = directory.layout == LayoutId::supabase
                          ? input_.reader->kind(config) != FileKind::unknown
                          : layout(directory.layout).own_order;
  if (directory.path == "." || runner) {
    return false;
  }
  const auto [known, added] = alone_.emplace(&directory, false);
  if (added) {
    known->second =
        !is_read_as_a_whole(*input_.reader, input_.paths, directory.path);
  }
  return known->second;
}

bool ListJudge::runs_folder(
    const ParsedSource& source, const MigrationDirectory& directory) {
  const auto [known, added] =
      runs_folder_.emplace(std::pair(&source, &directory), false);
  if (added) {
    known->second = goes_through_folder(source.text, last_part(directory.path));
  }
  return known->second;
}

void ListJudge::resolve(Draft& draft) const {
  const Candidate& candidate = *draft.candidate;
  const ParsedSource& source = *draft.source;
  if (candidate.releases != nullptr) {
    draft.attribution.directory = candidate.releases;
    draft.attribution.evidence = Evidence::code_path;
    draft.resolved = resolve_releases(candidate, *input_.names);
    return;
  }
  draft.attribution = attribute(
      candidate,
      source.path,
      source.found.folders,
      *input_.index,
      *input_.names);
  attribute_record(source.path, *input_.index, draft.attribution);
  attribute_as_configured(draft);
  draft.resolved = resolve_entries(
      candidate, source.path, draft.attribution, *input_.index, *input_.names);
}

// What a release leaves out on purpose is no part of what it has to name.
void leave_replaced_out(Draft& draft) {
  if (draft.candidate->releases == nullptr) {
    return;
  }
  const Migrations listed = listed_of(draft);
  Coverage& coverage = draft.coverage;
  for (const auto& [migration, where] : replaced_releases(*draft.candidate)) {
    const bool counted =
        listed.count(migration) == 0 && !does_nothing(*migration);
    coverage.total -= counted && coverage.total > coverage.listed ? 1 : 0;
  }
}

Draft ListJudge::draft(const ParsedSource& source, const Candidate& candidate) {
  Draft draft;
  draft.source = &source;
  draft.candidate = &candidate;
  draft.config = config_for(source, candidate);
  resolve(draft);
  IntentHints hints;
  if (draft.attribution.directory != nullptr) {
    draft.coverage = coverage_of(*draft.attribution.directory, draft.resolved);
    leave_replaced_out(draft);
    hints.next_named = next_is_named(draft);
    hints.runs_folder = [&] {
      return runs_folder(source, *draft.attribution.directory);
    };
    hints.alone = [&] { return is_alone(*draft.attribution.directory); };
  }
  if (draft.config != nullptr && draft.config->intent) {
    hints.said = draft.config->intent;
    hints.said_where = "the configuration";
  } else if (const auto intent = directed_intent(source, candidate)) {
    hints.said = intent;
    hints.said_where = "the comment above it";
  }
  draft.intent = judge_intent(
      candidate, source.path, draft.attribution, draft.coverage, hints);
  return draft;
}

void ListJudge::draft_scattered() {
  scattered_ = release_lists(*input_.sources, input_.index->directories());
  std::vector<ScatteredList> more = scattered_lists(*input_.sources);
  std::move(more.begin(), more.end(), std::back_inserter(scattered_));
  for (const ScatteredList& list : scattered_) {
    Draft made = draft(*list.first, list.candidate);
    if (made.attribution.directory != nullptr) {
      drafts_.push_back(std::move(made));
    }
  }
}

void ListJudge::draft_all() {
  draft_scattered();
  const auto manifests = release_manifests(input_.index->directories());
  for (const auto& source : *input_.sources) {
    if (manifests.count(source->path) > 0) {
      continue; // a part of the list of all releases
    }
    for (const Candidate& candidate : source->found.lists) {
      Draft made = draft(*source, candidate);
      const bool kept = made.attribution.directory != nullptr ||
                        is_known(candidate, *input_.index) ||
                        made.config != nullptr;
      if (kept) {
        drafts_.push_back(std::move(made));
      }
    }
  }
}

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
  for (const Draft& draft : drafts_) {
    if (draft.intent.intent == Intent::complete && is_build(draft)) {
      complete.emplace(draft.attribution.directory, &draft);
    }
  }
  for (Draft& draft : drafts_) {
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
  draft_all();
  compare_builds();
  find_complements(drafts_);
  const DeliberateFinder finder(drafts_, *input_.index);
  if (input_.singles != nullptr &&
      std::any_of(drafts_.begin(), drafts_.end(), is_incomplete)) {
    run_alone_ = files_run_alone(*input_.reader, *input_.singles);
  }
  JudgedLists judged;
  judged.lists.resize(drafts_.size());
  for_each_chunk(
      drafts_.size(),
      thread_count(input_.jobs, files_per_list * drafts_.size()),
      1,
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          Deliberate deliberate = finder.find(drafts_[i]);
          if (drafts_[i].candidate->releases != nullptr) {
            deliberate.migrations.merge(
                replaced_releases(*drafts_[i].candidate));
          }
          judged.lists[i] = finish(drafts_[i], deliberate);
        }
      });
  std::stable_sort(
      judged.lists.begin(),
      judged.lists.end(),
      [](const MigrationList& a, const MigrationList& b) {
        return std::pair(std::string_view(a.path), a.span.begin) <
               std::pair(std::string_view(b.path), b.span.begin);
      });
  for (const Draft& draft : drafts_) {
    if (draft.config != nullptr && !draft.config->except.empty()) {
      judged.excusable[draft.config].merge(excusable_names(draft));
    }
  }
  for (const ListConfig& config : input_.config->lists) {
    if (used_config_.count(&config) == 0) {
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
