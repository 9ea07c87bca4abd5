// The report as tests, for JUnit: a suite per file, a testcase per migration
// and per list.
#pragma once

#include "report/report.hpp"

#include <string>
#include <vector>

namespace migcheck {

struct TestCase {
  std::string name;            // unique in its suite; stable; bytes
  std::string_view class_name; // dots make packages, so never a path
  std::string list;            // the list's name, and what it mirrors
  std::string directory;
  std::vector<const Finding*> findings;
  std::vector<const Finding*> suppressed;
  std::vector<const Incomplete*> unread;
};

struct TestSuite {
  std::string path; // from the repository's root, bytes
  std::vector<TestCase> cases;
};

// By path; never empty. Points into the report.
std::vector<TestSuite> test_suites(const Report& report);

} // namespace migcheck
