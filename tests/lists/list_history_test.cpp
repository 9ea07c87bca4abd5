#include "io/memory_reader.hpp"
#include "lists/find_lists.hpp"
#include "lists/list_history.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

const std::vector<std::string> names = {
    "001_ants.sql", "002_bees.sql", "003_cats.sql", "004_dogs.sql"};

// "INTENT: REASON -MISSING" of the list in a file, as far as a history tells.
std::string judged(const std::string& source, const ListHistory* history) {
  const std::vector<MigrationDirectory> directories = {
      sample::directory("sql", names)};
  MemoryReader reader{{"boot.py", source}};
  const FileList files = list_files(reader, {}).value();
  ScanOptions how;
  how.jobs = 1;
  how.history = history;
  std::string text;
  const Config config;
  for (const MigrationList& list :
       find_lists(reader, files, directories, config, how).lists) {
    text += std::string(intent_name(list.intent)) + ": " + list.intent_reason;
    for (const Migration* missing : list.missing) {
      text += " -" + missing->version_text;
    }
  }
  return text;
}

const std::string neutral =
    "STEPS = [\n    \"001_ants.sql\",\n    \"003_cats.sql\",\n]\n";

TEST(ListHistory, TellsOfTheListsThatItNames) {
  ListHistory history("last week");
  EXPECT_TRUE(history.empty());
  history.add("a.py", 7);
  EXPECT_FALSE(history.empty());
  EXPECT_EQ(history.reason("a.py", 7), "it held every migration last week");
  EXPECT_EQ(history.reason("a.py", 8), "");
  EXPECT_EQ(history.reason("b.py", 7), "");
}

TEST(ListHistory, DecidesWhereNothingElseDoes) {
  const auto begin = static_cast<std::uint32_t>(neutral.find('['));
  ListHistory history("last week");
  history.add("boot.py", begin);
  const std::string before = judged(neutral, nullptr);
  EXPECT_TRUE(before.starts_with("unknown: ")) << before;
  EXPECT_EQ(
      judged(neutral, &history),
      "complete: it held every migration last week -002 -004");
}

TEST(ListHistory, LeavesOtherLists) {
  ListHistory history("last week");
  history.add("boot.py", 1);
  EXPECT_EQ(judged(neutral, &history), judged(neutral, nullptr));
}

TEST(ListHistory, SaysLessThanANameOrAComment) {
  const ListHistory all = ListHistory::all_complete();

  const struct {
    const char* what;
    std::string source;
    const char* expected;
  } rows[] = {
      {"a neutral name", neutral, "complete: it is taken for complete -002"},
      {"its name", "LEGACY_" + neutral, "subset: "},
      {"a comment", "# migcheck: list(subset) why\n" + neutral, "subset: "},
      {"an exclusion", "SKIPPED = " + neutral.substr(8), "exclusion: "}};

  for (const auto& row : rows) {
    const std::string seen = judged(row.source, &all);
    EXPECT_TRUE(seen.starts_with(row.expected)) << row.what << ": " << seen;
  }
}

} // namespace
} // namespace migcheck::lists
