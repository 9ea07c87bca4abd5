// A runner is started over files that are laid out for another one.
#include "check/rule.hpp"

#include "layouts/layout.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace migcheck::rules {
namespace {

// Layouts that are sure signs: names or annotations that one runner alone has.
constexpr std::array<LayoutId, 8> own_forms = {
    LayoutId::goose,
    LayoutId::golang_migrate,
    LayoutId::dbmate,
    LayoutId::flyway,
    LayoutId::diesel,
    LayoutId::prisma,
    LayoutId::sqitch,
    LayoutId::liquibase_sql};

bool has_own_form(LayoutId id) {
  return std::find(own_forms.begin(), own_forms.end(), id) != own_forms.end();
}

std::size_t count_verdict(
    const MigrationDirectory& directory,
    const Layout& runner,
    NameVerdict verdict) {
  return static_cast<std::size_t>(std::count_if(
      directory.migrations.begin(),
      directory.migrations.end(),
      [&](const Migration& migration) {
        return runner.parse(migration.entry).verdict == verdict;
      }));
}

// What the runner makes of the directory; "" when it may well be meant.
std::string outcome(const MigrationDirectory& directory, const Layout& runner) {
  const std::size_t all = directory.migrations.size();
  const bool folders = layout(directory.layout).folders;
  const std::string count =
      all == 1 ? "the only file" : "all " + std::to_string(all);
  if (runner.folders != folders) {
    return runner.folders ? "looks for folders and finds none"
                          : "skips " + count + ", which are folders";
  }
  if (count_verdict(directory, runner, NameVerdict::skipped) == all) {
    return "skips " + count + " without a word";
  }
  if (count_verdict(directory, runner, NameVerdict::refused) == all) {
    return "refuses " + count;
  }
  const bool annotated = directory.layout == LayoutId::goose ||
                         directory.layout == LayoutId::dbmate;
  const bool annotates =
      runner.id == LayoutId::goose || runner.id == LayoutId::dbmate;
  if (annotates && has_own_form(directory.layout)) {
    return "finds no annotation of its own in them";
  }
  return annotated ? "runs their Down parts too" : "";
}

// What each runner makes of each directory that it is started over.
using Outcomes =
    std::map<std::pair<const MigrationDirectory*, LayoutId>, std::string>;

void check_use(const RunnerUse& use, Outcomes& outcomes, Findings& findings) {
  if (!use.runner || *use.runner == use.directory->layout ||
      use.directory->migrations.empty()) {
    return;
  }
  const Layout& runner = layout(*use.runner);
  const auto [row, added] = outcomes.try_emplace({use.directory, *use.runner});
  if (added) {
    row->second = outcome(*use.directory, runner);
  }
  const std::string& what = row->second;
  if (what.empty()) {
    return;
  }
  const Layout& files = layout(use.directory->layout);
  const std::string name(runner.name);
  const bool known = files.own_order && has_own_form(files.id);
  Diagnostic& finding = findings.report(
      {use.path, use.span},
      name + " is started over " + quoted(use.directory->path) +
          (known ? ", whose files are made for " + std::string(files.name) +
                       ": it "
                 : ": it ") +
          what);
  finding.help =
      known ? "start " + std::string(files.name) + " there, or rename the files"
            : "name the files as " + name + " reads them";
  finding.help += "; where the layout is wrong, set it in a [[directory]] "
                  "table of migcheck.toml";
  finding.identity = {name, use.directory->path};
  finding.data = {
      {"runner", name},
      {"directory", use.directory->path},
      {"layout", std::string(files.name)}};
}

void check(const Project& project, Findings& findings) {
  Outcomes outcomes;
  for (const RunnerUse& use : project.runs.uses) {
    check_use(use, outcomes, findings);
  }
}

} // namespace

extern const Rule mismatched_runner;
const Rule mismatched_runner = {
    .info =
        {.name = "mismatched-runner",
         .summary = "a runner is started over files made for another one",
         .severity = Severity::error,
         .needs = Needs::lists},
    .check_project = check};

} // namespace migcheck::rules
