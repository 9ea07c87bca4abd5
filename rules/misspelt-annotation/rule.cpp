// Comments and settings that are nearly what the runner reads.
#include "check/rule.hpp"

#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void report(
    const MigrationDirectory& directory,
    const std::string& path,
    const IgnoredAnnotation& ignored,
    Findings& findings) {
  const std::string runner = directory.layout == LayoutId::liquibase_sql
                                 ? "liquibase"
                                 : std::string(layout(directory.layout).name);
  const bool settings = !path.ends_with(".sql");
  Diagnostic& finding = findings.report(
      {path, ignored.at},
      settings ? std::string(ignored.why)
               : "this is not what " + runner + " reads, did you mean " +
                     quoted(ignored.meant) + "?");
  finding.help = settings ? "write `" + printable(ignored.meant) + "`"
                          : std::string(ignored.why);
  finding.data = {
      {"directory", directory.path},
      {"file", path},
      {"suggestion", ignored.meant}};
  finding.identity = {directory.path, path, ignored.meant};
}

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  if (directory.archived) {
    return;
  }
  const auto report_all = [&](const std::string& path, const auto& all) {
    for (const IgnoredAnnotation& ignored : all) {
      report(directory, path, ignored, findings);
    }
  };
  report_all(migration.path, migration.file.annotations.ignored);
  report_all(migration.down, migration.down_file->annotations.ignored);
  report_all(migration.settings->path, migration.settings->ignored);
}

} // namespace

extern const Rule misspelt_annotation;
const Rule misspelt_annotation = {
    .info =
        {.name = "misspelt-annotation",
         .summary = "a comment that is nearly an annotation is ignored",
         .severity = Severity::warning},
    .check_migration = check};

} // namespace migcheck::rules
