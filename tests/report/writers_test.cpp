// Every format over every sample: the whole output as a golden, and what must
// hold for all of them.
#include "report/golden.hpp"
#include "report/json_text.hpp"
#include "report/sample.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <pugixml.hpp>

namespace migcheck {
namespace {

struct Writing {
  const char* suffix;
  Format format;
  JUnitFlavor flavor = JUnitFlavor::jenkins;
};

const Writing writings[] = {
    {"text.txt", Format::text},
    {"json", Format::json},
    {"sarif", Format::sarif},
    {"junit.xml", Format::junit, JUnitFlavor::jenkins},
    {"junit.extended.xml", Format::junit, JUnitFlavor::extended},
    {"junit.ant.xml", Format::junit, JUnitFlavor::ant},
    {"github.txt", Format::github},
    {"gitlab.json", Format::gitlab},
    {"md", Format::markdown}};

ReportOptions options_for(const Writing& writing) {
  ReportOptions options;
  options.junit_flavor = writing.flavor;
  options.statistics = true;
  options.repository_url = "https://example.org/migcheck";
  return options;
}

std::string write(const Report& report, const Writing& writing) {
  return write_report(report, writing.format, options_for(writing));
}

// A new rule changes no golden: its entry in the rules array is left out.
std::string without_rules(const std::string& sarif) {
  Json log = Json::parse(sarif);
  Json& run = log["runs"][0];
  run["tool"]["driver"].erase("rules");
  for (Json& result : run["results"]) {
    result.erase("ruleIndex");
  }
  return json_text(log);
}

TEST(Writers, WriteTheGoldens) {
  for (const auto& [name, sample] : all_samples()) {
    for (const Writing& writing : writings) {
      const std::string text = write(sample.report, writing);
      expect_golden(
          std::string(name) + "." + writing.suffix,
          writing.format == Format::sarif ? without_rules(text) : text);
    }
  }
}

// What a CI log or a terminal could take for something else.
TEST(Writers, WriteNothingButVisibleText) {
  for (const auto& [name, sample] : all_samples()) {
    for (const Writing& writing : writings) {
      const std::string text = write(sample.report, writing);
      SCOPED_TRACE(std::string(name) + "." + writing.suffix);
      ASSERT_TRUE(is_utf8(text));
      for (std::size_t at = 0; at < text.size();) {
        EXPECT_FALSE(opens_log_command(text, at)) << text.substr(at, 40);
        const std::uint32_t point = next_code_point(text, at);
        ASSERT_TRUE(point == '\n' || (point >= 0x20 && point != 0x7F));
        ASSERT_FALSE(is_deceptive(point));
      }
    }
  }
}

TEST(Writers, BeginNoLineLikeACommand) {
  for (const auto& [name, sample] : all_samples()) {
    for (const Writing& writing : writings) {
      if (writing.format == Format::github) {
        continue;
      }
      const std::string text = write(sample.report, writing);
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        EXPECT_EQ(log_safe(line), line) << name << writing.suffix;
        at = end + 1;
      }
    }
  }
}

TEST(Writers, WriteWellFormedDocuments) {
  for (const auto& [name, sample] : all_samples()) {
    for (const Writing& writing : writings) {
      const std::string text = write(sample.report, writing);
      SCOPED_TRACE(std::string(name) + "." + writing.suffix);
      if (writing.format == Format::junit) {
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(text.c_str()));
      } else if (
          writing.format == Format::json || writing.format == Format::sarif ||
          writing.format == Format::gitlab) {
        EXPECT_TRUE(nlohmann::json::accept(text));
      }
      EXPECT_TRUE(text.empty() || text.back() == '\n');
    }
  }
}

TEST(Writers, WriteTheSameBytesTwice) {
  const auto first = all_samples();
  const auto second = all_samples();
  for (std::size_t i = 0; i < first.size(); ++i) {
    for (const Writing& writing : writings) {
      EXPECT_EQ(
          write(first[i].sample.report, writing),
          write(second[i].sample.report, writing));
    }
  }
}

// For tests/validators/run.sh, which knows the formats' own schemas.
TEST(Writers, WriteTheirFilesForValidators) {
  const char* folder = std::getenv("MIGCHECK_REPORTS");
  if (folder == nullptr) {
    GTEST_SKIP() << "MIGCHECK_REPORTS names no directory";
  }
  for (const auto& [name, sample] : all_samples()) {
    for (const Writing& writing : writings) {
      std::ofstream file(
          std::string(folder) + "/" + name + "." + writing.suffix,
          std::ios::binary);
      file << write(sample.report, writing);
      ASSERT_TRUE(file.good());
    }
  }
}

TEST(Formats, HaveNames) {
  EXPECT_EQ(format_from("text"), Format::text);
  EXPECT_EQ(format_from("markdown"), Format::markdown);
  EXPECT_EQ(format_from("Text"), std::nullopt);
  EXPECT_EQ(format_from(""), std::nullopt);
}

} // namespace
} // namespace migcheck
