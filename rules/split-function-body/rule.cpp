// Statements that the runner sends in pieces.
#include "check/rule.hpp"

#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  if (directory.archived) {
    return;
  }
  const bool goose = directory.layout == LayoutId::goose;
  for (const CutStatement& cut : migration.file.annotations.cut) {
    Diagnostic& finding = findings.report(
        {migration.path, cut.statement},
        std::string(layout(directory.layout).name) +
            " cuts this statement in two");
    finding.related.push_back(
        {{migration.path, cut.cut},
         goose ? "it takes the semicolon at the end of this line for the end"
               : "it splits here, whatever this stands in"});
    finding.help =
        goose ? "put the whole statement between `-- +goose StatementBegin` "
                "and `-- +goose StatementEnd`"
              : "change the text so that it does not hold the breakpoint";
    finding.data = {{"directory", directory.path}, {"file", migration.path}};
    finding.identity = {directory.path, migration.entry};
  }
}

} // namespace

extern const Rule split_function_body;
const Rule split_function_body = {
    .info =
        {.name = "split-function-body",
         .summary = "the runner cuts a statement in two",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
