#include "lock/plan.hpp"

#include "layouts/retired_name.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace migcheck {
namespace {

constexpr std::size_t longest_reason = 4096;

class Planner {
 public:
  Planner(
      const MigrationDirectory& directory,
      const Lockfile& current,
      const LockRequest& request)
      : directory_(directory), current_(current), request_(request) {}

  LockPlan plan();

 private:
  bool refuse_damage();
  void refuse_reason();
  void start();
  void keep(const LockedMigration& kept);
  void retire(const LockedMigration& retired);
  void miss(const LockLine& line, const Migration* renamed);
  void add_lines(const std::vector<const Migration*>& unlocked);
  LockLine new_line(const Migration& migration);
  bool is_amended(const std::string& entry) const;
  LockLine& next_line(const LockLine& line);
  void change(LockChangeKind kind, const std::string& entry);
  void refuse(Location at, std::string message, std::string help);

  const MigrationDirectory& directory_;
  const Lockfile& current_;
  const LockRequest& request_;
  LockPlan plan_;
  bool rehash_ = false;
};

void Planner::refuse(Location at, std::string message, std::string help) {
  plan_.refusals.push_back(
      {std::move(at.path), at.span, std::move(message), std::move(help)});
}

void Planner::change(LockChangeKind kind, const std::string& entry) {
  plan_.changes.push_back({kind, entry});
}

// True when the lockfile must be mended first.
bool Planner::refuse_damage() {
  if (current_.failure != ReadFailure::none &&
      current_.failure != ReadFailure::missing) {
    refuse(
        {current_.path, {}},
        "the lockfile cannot be read: " +
            std::string(read_failure_text(current_.failure)),
        "");
    return true;
  }
  for (const LockProblem& problem : current_.problems) {
    refuse(
        {current_.path, problem.span},
        problem.message,
        "restore the lockfile from version control, then run the command "
        "again");
  }
  const LockLine* line = first_out_of_order(directory_, current_);
  if (line != nullptr) {
    refuse(
        {current_.path, line->span},
        quoted(line->entry) + " stands after a migration that is applied later",
        "put the lines in the runner's order");
  }
  return !plan_.refusals.empty();
}

void Planner::refuse_reason() {
  if (request_.amend.empty() && !request_.force) {
    return;
  }
  if (request_.reason.empty() || request_.reason.size() > longest_reason) {
    refuse(
        {current_.path, {}},
        request_.reason.empty() ? "no reason is given"
                                : "the reason is longer than 4 KiB",
        "give one with --reason TEXT");
  }
}

void Planner::start() {
  Lockfile& next = plan_.next;
  next.path = directory_.lock_path;
  next.present = true;
  next.lexer = lexer_version;
  next.dialect = directory_.dialect;
  next.chained = directory_.config != nullptr ? directory_.config->lock_chain
                                              : current_.chained;
  next.lines = current_.lines;
  rehash_ = current_.present &&
            (current_.lexer != next.lexer || current_.dialect != next.dialect);
  if (rehash_ || (current_.present && current_.chained != next.chained)) {
    change(LockChangeKind::rehashed, "");
  }
}

bool Planner::is_amended(const std::string& entry) const {
  const std::string path =
      directory_.path == "." ? entry : directory_.path + "/" + entry;
  return !request_.amend.empty() &&
         (request_.amend == entry || request_.amend == path);
}

LockLine& Planner::next_line(const LockLine& line) {
  const auto index = static_cast<std::size_t>(&line - current_.lines.data());
  return plan_.next.lines[index];
}

void Planner::keep(const LockedMigration& kept) {
  LockLine& next = next_line(*kept.line);
  const LockVerdict verdict = kept.comparison.verdict;
  const bool changed = verdict != LockVerdict::same;
  if (is_amended(kept.line->entry)) {
    plan_.amended = true;
    if (!changed) {
      refuse(
          {kept.migration->path, {}},
          "the migration is as it was locked: there is nothing to amend",
          "");
      return;
    }
    set_content(next, kept.migration->file);
    next.amended = request_.reason;
    next.retired = false;
    change(LockChangeKind::amended, next.entry);
    return;
  }
  if (verdict == LockVerdict::sql) {
    refuse(
        {kept.migration->path, {}},
        "the migration was edited after it was locked",
        "restore it and put the change into a new migration; if the edit is "
        "deliberate, record it with --amend FILE --reason TEXT");
    return;
  }
  if (next.retired) {
    next.retired = false;
    change(LockChangeKind::restored, next.entry);
  }
  if (rehash_) {
    set_tokens(next, kept.migration->file);
  }
}

void Planner::retire(const LockedMigration& retired) {
  LockLine& next = next_line(*retired.line);
  next.retired = true;
  plan_.amended = plan_.amended || is_amended(next.entry);
  change(LockChangeKind::retired, next.entry);
}

void Planner::miss(const LockLine& line, const Migration* renamed) {
  if (is_amended(line.entry)) {
    LockLine& next = next_line(line);
    next.retired = true;
    next.amended = request_.reason;
    plan_.amended = true;
    change(LockChangeKind::amended, next.entry);
    return;
  }
  refuse(
      {current_.path, line.span},
      renamed == nullptr
          ? "the locked migration " + quoted(line.entry) + " is not there"
          : "the locked migration " + quoted(line.entry) + " was renamed to " +
                quoted(renamed->entry),
      "bring it back, or rename it to " +
          quoted(line.entry + std::string(retired_ending)) +
          " with its content; if it is to be forgotten, record that with "
          "--amend " +
          printable(line.entry) + " --reason TEXT");
}

LockLine Planner::new_line(const Migration& migration) {
  LockLine line;
  line.entry = lock_entry(directory_, migration);
  set_content(line, migration.file);
  for (const LockObjection& objection : request_.objections) {
    if (objection.path != migration.path) {
      continue;
    }
    if (request_.force) {
      line.forced = request_.reason;
    } else {
      refuse(
          {migration.path, {}},
          objection.message,
          "mend it before it is locked, or lock it as it is with --force "
          "--reason TEXT");
    }
  }
  change(LockChangeKind::added, line.entry);
  return line;
}

// New lines stand in the runner's order among those of live migrations.
void Planner::add_lines(const std::vector<const Migration*>& unlocked) {
  std::unordered_map<std::string, std::size_t> ranks;
  std::unordered_map<const Migration*, std::size_t> rank_of;
  for (const Migration& migration : directory_.migrations) {
    rank_of[&migration] = rank_of.size();
    ranks.emplace(lock_entry(directory_, migration), rank_of[&migration]);
  }
  std::vector<LockLine> lines;
  auto next = unlocked.begin();
  for (LockLine& line : plan_.next.lines) {
    const auto rank = ranks.find(line.entry);
    while (rank != ranks.end() && next != unlocked.end() &&
           rank_of[*next] < rank->second) {
      lines.push_back(new_line(**next++));
    }
    lines.push_back(std::move(line));
  }
  while (next != unlocked.end()) {
    lines.push_back(new_line(**next++));
  }
  plan_.next.lines = std::move(lines);
}

LockPlan Planner::plan() {
  start();
  if (refuse_damage()) {
    return std::move(plan_);
  }
  refuse_reason();
  const LockDifferences found = compare_with_lock(directory_, current_);
  for (const LockedMigration& kept : found.kept) {
    keep(kept);
  }
  for (const LockedMigration& retired : found.retired) {
    retire(retired);
  }
  for (const LockLine* line : found.deleted) {
    miss(*line, nullptr);
  }
  std::vector<const Migration*> unlocked = found.unlocked;
  for (const LockedMigration& renamed : found.renamed) {
    miss(*renamed.line, renamed.migration);
    unlocked.push_back(renamed.migration);
  }
  std::sort(unlocked.begin(), unlocked.end()); // of one vector: runner's order
  for (const Migration* migration : found.unreadable) {
    refuse(
        {migration->path, {}},
        "the migration cannot be read: " +
            std::string(read_failure_text(migration->file.failure)),
        "");
  }
  add_lines(unlocked);
  return std::move(plan_);
}

} // namespace

std::string_view change_name(LockChangeKind kind) {
  constexpr std::array<std::string_view, 5> names = {
      "added", "amended", "retired", "restored", "rehashed"};
  return names[static_cast<std::size_t>(kind)];
}

LockPlan plan_lock(
    const MigrationDirectory& directory,
    const Lockfile& current,
    const LockRequest& request) {
  return Planner(directory, current, request).plan();
}

} // namespace migcheck
