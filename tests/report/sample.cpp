#include "report/sample.hpp"

#include "diagnostic/engine_rules.hpp"
#include "io/memory_reader.hpp"
#include "report/build_findings.hpp"
#include "text/printable.hpp"

namespace migcheck {

const RuleInfo sample_error = {
    "sample-error", "an error of the tests", Severity::error};
const RuleInfo sample_warning = {
    "sample-warning", "a warning of the tests", Severity::warning};
const RuleInfo sample_note = {
    "sample-note", "a note of the tests", Severity::note};

namespace {

Span span_of(const std::string& text, std::string_view what) {
  const auto begin = static_cast<std::uint32_t>(text.find(what));
  return {begin, begin + static_cast<std::uint32_t>(what.size())};
}

Span insertion_after(const std::string& text, std::string_view what) {
  const std::uint32_t end = span_of(text, what).end;
  return {end, end};
}

Diagnostic
diagnostic(const RuleInfo& rule, Location location, std::string message) {
  Diagnostic made;
  made.rule = &rule;
  made.severity = rule.severity;
  made.location = std::move(location);
  made.message = std::move(message);
  return made;
}

void add_directory(Project& project, const std::vector<std::string>& paths) {
  MigrationDirectory& directory = project.directories.emplace_back();
  directory.path = "migrations";
  for (const std::string& path : paths) {
    directory.migrations.emplace_back().path = path;
  }
}

void add_list(Project& project, std::string path, std::string name) {
  MigrationList& list = project.lists.emplace_back();
  list.path = std::move(path);
  list.name = std::move(name);
  list.directory = &project.directories.front();
}

void start(Sample& sample) {
  Report& report = sample.report;
  report.version = "0.1.0";
  report.root = ".";
  report.project = sample.project.get();
  for (const MigrationDirectory& directory : sample.project->directories) {
    report.summary.migrations += directory.migrations.size();
  }
  report.summary.lists = sample.project->lists.size();
  report.summary.files_scanned = 12;
}

const std::string go_list = "package infra\n"
                            "\n"
                            "var AllMigrations = []string{\n"
                            "\t\"001_users.sql\",\n"
                            "\t\"002_orders.sql\",\n"
                            "\t\"001_users.sql\",\n"
                            "}\n";

Diagnostic missing_entries() {
  Diagnostic made = diagnostic(
      sample_error,
      {"test/list.go", span_of(go_list, "AllMigrations")},
      "list \"AllMigrations\" lacks 2 of 4 migrations: \"003_a.sql\", "
      "\"004_b.sql\"");
  made.related.push_back({{"migrations/003_a.sql", {}}, "not in the list"});
  made.data = {
      {"list", std::string("AllMigrations")},
      {"directory", std::string("migrations")},
      {"missing", std::vector<std::string>{"003_a.sql", "004_b.sql"}}};
  Fix& fix = made.fix.emplace();
  fix.title = "add the missing entries";
  fix.edits.push_back(
      {"test/list.go",
       insertion_after(go_list, "002_orders.sql\","),
       "\n\t\"003_a.sql\",\n\t\"004_b.sql\","});
  return made;
}

Diagnostic repeated_entry() {
  const std::string line = "\t\"001_users.sql\",\n}";
  const Span at = span_of(go_list, line);
  Diagnostic made = diagnostic(
      sample_warning,
      {"test/list.go", {at.begin + 1, at.begin + 16}},
      "\"001_users.sql\" stands twice in \"AllMigrations\"");
  made.fix.emplace();
  made.fix->title = "remove the second one";
  made.fix->edits.push_back({"test/list.go", {at.begin, at.end - 1}, ""});
  made.data = {{"list", std::string("AllMigrations")}};
  return made;
}

} // namespace

Sample ordinary_sample() {
  Sample sample;
  add_directory(
      *sample.project,
      {"migrations/001_users.sql",
       "migrations/002_orders.sql",
       "migrations/003_a.sql",
       "migrations/004_b.sql"});
  add_list(*sample.project, "test/list.go", "AllMigrations");
  start(sample);
  const std::string sql = "-- DEPENDS 001\nCREATE TABLE b (\n  id int\n);\n";
  const MemoryReader reader{
      {"test/list.go", go_list},
      {"migrations/003_a.sql", "SELECT 1;\n"},
      {"migrations/004_b.sql", sql}};

  Suppressed found;
  found.kept = {missing_entries(), repeated_entry()};
  Diagnostic twice = diagnostic(
      sample_error,
      {"migrations/004_b.sql", {}},
      "version \"004\" is used by 2 migrations");
  twice.related.push_back({{"migrations/003_a.sql", {}}, "the same version"});
  twice.help = "give the migration that was not released yet\n"
               "a version above all others";
  twice.fix.emplace();
  twice.fix->title = "rename it";
  twice.fix->kind = FixKind::unsafe;
  twice.fix->renames.push_back(
      {"migrations/004_b.sql", "migrations/005_b.sql"});
  found.kept.push_back(twice);
  Diagnostic header = diagnostic(
      sample_note,
      {"migrations/004_b.sql", span_of(sql, "-- DEPENDS 001")},
      "a DEPENDS header without a colon");
  header.fix.emplace();
  header.fix->title = "add the colon";
  header.fix->edits.push_back(
      {"migrations/004_b.sql", insertion_after(sql, "DEPENDS"), ":"});
  found.kept.push_back(header);
  found.kept.push_back(diagnostic(
      sample_note,
      {"migrations/004_b.sql", span_of(sql, "CREATE TABLE b (\n  id int\n);")},
      "a statement of several lines"));
  found.taken.emplace_back(
      diagnostic(
          sample_error, {"migrations/001_users.sql", {}}, "an old mistake"),
      "released; see the runbook");
  add_findings(reader, {}, {}, std::move(found), sample.report);
  sample.report.exit_code = 1;
  return sample;
}

Sample hostile_sample() {
  Sample sample;
  const std::vector<std::string> names = {
      "migrations/001_\xE2\x80\xAEgpj.sql",
      "migrations/002_\x1B[31mred\x1B]0;t\x07.sql",
      "migrations/003_|`x`|.sql",
      "migrations/004_]]>&#1;<b a=\"c\" d='e'>.sql",
      "migrations/005_bad\xFF\xFE.sql",
      "migrations/006_new\n::add-mask::line.sql",
      "migrations/007_{0}{{x}}](1).sql",
      "migrations/008_100%0A::error::,x:y.sql",
      "::error::first.sql",
      "##[stop-commands]first.sql",
      "\xE3\x80\x80::warning::wide.sql"};
  add_directory(*sample.project, names);
  add_list(
      *sample.project,
      "migrations/##vso[task.setvariable variable=x]list.go",
      "\xF0\x9F\x98\x80 ::error::]]>");
  start(sample);
  Report& report = sample.report;
  report.root = "a\x1B[1m/\xE2\x80\xAEroot";
  report.prefix = "sub dir/";
  report.complete = false;
  report.exit_code = 2;
  report.incomplete.push_back({"pipe\n::error::.sql", "a pipe, not a file"});
  report.incomplete.push_back({"", "limit \x1B reached"});

  const std::string source =
      "-- \xE6\xBC\xA2\xE5\xAD\x97\te\xCC\x81 \xE2\x80\xAE ##[add-mask]y \xFF\n"
      "::error::line\n"
      "\t`|\x1B[31m{} ]]> \xF3\xA0\x81\x81";
  MemoryReader reader;
  Suppressed found;
  const RuleInfo* rules[] = {&sample_error, &sample_warning, &sample_note};
  std::size_t index = 0;
  for (const std::string& name : names) {
    reader.add(name, source);
    const RuleInfo& rule = *rules[index++ % 3];
    const Span spans[] = {
        {}, span_of(source, "##[add-mask]"), span_of(source, "`|\x1B[31m{}")};
    Diagnostic made = diagnostic(
        rule, {name, spans[index % 3]}, "found " + migcheck::quoted(name));
    made.related.push_back(
        {{names[index % names.size()], span_of(source, "::error::line\n\t")},
         "also " + migcheck::quoted(name)});
    made.help = "::error::help " + printable(name) + "\n##[group]second line";
    made.data = {
        {"name", name},
        {"count", std::int64_t{3}},
        {"yes", true},
        {"names", std::vector<std::string>{name, "x"}}};
    made.fix.emplace();
    made.fix->title = "change " + printable(name);
    made.fix->edits.push_back(
        {name, span_of(source, "error"), "::\xE2\x80\xAE\xFF`##["});
    found.kept.push_back(made);
    found.taken.emplace_back(made, "reason ##[x] " + name);
  }
  found.kept.push_back(diagnostic(
      engine::unreadable_file, {names[4], {}}, "a pipe, not a regular file"));
  add_findings(reader, {}, {}, std::move(found), report);
  return sample;
}

Sample clean_sample() {
  Sample sample;
  add_directory(
      *sample.project, {"migrations/001_a.sql", "migrations/002_b.sql"});
  add_list(*sample.project, "src/list.ts", "migrations");
  start(sample);
  return sample;
}

Sample empty_sample() {
  Sample sample;
  start(sample);
  return sample;
}

Report many_findings(std::size_t count, Severity severity) {
  Report report;
  report.version = "0.1.0";
  report.root = ".";
  report.findings.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    Finding& finding = report.findings[i];
    finding.rule = &sample_error;
    finding.severity = severity;
    finding.message = "finding " + std::to_string(i);
    finding.region.path = "migrations/001_a.sql";
    finding.fingerprint = std::to_string(i);
  }
  report.summary.errors = count;
  return report;
}

std::vector<NamedSample> all_samples() {
  std::vector<NamedSample> samples;
  samples.push_back({"ordinary", ordinary_sample()});
  samples.push_back({"hostile", hostile_sample()});
  samples.push_back({"clean", clean_sample()});
  samples.push_back({"empty", empty_sample()});
  return samples;
}

} // namespace migcheck
