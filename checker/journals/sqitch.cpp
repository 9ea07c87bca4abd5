#include "journals/sqitch.hpp"

#include "discover/folders.hpp"
#include "journals/conflict_mark.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace migcheck {
namespace {

using Places = std::unordered_map<std::string, std::vector<std::size_t>>;

SqitchDrift drift_at(const SqitchEntry& entry, SqitchChange change) {
  SqitchDrift drift;
  drift.change = change;
  drift.line = entry.line;
  drift.place = entry.span;
  drift.name = (entry.is_tag ? "@" : "") + entry.name;
  return drift;
}

using Known = std::unordered_map<std::string, std::size_t>;

class Checker {
 public:
  explicit Checker(const SqitchPlan& plan) : plan_(plan) {
    for (std::size_t i = 0; i < plan.entries.size(); ++i) {
      places_[key_of(plan.entries[i])].push_back(i);
    }
  }

  std::vector<SqitchDrift> check();

 private:
  static std::string key_of(const SqitchEntry& entry) {
    return (entry.is_tag ? "@" : "") + entry.name;
  }

  void check_repeat(std::size_t at);
  void check_conflict(std::size_t at, const SqitchDependency& dependency);
  void check_dependency(std::size_t at, const SqitchDependency& dependency);
  bool is_known(const SqitchDependency& dependency) const;
  std::optional<std::size_t>
  later_place(std::size_t at, const SqitchDependency& dependency) const;
  bool needs(std::size_t from, std::string_view name) const;

  const SqitchPlan& plan_;
  Places places_; // of changes and `@tags`
  // Tags that were met, and changes before the last of them: the last place of
  // each; and changes since.
  Known tagged_;
  Known since_tag_;
  std::vector<SqitchDrift> drifts_;
};

// A change may come again after a tag: it is reworked then.
void Checker::check_repeat(std::size_t at) {
  const SqitchEntry& entry = plan_.entries[at];
  const std::string key = key_of(entry);
  const Known& known = entry.is_tag ? tagged_ : since_tag_;
  const auto first = known.find(key);
  if (first != known.end()) {
    SqitchDrift drift = drift_at(entry, SqitchChange::repeated);
    drift.other_place = plan_.entries[first->second].span;
    drifts_.push_back(std::move(drift));
  } else if (!entry.is_tag) {
    since_tag_.emplace(key, at);
  }
  if (entry.is_tag) {
    for (const auto& [name, place] : since_tag_) {
      tagged_.insert_or_assign(name, place);
    }
    since_tag_.clear();
    tagged_.emplace(key, at);
  }
}

// Whether a change needs another one, by whatever others.
bool Checker::needs(std::size_t from, std::string_view name) const {
  std::unordered_set<std::size_t> seen = {from};
  std::vector<std::size_t> left = {from};
  while (!left.empty()) {
    const SqitchEntry& entry = plan_.entries[left.back()];
    left.pop_back();
    for (const SqitchDependency& dependency : entry.dependencies) {
      if (dependency.conflict) {
        continue;
      }
      if (dependency.change == name) {
        return true;
      }
      const auto found = places_.find(dependency.change);
      if (found != places_.end() && seen.insert(found->second[0]).second) {
        left.push_back(found->second[0]);
      }
    }
  }
  return false;
}

// `change@tag` is the change as it was last planned before that tag, and is
// not found where it was planned again before another one.
bool Checker::is_known(const SqitchDependency& dependency) const {
  const auto change = tagged_.find(dependency.change);
  if (dependency.tag.empty()) {
    return change != tagged_.end() || since_tag_.contains(dependency.change);
  }
  const auto tag = tagged_.find("@" + dependency.tag);
  return tag != tagged_.end() &&
         (dependency.change.empty() ||
          (change != tagged_.end() && change->second < tag->second));
}

std::optional<std::size_t>
Checker::later_place(std::size_t at, const SqitchDependency& dependency) const {
  std::optional<std::size_t> later;
  for (const std::string& key : {dependency.change, "@" + dependency.tag}) {
    if (key.empty() || key == "@") {
      continue;
    }
    const auto found = places_.find(key);
    if (found == places_.end()) {
      return std::nullopt;
    }
    if (!later && found->second.front() >= at) {
      later = found->second.front();
    }
  }
  return later;
}

void Checker::check_dependency(
    std::size_t at, const SqitchDependency& dependency) {
  if (is_known(dependency)) {
    return;
  }
  SqitchDrift drift = drift_at(plan_.entries[at], SqitchChange::unknown);
  drift.place = dependency.span;
  drift.other = dependency.text;
  if (const auto below = later_place(at, dependency)) {
    const SqitchEntry& entry = plan_.entries[*below];
    const bool circular =
        *below == at ||
        (!entry.is_tag && needs(*below, plan_.entries[at].name));
    drift.change = circular ? SqitchChange::circular : SqitchChange::later;
    drift.other_place = entry.span;
  }
  drifts_.push_back(std::move(drift));
}

// Deploying the plan never gets past a change that another one before it must
// not be there for. Which of several is meant, is for Sqitch to know.
void Checker::check_conflict(
    std::size_t at, const SqitchDependency& dependency) {
  const auto found = places_.find(dependency.change);
  if (!dependency.tag.empty() || found == places_.end() ||
      found->second.size() > 1 || found->second.front() >= at) {
    return;
  }
  SqitchDrift drift = drift_at(plan_.entries[at], SqitchChange::conflicting);
  drift.place = dependency.span;
  drift.other = dependency.text;
  drift.other_place = plan_.entries[found->second.front()].span;
  drifts_.push_back(std::move(drift));
}

std::vector<SqitchDrift> Checker::check() {
  for (std::size_t i = 0; i < plan_.entries.size(); ++i) {
    for (const SqitchDependency& dependency : plan_.entries[i].dependencies) {
      const bool foreign =
          !dependency.project.empty() && dependency.project != plan_.project;
      if (foreign || dependency.is_id()) {
        continue;
      }
      dependency.conflict ? check_conflict(i, dependency)
                          : check_dependency(i, dependency);
    }
    check_repeat(i);
  }
  std::stable_sort(
      drifts_.begin(),
      drifts_.end(),
      [](const SqitchDrift& a, const SqitchDrift& b) {
        return a.line < b.line;
      });
  return std::move(drifts_);
}

std::vector<const SqitchEntry*> changes_of(const SqitchPlan& plan) {
  std::vector<const SqitchEntry*> changes;
  for (const SqitchEntry& entry : plan.entries) {
    if (!entry.is_tag) {
      changes.push_back(&entry);
    }
  }
  return changes;
}

std::string what_differs(const SqitchEntry& now, const SqitchEntry& then) {
  if (now.time != then.time) {
    return "time";
  }
  if (now.planner != then.planner || now.email != then.email) {
    return "planner";
  }
  return now.note == then.note ? "list of dependencies" : "note";
}

bool has(
    const std::vector<const SqitchEntry*>& changes, std::string_view name) {
  return std::any_of(
      changes.begin(), changes.end(), [&](const SqitchEntry* change) {
        return change->name == name;
      });
}

SqitchDrift departure(
    const SqitchEntry* now,
    const SqitchEntry& then,
    const std::vector<const SqitchEntry*>& all_now,
    const std::vector<const SqitchEntry*>& all_then) {
  if (now == nullptr || !has(all_now, then.name)) {
    SqitchDrift drift;
    drift.change = SqitchChange::removed;
    drift.name = then.name;
    drift.line = now == nullptr ? 0 : now->line;
    drift.place = now == nullptr ? Span{} : now->span;
    return drift;
  }
  if (now->name == then.name) {
    SqitchDrift drift = drift_at(*now, SqitchChange::edited);
    drift.other = what_differs(*now, then);
    return drift;
  }
  SqitchDrift drift = drift_at(
      *now,
      has(all_then, now->name) ? SqitchChange::moved : SqitchChange::inserted);
  drift.other = then.name;
  return drift;
}

// Whether the scripts may lie elsewhere, or have another ending.
bool sets_places(std::string_view settings) {
  while (!settings.empty()) {
    const std::string_view line =
        trim_left(settings.substr(0, settings.find('\n')));
    settings.remove_prefix(
        std::min(settings.find('\n'), settings.size() - 1) + 1);
    for (const std::string_view key :
         {"top_dir", "deploy_dir", "plan_file", "extension"}) {
      if (line.starts_with(key)) {
        return true;
      }
    }
  }
  return false;
}

const BaseDirectory*
base_of(const JournalSources& sources, std::string_view folder) {
  const MigrationDirectory* directory = directory_at(sources, folder);
  if (sources.base == nullptr || directory == nullptr) {
    return nullptr;
  }
  return &sources.base->directories[static_cast<std::size_t>(
      directory - sources.directories.data())];
}

} // namespace

std::vector<SqitchDrift>
find_plan_errors(const SqitchPlan& plan, std::string_view text) {
  SqitchDrift drift;
  if (const auto mark = find_conflict(text)) {
    drift.change = SqitchChange::conflict;
    drift.line = mark->line;
    drift.place = mark->span;
    return {drift};
  }
  if (plan.flaw) {
    return {*plan.flaw};
  }
  return Checker(plan).check();
}

std::optional<SqitchDrift> first_departure(
    const SqitchPlan& now,
    const SqitchPlan& merge_base,
    const SqitchPlan& tip) {
  const auto all_now = changes_of(now);
  const auto all_then = changes_of(merge_base);
  const auto at_tip = changes_of(tip);
  // Nothing was deployed of a plan that Sqitch refuses.
  if (all_then.empty() || merge_base.flaw) {
    return std::nullopt;
  }
  const bool same_pragmas =
      now.project == merge_base.project && now.uri == merge_base.uri;
  if (!same_pragmas) {
    if (now.project == tip.project && now.uri == tip.uri) {
      return std::nullopt;
    }
    SqitchDrift drift;
    drift.change = SqitchChange::pragmas;
    drift.line = 1;
    return drift;
  }
  for (std::size_t i = 0; i < all_then.size(); ++i) {
    const SqitchEntry* change = i < all_now.size() ? all_now[i] : nullptr;
    if (change != nullptr && change->id == all_then[i]->id) {
      continue;
    }
    const SqitchEntry* there = i < at_tip.size() ? at_tip[i] : nullptr;
    const bool taken_over = change == nullptr || there == nullptr
                                ? change == there
                                : change->id == there->id;
    return taken_over ? std::nullopt
                      : std::optional(
                            departure(change, *all_then[i], all_now, all_then));
  }
  return std::nullopt;
}

std::vector<SqitchDrift> find_fileless(
    const JournalSources& sources,
    const SqitchPlan& plan,
    const std::string& folder) {
  std::string settings;
  const std::string settings_path = join_path(folder, "sqitch.conf");
  if (sources.files.find(settings_path) != nullptr &&
      (fetch_text(sources, settings_path, settings) != Fetched::yes ||
       sets_places(settings))) {
    return {};
  }
  std::set<std::string> names; // a reworked change has its file once more
  std::vector<SqitchDrift> drifts;
  for (const SqitchEntry& entry : plan.entries) {
    const std::string path = join_path(folder, "deploy/" + entry.name + ".sql");
    if (entry.is_tag || !names.insert(entry.name).second) {
      continue;
    }
    const FileEntry* file = sources.files.find(path);
    const bool left_out = file != nullptr && file->skip_worktree;
    if (!left_out && sources.reader.kind(path) == FileKind::unknown) {
      drifts.push_back(drift_at(entry, SqitchChange::fileless));
    }
  }
  return drifts.size() * 2 > names.size() ? std::vector<SqitchDrift>()
                                          : std::move(drifts);
}

std::vector<SqitchDrift>
find_sqitch_drifts(const JournalSources& sources, const std::string& path) {
  std::string text;
  if (fetch_text(sources, path, text) != Fetched::yes) {
    return {};
  }
  const std::string folder(folder_of(path));
  const SqitchPlan plan = parse_sqitch_plan(text);
  std::vector<SqitchDrift> drifts = find_plan_errors(plan, text);
  if (!plan.flaw) {
    std::vector<SqitchDrift> fileless = find_fileless(sources, plan, folder);
    drifts.insert(drifts.end(), fileless.begin(), fileless.end());
  }
  const BaseDirectory* base = base_of(sources, folder);
  if (base != nullptr && !plan.flaw) {
    auto departed = first_departure(
        plan,
        parse_sqitch_plan(base->merge_base.plan),
        parse_sqitch_plan(base->tip().plan));
    if (departed) {
      drifts.push_back(std::move(*departed));
    }
  }
  for (SqitchDrift& drift : drifts) {
    drift.plan = path;
    drift.folder = folder;
  }
  return drifts;
}

} // namespace migcheck
