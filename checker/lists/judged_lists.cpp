#include "lists/judged_lists.hpp"

#include "lists/comparison.hpp"
#include "lists/intent.hpp"
#include "lists/style.hpp"
#include "lists/twins.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace migcheck::lists {
namespace {

struct Draft {
  const ParsedSource* source = nullptr;
  const Candidate* candidate = nullptr;
  const ListConfig* config = nullptr;
  Attribution attribution;
  std::vector<ResolvedEntry> resolved;
  Coverage coverage;
  JudgedIntent intent;
};

using Migrations = std::set<const Migration*>;

Migrations listed_of(const Draft& draft) {
  Migrations listed;
  for (const ResolvedEntry& entry : draft.resolved) {
    if (entry.state == EntryState::listed) {
      listed.insert(entry.migration);
    }
  }
  return listed;
}

bool is_known(const Candidate& list, const NameIndex& index) {
  return std::any_of(
      list.entries.begin(),
      list.entries.end(),
      [&](const CandidateEntry& entry) {
        return !entry.plain && !index.find(entry.name).empty();
      });
}

class ListJudge {
 public:
  explicit ListJudge(const JudgeInput& input) : input_(input) {}

  JudgedLists run();

 private:
  void draft_all();
  Draft draft(const ParsedSource& source, const Candidate& candidate);
  const ListConfig*
  config_for(const ParsedSource& source, const Candidate& candidate);
  void attribute_as_configured(Draft& draft) const;
  bool next_is_named(const Draft& draft) const;
  void find_complements();
  void collect_exclusions();
  Deliberate deliberate_for(const Draft& draft) const;
  void add_appended(const Draft& draft, Deliberate& deliberate) const;
  void add_other_parts(const Draft& draft, Deliberate& deliberate) const;
  void drop_handled(const Draft& draft, MigrationList& list) const;
  std::vector<std::string_view> siblings_of(std::string_view path) const;
  MigrationList finish(const Draft& draft) const;

  const JudgeInput& input_;
  std::vector<Draft> drafts_;
  std::set<const ListConfig*> used_config_;
  // Per directory: what some list excludes on purpose.
  std::map<const MigrationDirectory*, Migrations> excluded_;
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

Draft ListJudge::draft(const ParsedSource& source, const Candidate& candidate) {
  Draft draft;
  draft.source = &source;
  draft.candidate = &candidate;
  draft.config = config_for(source, candidate);
  draft.attribution = attribute(
      candidate,
      source.path,
      source.found.folders,
      *input_.index,
      *input_.names);
  attribute_as_configured(draft);
  draft.resolved = resolve_entries(
      candidate, source.path, draft.attribution, *input_.index, *input_.names);
  IntentHints hints;
  if (draft.attribution.directory != nullptr) {
    draft.coverage = coverage_of(*draft.attribution.directory, draft.resolved);
    hints.next_named = next_is_named(draft);
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

void ListJudge::draft_all() {
  for (const auto& source : *input_.sources) {
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

// A list that holds exactly what a complete list of the same directory lacks
// says what is left out on purpose.
void ListJudge::find_complements() {
  std::map<const MigrationDirectory*, std::set<Migrations>> gaps;
  for (const Draft& draft : drafts_) {
    if (draft.intent.intent != Intent::complete ||
        draft.attribution.directory == nullptr) {
      continue;
    }
    const Migrations listed = listed_of(draft);
    Migrations gap;
    for (const Migration* migration :
         counted_migrations(*draft.attribution.directory)) {
      if (listed.count(migration) == 0) {
        gap.insert(migration);
      }
    }
    if (gap.size() > 1) {
      gaps[draft.attribution.directory].insert(std::move(gap));
    }
  }
  for (Draft& draft : drafts_) {
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

void ListJudge::collect_exclusions() {
  for (const Draft& draft : drafts_) {
    if (draft.intent.intent == Intent::exclusion &&
        draft.attribution.directory != nullptr) {
      excluded_[draft.attribution.directory].merge(listed_of(draft));
    }
  }
}

// `steps = append(steps, "003_cats.sql")` in the file of a list.
void ListJudge::add_appended(const Draft& draft, Deliberate& deliberate) const {
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
    for (const NameHit& hit : input_.index->find(name.identity)) {
      if (appends && hit.migration != nullptr) {
        deliberate.migrations.insert(hit.migration);
      }
    }
  }
}

// Two lists without a common migration, in one file or beside each other, are
// the parts of one.
void ListJudge::add_other_parts(
    const Draft& draft, Deliberate& deliberate) const {
  const Migrations own = listed_of(draft);
  const std::string_view path = draft.source->path;
  for (const Draft& other : drafts_) {
    const bool near =
        other.source == draft.source ||
        (parent_folder(other.source->path) == parent_folder(path) &&
         !is_test_path(path) && !is_test_path(other.source->path));
    if (&other == &draft || !near || own.empty() ||
        other.attribution.directory != draft.attribution.directory) {
      continue;
    }
    Migrations listed = listed_of(other);
    const bool common =
        std::any_of(listed.begin(), listed.end(), [&](const Migration* one) {
          return own.count(one) > 0;
        });
    if (!common) {
      deliberate.migrations.merge(listed);
    }
  }
}

Deliberate ListJudge::deliberate_for(const Draft& draft) const {
  Deliberate deliberate;
  const auto excluded = excluded_.find(draft.attribution.directory);
  if (excluded != excluded_.end()) {
    deliberate.migrations = excluded->second;
  }
  if (draft.intent.intent == Intent::complete) {
    add_appended(draft, deliberate);
    add_other_parts(draft, deliberate);
  }
  if (draft.config != nullptr) {
    for (const std::string& name : draft.config->except) {
      deliberate.names.insert(std::string(entry_stem(last_part(name))));
    }
  }
  return deliberate;
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
  if (list.missing.empty() || list.language != "go") {
    return;
  }
  const auto handled = handled_by_siblings(
      *input_.reader,
      draft.source->path,
      siblings_of(draft.source->path),
      list.missing);
  std::erase_if(list.missing, [&](const Migration* migration) {
    return std::find(handled.begin(), handled.end(), migration) !=
           handled.end();
  });
}

bool applies_files(const Draft& draft) {
  const ListShape shape = draft.candidate->shape;
  const bool runs = draft.candidate->looped || shape == ListShape::calls ||
                    shape == ListShape::shell;
  return runs &&
         (is_test_path(draft.source->path) || shape == ListShape::shell);
}

MigrationList ListJudge::finish(const Draft& draft) const {
  const Candidate& candidate = *draft.candidate;
  MigrationList list;
  list.path = draft.source->path;
  list.span = candidate.span;
  list.name_span = candidate.name_span;
  list.name = candidate.name;
  list.language = draft.source->tree.language->name;
  list.shape = candidate.shape;
  list.directory = draft.attribution.directory;
  list.intent = draft.intent.intent;
  list.intent_reason = draft.intent.reason;
  list.applies_in_order = applies_files(draft);
  list.generated_by = draft.source->generated_by;
  compare(
      {candidate, draft.attribution, draft.resolved, *input_.names},
      deliberate_for(draft),
      list);
  drop_handled(draft, list);
  if (list.directory != nullptr) {
    const SourceTree& tree = draft.source->tree_of(candidate);
    list.add_missing = add_missing_fix(tree, candidate, list);
    list.drop_stale = drop_stale_fix(tree, candidate, list);
  }
  return list;
}

JudgedLists ListJudge::run() {
  draft_all();
  find_complements();
  collect_exclusions();
  JudgedLists judged;
  for (const Draft& draft : drafts_) {
    judged.lists.push_back(finish(draft));
  }
  std::stable_sort(
      judged.lists.begin(),
      judged.lists.end(),
      [](const MigrationList& a, const MigrationList& b) {
        return std::pair(std::string_view(a.path), a.span.begin) <
               std::pair(std::string_view(b.path), b.span.begin);
      });
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
