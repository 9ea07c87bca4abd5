#include "report/testcases.hpp"

#include "report/shown.hpp"

#include <map>

namespace migcheck {
namespace {

constexpr std::string_view migrations_class = "migcheck.migrations";
constexpr std::string_view lists_class = "migcheck.lists";

using Suites = std::map<std::string, std::vector<TestCase>>;

TestCase& file_case(Suites& suites, const std::string& path) {
  std::vector<TestCase>& cases = suites[path];
  for (TestCase& each : cases) {
    if (each.class_name == migrations_class) {
      return each;
    }
  }
  TestCase& added = cases.emplace_back();
  added.name = path;
  added.class_name = migrations_class;
  return added;
}

void add_list(Suites& suites, const Report& report, const MigrationList& list) {
  if (list.directory == nullptr) {
    return; // nothing to agree with
  }
  const std::string path = repository_path(report, list.path);
  std::vector<TestCase>& cases = suites[path];
  std::size_t same = 1;
  for (const TestCase& each : cases) {
    same += each.class_name == lists_class && each.list == list.name &&
            each.directory == list.directory->path;
  }
  TestCase& added = cases.emplace_back();
  added.class_name = lists_class;
  added.list = list.name;
  added.directory = list.directory->path;
  added.name = (list.name.empty() ? "list" : list.name) + " (" + path +
               ") = " + repository_path(report, list.directory->path);
  if (same > 1) {
    added.name += " #" + std::to_string(same);
  }
}

std::string text_of(const Data& data, std::string_view name) {
  for (const auto& [key, value] : data) {
    const auto* text = std::get_if<std::string>(&value);
    if (key == name && text != nullptr) {
      return *text;
    }
  }
  return {};
}

// The list that a finding is about, else the file it is in.
TestCase& case_of(Suites& suites, const std::string& path, const Data& data) {
  const std::string list = text_of(data, "list");
  const std::string directory = text_of(data, "directory");
  TestCase* same_file = nullptr;
  for (TestCase& each : suites[path]) {
    if (each.class_name != lists_class) {
      continue;
    }
    if (!list.empty() && each.list == list && each.directory == directory) {
      return each;
    }
    if (same_file == nullptr) {
      same_file = &each;
    }
  }
  return same_file != nullptr ? *same_file : file_case(suites, path);
}

void add_project(Suites& suites, const Report& report) {
  if (report.project == nullptr) {
    return;
  }
  for (const MigrationDirectory& directory : report.project->directories) {
    for (const Migration& migration : directory.migrations) {
      file_case(suites, repository_path(report, migration.path));
    }
  }
  for (const MigrationList& list : report.project->lists) {
    add_list(suites, report, list);
  }
}

} // namespace

std::vector<TestSuite> test_suites(const Report& report) {
  Suites suites;
  add_project(suites, report);
  for (const Finding& finding : report.findings) {
    const std::string path = repository_path(report, finding.region.path);
    case_of(suites, path, finding.data).findings.push_back(&finding);
  }
  for (const Finding& finding : report.suppressed) {
    const std::string path = repository_path(report, finding.region.path);
    case_of(suites, path, finding.data).suppressed.push_back(&finding);
  }
  for (const Incomplete& item : report.incomplete) {
    file_case(suites, repository_path(report, item.path))
        .unread.push_back(&item);
  }
  if (suites.empty()) {
    file_case(suites, repository_path(report, ""));
  }
  std::vector<TestSuite> out;
  for (auto& [path, cases] : suites) {
    out.push_back({path, std::move(cases)});
  }
  return out;
}

} // namespace migcheck
