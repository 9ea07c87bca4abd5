// Files with a Down part go to the database as they are.
#include "check/rule.hpp"

#include "layouts/layout.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

constexpr std::size_t most_related = 3;

// The first statement that undoes the migration; null when there is none.
const Statement* down_statement(const Migration& migration) {
  const auto& statements = migration.file.statements;
  const auto found = std::find_if(
      statements.begin(), statements.end(), [](const Statement& statement) {
        return statement.section == Section::down;
      });
  return found == statements.end() ? nullptr : &*found;
}

void check_use(const RunnerUse& use, Findings& findings) {
  const LayoutId id = use.directory->layout;
  const bool annotated = id == LayoutId::goose || id == LayoutId::dbmate;
  if (use.runner || !use.whole || !annotated) {
    return;
  }
  std::vector<const Migration*> undone;
  std::vector<std::string> names;
  for (const Migration* migration : use.files) {
    if (down_statement(*migration) != nullptr) {
      undone.push_back(migration);
      names.push_back(migration->entry);
    }
  }
  if (undone.empty()) {
    return;
  }
  const std::string runner(layout(id).name);
  const std::string files = undone.size() == 1
                                ? quoted(undone[0]->entry)
                                : std::to_string(undone.size()) + " files of " +
                                      quoted(use.directory->path);
  Diagnostic& finding = findings.report(
      {use.path, use.span},
      quoted(use.tool) + " runs the whole text of " + files +
          (undone.size() == 1 ? ", its " : ", their ") + runner +
          " Down part included");
  for (const Migration* migration : undone) {
    if (finding.related.size() == most_related) {
      break;
    }
    finding.related.push_back(
        {{migration->path, down_statement(*migration)->span},
         "this would run too"});
  }
  finding.help = "apply the files with " + runner +
                 ", or cut them before the Down annotation: " +
                 (id == LayoutId::goose ? "`sed '/^-- +goose Down/,$d'`"
                                        : "`sed '/^-- migrate:down/,$d'`");
  finding.identity = {use.tool, use.directory->path};
  finding.data = {
      {"tool", use.tool},
      {"directory", use.directory->path},
      {"files", std::move(names)}};
}

void check(const Project& project, Findings& findings) {
  for (const RunnerUse& use : project.runs.uses) {
    check_use(use, findings);
  }
}

} // namespace

extern const Rule raw_annotated_migration;
const Rule raw_annotated_migration = {
    .info =
        {.name = "raw-annotated-migration",
         .summary = "files with a Down part are run as plain SQL",
         .severity = Severity::error,
         .needs = Needs::lists},
    .check_project = check};

} // namespace migcheck::rules
