// JUnit XML in three flavours: the schemas contradict what consumers read.
#include "diagnostic/engine_rules.hpp"
#include "report/escape.hpp"
#include "report/shown.hpp"
#include "report/testcases.hpp"
#include "report/writers.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace migcheck {
namespace {

// After `printable`, for elements and attributes: what a log would take for a
// command is an entity.
std::string text(std::string_view bytes) {
  const std::string visible = printable(bytes);
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = 0; at < visible.size(); ++at) {
    if (opens_log_command(visible, at)) {
      out += xml(std::string_view(visible).substr(from, at - from));
      out += "&#91;";
      from = at + 1;
    }
  }
  return out + xml(std::string_view(visible).substr(from));
}

// `1970-01-01T00:00:00`, without a zone as the schema wants it.
std::string timestamp(std::int64_t epoch) {
  constexpr std::int64_t last = 253402300799; // of the year 9999
  const std::chrono::sys_seconds time{
      std::chrono::seconds(std::clamp<std::int64_t>(epoch, 0, last))};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format(
      "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
      static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()),
      static_cast<unsigned>(date.day()),
      clock.hours().count(),
      clock.minutes().count(),
      clock.seconds().count());
}

enum class Verdict : std::uint8_t { passed, skipped, failed, error };

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
};

class JUnitWriter {
 public:
  JUnitWriter(const Report& report, const ReportOptions& options)
      : report_(report), options_(options),
        ant_(options.junit_flavor == JUnitFlavor::ant) {}

  std::string write();

 private:
  bool fails(const Finding& finding) const;
  Verdict verdict(const TestCase& test) const;
  Counts count(const TestSuite& suite) const;
  std::string line(const Finding& finding) const;
  std::string lines(const TestCase& test) const;

  void suite(const TestSuite& suite, std::size_t id);
  void test(const TestCase& test, const TestSuite& suite);
  std::string outcome(const TestCase& test, Verdict verdict) const;
  std::string system_out(const TestSuite& suite) const;

  const Report& report_;
  const ReportOptions& options_;
  bool ant_;
  std::string out_;
};

bool JUnitWriter::fails(const Finding& finding) const {
  return report_.fail_on != Severity::off &&
         finding.severity >= report_.fail_on;
}

Verdict JUnitWriter::verdict(const TestCase& test) const {
  bool failed = false;
  for (const Finding* finding : test.findings) {
    if (finding->rule == &engine::unreadable_file) {
      return Verdict::error;
    }
    failed = failed || fails(*finding);
  }
  if (!test.unread.empty()) {
    return Verdict::error;
  }
  if (failed) {
    return Verdict::failed;
  }
  return test.suppressed.empty() ? Verdict::passed : Verdict::skipped;
}

Counts JUnitWriter::count(const TestSuite& suite) const {
  Counts counts;
  for (const TestCase& test : suite.cases) {
    const Verdict is = verdict(test);
    ++counts.tests;
    counts.failures += is == Verdict::failed;
    counts.errors += is == Verdict::error;
    counts.skipped += is == Verdict::skipped;
  }
  return counts;
}

// Ends in the place: the last one of the suite's file locates the failure.
std::string JUnitWriter::line(const Finding& finding) const {
  return fmt::format(
      "{}: {} [{}] at {}:{}:{}\n",
      severity_name(finding.severity),
      text(finding.message),
      finding.rule->name,
      text(repository_path(report_, finding.region.path)),
      finding.region.start.line,
      finding.region.start.column);
}

std::string JUnitWriter::lines(const TestCase& test) const {
  std::string out;
  for (const Incomplete* item : test.unread) {
    out += fmt::format(
        "error: {} at {}:1:1\n",
        text(item->message),
        text(repository_path(report_, item->path)));
  }
  for (const Finding* finding : test.findings) {
    out += line(*finding);
  }
  return out;
}

std::string JUnitWriter::outcome(const TestCase& test, Verdict verdict) const {
  if (verdict == Verdict::skipped) {
    return fmt::format(
        "<skipped message=\"{}\"/>",
        text(test.suppressed.front()->suppression));
  }
  std::string_view type = "incomplete-check";
  std::string_view message;
  if (!test.findings.empty()) {
    const Finding* worst = *std::max_element(
        test.findings.begin(), test.findings.end(), [](auto* a, auto* b) {
          return a->severity < b->severity;
        });
    type = worst->rule->name;
    message = worst->message;
  } else {
    message = test.unread.front()->message;
  }
  const std::string_view element =
      verdict == Verdict::error ? "error" : "failure";
  return fmt::format(
      "<{0} type=\"{1}\" message=\"{2}\">{3}</{0}>",
      element,
      type,
      text(message),
      lines(test));
}

void JUnitWriter::test(const TestCase& test, const TestSuite& suite) {
  out_ += fmt::format(
      "    <testcase name=\"{}\" classname=\"{}\" time=\"0.000\"",
      text(test.name),
      test.class_name);
  if (options_.junit_flavor == JUnitFlavor::extended) {
    const std::uint32_t at =
        test.findings.empty() ? 1 : test.findings.front()->region.start.line;
    out_ += fmt::format(" file=\"{}\" line=\"{}\"", text(suite.path), at);
  }
  const Verdict is = verdict(test);
  std::string inside;
  if (is != Verdict::passed) {
    inside += "\n      " + outcome(test, is);
  }
  const bool only_told = is == Verdict::passed || is == Verdict::skipped;
  if (only_told && !test.findings.empty() && !ant_) {
    inside += "\n      <system-out>" + lines(test) + "</system-out>";
  }
  out_ += inside.empty() ? "/>\n" : ">" + inside + "\n    </testcase>\n";
}

// `ant` has no place for the output of one test.
std::string JUnitWriter::system_out(const TestSuite& suite) const {
  std::string out;
  for (const TestCase& test : suite.cases) {
    const Verdict is = verdict(test);
    if (is == Verdict::passed || is == Verdict::skipped) {
      out += lines(test);
    }
  }
  return out;
}

void JUnitWriter::suite(const TestSuite& suite, std::size_t id) {
  const Counts counts = count(suite);
  const std::string name = text(suite.path);
  out_ += fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
      "skipped=\"{}\" time=\"0.000\"",
      name,
      counts.tests,
      counts.failures,
      counts.errors,
      counts.skipped);
  if (ant_) {
    out_ += fmt::format(
        " timestamp=\"{}\" hostname=\"localhost\" package=\"migcheck\" "
        "id=\"{}\">\n    <properties/>\n",
        timestamp(options_.source_date_epoch),
        id);
  } else {
    out_ += fmt::format(" file=\"{}\">\n", name);
  }
  for (const TestCase& each : suite.cases) {
    test(each, suite);
  }
  if (ant_) {
    out_ += "    <system-out>" + system_out(suite) + "</system-out>\n";
    out_ += "    <system-err/>\n";
  }
  out_ += "  </testsuite>\n";
}

std::string JUnitWriter::write() {
  const std::vector<TestSuite> suites = test_suites(report_);
  Counts all;
  for (const TestSuite& each : suites) {
    const Counts counts = count(each);
    all.tests += counts.tests;
    all.failures += counts.failures;
    all.errors += counts.errors;
  }
  out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (ant_) {
    out_ += "<testsuites>\n";
  } else {
    out_ += fmt::format(
        "<testsuites name=\"migcheck\" tests=\"{}\" failures=\"{}\" "
        "errors=\"{}\" time=\"0.000\">\n",
        all.tests,
        all.failures,
        all.errors);
  }
  for (std::size_t i = 0; i < suites.size(); ++i) {
    suite(suites[i], i);
  }
  out_ += "</testsuites>\n";
  return std::move(out_);
}

} // namespace

std::string write_junit(const Report& report, const ReportOptions& options) {
  return JUnitWriter(report, options).write();
}

} // namespace migcheck
