#include "lists/drafts.hpp"

#include "lists/directory_use.hpp"
#include "lists/formats.hpp"
#include "lists/migration_names.hpp"
#include "lists/release_lists.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <iterator>
#include <map>
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

class Drafting {
 public:
  explicit Drafting(const JudgeInput& input) : input_(input) {}

  Drafts run();

 private:
  void draft_scattered();
  Draft draft(const ParsedSource& source, const Candidate& candidate);
  const ListConfig*
  config_for(const ParsedSource& source, const Candidate& candidate);
  void attribute_as_configured(Draft& draft) const;
  void resolve(Draft& draft) const;
  bool next_is_named(const Draft& draft) const;
  bool is_alone(const MigrationDirectory& directory);
  bool
  runs_folder(const ParsedSource& source, const MigrationDirectory& directory);

  const JudgeInput& input_;
  Drafts out_;
  std::map<const MigrationDirectory*, bool> alone_;
  std::map<std::pair<const ParsedSource*, const MigrationDirectory*>, bool>
      runs_folder_;
};

const ListConfig*
Drafting::config_for(const ParsedSource& source, const Candidate& candidate) {
  const ListConfig* found = nullptr;
  for (const ListConfig& config : input_.config->lists) {
    const bool fits = config.file == source.path &&
                      (config.name.empty() || config.name == candidate.name);
    if (fits) {
      out_.used_config.insert(&config);
      found = found == nullptr || found->name.empty() ? &config : found;
    }
  }
  return found;
}

void Drafting::attribute_as_configured(Draft& draft) const {
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
bool Drafting::next_is_named(const Draft& draft) const {
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
bool Drafting::is_alone(const MigrationDirectory& directory) {
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

bool Drafting::runs_folder(
    const ParsedSource& source, const MigrationDirectory& directory) {
  const auto [known, added] =
      runs_folder_.emplace(std::pair(&source, &directory), false);
  if (added) {
    known->second = goes_through_folder(source.text, last_part(directory.path));
  }
  return known->second;
}

void Drafting::resolve(Draft& draft) const {
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

Draft Drafting::draft(const ParsedSource& source, const Candidate& candidate) {
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
  if (input_.history != nullptr) {
    hints.once_complete =
        input_.history->reason(source.path, candidate.span.begin);
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

void Drafting::draft_scattered() {
  out_.scattered = release_lists(*input_.sources, input_.index->directories());
  std::vector<ScatteredList> more = scattered_lists(*input_.sources);
  std::move(more.begin(), more.end(), std::back_inserter(out_.scattered));
  for (const ScatteredList& list : out_.scattered) {
    Draft made = draft(*list.first, list.candidate);
    if (made.attribution.directory != nullptr) {
      out_.drafts.push_back(std::move(made));
    }
  }
}

Drafts Drafting::run() {
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
        out_.drafts.push_back(std::move(made));
      }
    }
  }
  return std::move(out_);
}

} // namespace

Drafts make_drafts(const JudgeInput& input) {
  return Drafting(input).run();
}

} // namespace migcheck::lists
