// Annotations that the runner itself refuses, or takes for what nobody means.
#include "check/rule.hpp"

#include "check/habit.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>

namespace migcheck::rules {
namespace {

struct Words {
  AnnotationProblem problem;
  std::string_view name; // in `data`
  std::string_view message;
  std::string_view help;
};

using enum AnnotationProblem;

constexpr std::array<Words, 25> all_words = {{
    {leading_blank,
     "leading-blank",
     "a blank stands before this goose annotation",
     "begin the line with `-- +goose`"},
    {unknown_annotation,
     "unknown-annotation",
     "goose does not know this annotation",
     "it must be exactly one of Up, Down, StatementBegin, StatementEnd, NO "
     "TRANSACTION, ENVSUB ON, ENVSUB OFF, with nothing after it; a comment "
     "that only speaks of goose must not hold `+goose`"},
    {second_up,
     "second-up",
     "a second Up annotation stands before a Down",
     "remove one of them, or split the file into two migrations"},
    {down_before_up,
     "down-before-up",
     "the Down annotation stands before any Up",
     "write the Up part first"},
    {second_down,
     "second-down",
     "a second Down annotation follows the first",
     "remove one of them"},
    {nested_block,
     "nested-block",
     "StatementBegin stands inside a block that is still open",
     "end the block before it with `-- +goose StatementEnd`"},
    {block_outside,
     "block-outside",
     "StatementBegin stands before any Up annotation",
     "begin the Up part first: `-- +goose Up`"},
    {end_without_begin,
     "end-without-begin",
     "StatementEnd ends a block that was not begun",
     "put `-- +goose StatementBegin` before the statement, or remove this "
     "line"},
    {open_block,
     "open-block",
     "this block has a StatementBegin and no StatementEnd",
     "end it with `-- +goose StatementEnd`"},
    {unfinished_at_down,
     "unfinished-statement",
     "the Up part ends in a statement that goose does not see the end of",
     "goose ends a statement at a line whose last word ends in `;`: only a "
     "comment with a blank after its `--` may follow on that line"},
    {unfinished_at_end,
     "unfinished-statement",
     "the file ends in a statement that goose does not see the end of",
     "goose ends a statement at a line whose last word ends in `;`: only a "
     "comment with a blank after its `--` may follow on that line"},
    {sql_before_up,
     "sql-before-up",
     "SQL stands before the Up annotation",
     "move it below the annotation"},
    {no_up,
     "no-up",
     "the file has no Up annotation",
     "begin it with the annotation, or the runner refuses the file"},
    {no_down,
     "no-down",
     "the file has no Down annotation",
     "dbmate requires one: end the file with `-- migrate:down`, even when "
     "nothing follows"},
    {line_too_long,
     "line-too-long",
     "goose cannot read lines of 4 MiB and more",
     "break the line"},
    {inside_text,
     "inside-text",
     "the runner reads this annotation although it stands inside a string, a "
     "body or a comment",
     "the runner looks at lines alone: change the line so that it is none"},
    {bad_value,
     "bad-value",
     "a file's atlas:txmode is neither \"none\" nor \"file\"",
     "write `-- atlas:txmode none`, or leave it out"},
    {second_value,
     "second-value",
     "atlas:txmode is set a second time",
     "remove one of the lines"},
    {single_dash,
     "single-dash",
     "this directive begins with one dash",
     "write it with two"},
    {wrong_word,
     "wrong-word",
     "liquibase refuses `--comments:`",
     "write `--comment:`"},
    {no_value,
     "no-value",
     "this precondition says nothing",
     "write what it expects after its name, such as `--precondition-sql-check "
     "expectedResult:0 SELECT …`"},
    {no_identity,
     "no-identity",
     "this changeset has no author and id",
     "write `--changeset AUTHOR:ID`, with no blank after the colon"},
    {before_changeset,
     "before-changeset",
     "this comment directive stands before the first changeset",
     "move it below a `--changeset` line"},
    {no_sql,
     "no-sql",
     "this changeset holds no SQL",
     "write its SQL, or remove it"},
    {unknown_setting,
     "unknown-setting",
     "Flyway does not know this setting",
     "it must be one of executeInTransaction, encoding, "
     "placeholderReplacement, "
     "shouldExecute"},
}};

const Words& words_of(AnnotationProblem problem) {
  const auto found = std::find_if(
      all_words.begin(), all_words.end(), [problem](const Words& words) {
        return words.problem == problem;
      });
  return found == all_words.end() ? all_words.front() : *found;
}

struct Place {
  const MigrationDirectory& directory;
  const Migration& migration;
  const std::string& path;
};

void report(
    const Place& place, const RefusedAnnotation& refused, Findings& findings) {
  const Words& words = words_of(refused.problem);
  std::string message(words.message);
  if (refused.problem == no_up) {
    const bool goose = place.directory.layout == LayoutId::goose;
    message += goose ? ": `-- +goose Up`" : ": `-- migrate:up`";
  }
  Diagnostic& finding =
      findings.report({place.path, refused.at}, std::move(message));
  finding.help = words.help;
  finding.data = {
      {"directory", place.directory.path},
      {"file", place.path},
      {"problem", std::string(words.name)}};
  finding.identity = {
      place.directory.path, place.migration.entry, std::string(words.name)};
}

bool has_problem(const SqlFile& file, AnnotationProblem problem) {
  const auto& refused = file.annotations.refused;
  return std::any_of(
      refused.begin(), refused.end(), [problem](const auto& one) {
        return one.problem == problem;
      });
}

// No annotation at all: there may be another way for such files.
bool is_plain(const SqlFile& file) {
  return has_problem(file, no_up) && !file.annotations.has_down;
}

void report_file(
    const Place& place,
    const SqlFile& file,
    bool plain_files,
    Findings& findings) {
  const bool plain = is_plain(file);
  if (plain && plain_files) {
    return;
  }
  for (const RefusedAnnotation& refused : file.annotations.refused) {
    // What follows from the missing Up is not said again.
    const bool follows =
        refused.problem == sql_before_up || refused.problem == no_down;
    if (!plain || !follows) {
      report(place, refused, findings);
    }
  }
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived) {
    return;
  }
  const auto& all = directory.migrations;
  const auto plain = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const Migration& migration) {
        return is_plain(migration.file);
      }));
  const bool plain_files = is_habit(plain, all.size());
  for (const Migration& migration : all) {
    report_file(
        {directory, migration, migration.path},
        migration.file,
        plain_files,
        findings);
    for (const RefusedAnnotation& refused : migration.settings->refused) {
      report(
          {directory, migration, migration.settings->path}, refused, findings);
    }
  }
}

} // namespace

extern const Rule malformed_annotation;
const Rule malformed_annotation = {
    .info =
        {.name = "malformed-annotation",
         .summary = "an annotation that the runner refuses",
         .severity = Severity::error},
    .check_directory = check,
    .of_contents = true};

} // namespace migcheck::rules
