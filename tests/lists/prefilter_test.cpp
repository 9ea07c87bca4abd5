#include "io/memory_reader.hpp"
#include "lists/prefilter.hpp"
#include "lists/search.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <random>

namespace migcheck::lists {
namespace {

using sample::directory;

// Sixty migrations of one directory.
std::vector<MigrationDirectory> sixty() {
  std::vector<std::string> names = {
      "001_ants.sql",
      "002_bees.up.sql",
      "V3__cats.sql",
      "init.sql",
      "009_wasps.sql.retired"};
  for (int i = 0; i < 56; ++i) {
    names.push_back("1" + std::to_string(100 + i) + "_many.sql");
  }
  MigrationDirectory made = directory("db", names);
  made.migrations[1].down = "db/002_bees.down.sql";
  return {made};
}

TEST(NameStem, TakesSuffixesOff) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"001_a.sql", "001_a"},
      {"001_a.up.sql", "001_a"},
      {"001_a.down.sql", "001_a"},
      {"001_a.sql.retired", "001_a"},
      {"001_a", "001_a"},
      {"a--1.0--1.1.sql", "a--1.0--1.1"},
      {"a--1.0", "a--1.0"},
      {".sql", ".sql"},
      {"", ""}};
  for (const auto& [name, stem] : cases) {
    EXPECT_EQ(name_stem(name), stem) << name;
  }
}

TEST(KnownNames, KnowsEveryForm) {
  const KnownNames names(sixty());
  const std::pair<std::string_view, bool> cases[] = {
      {"001_ants.sql", true},
      {"001_ants", true},
      {"002_bees.up.sql", true},
      {"002_bees.down.sql", true},
      {"002_bees.sql", true},
      {"002_bees", true},
      {"V3__cats.sql", true},
      {"009_wasps.sql", true},
      {"009_wasps", true},
      {"init.sql", true},
      {"1155_many.sql", true},
      {"1156_many.sql", false},
      {"01_ants.sql", false},
      {"001_ant", false},
      {"", false},
      {".sql", false},
      {std::string_view("001_ants.sql\0x", 14), false}};
  for (const auto& [name, known] : cases) {
    EXPECT_EQ(names.contains(name), known) << name;
  }
  EXPECT_EQ(names.find("002_bees.up.sql"), names.find("002_bees"));
  EXPECT_FALSE(KnownNames({}).contains("001_ants.sql"));
}

TEST(KnownNames, KnowsATitleWithDots) {
  const KnownNames names({directory("db", {"2024.add.users.sql"})});
  EXPECT_TRUE(names.contains("2024.add.users.sql"));
  EXPECT_TRUE(names.contains("2024.add.users"));
}

TEST(KnownNames, KnowsFoldersByTheirOwnNames) {
  MigrationDirectory folders = directory("db", {"2024-01-02-030405_ants"});
  folders.layout = LayoutId::diesel;
  folders.migrations[0].path = "db/2024-01-02-030405_ants/up.sql";
  folders.migrations[0].down = "db/2024-01-02-030405_ants/down.sql";
  const KnownNames names({folders});
  EXPECT_TRUE(names.contains("2024-01-02-030405_ants"));
  EXPECT_FALSE(names.contains("up.sql"));
}

std::string searched(std::string_view text) {
  std::string out;
  KeySearch search(text);
  SearchHit hit;
  while (search.next(hit)) {
    out += (out.empty() ? "" : " ") + std::to_string(hit.at) +
           "qs"[static_cast<int>(hit.key)];
  }
  return out;
}

TEST(KeySearch, FindsKeysAtEveryPlace) {
  for (std::size_t before = 0; before < 200; ++before) {
    for (const std::size_t behind : {0u, 1u, 70u}) {
      const std::string at = std::to_string(before);
      const std::string head(before, 'x');
      const std::string tail(behind, ' ');
      EXPECT_EQ(searched(head + ".SqL" + tail), at + "q");
      EXPECT_EQ(searched(head + "1__V" + tail), at + "s");
      EXPECT_EQ(searched(head + ".sq" + tail), "");
      EXPECT_EQ(searched(head + "1_" + tail), "");
      EXPECT_EQ(searched(head + "1-2" + tail), "");
    }
  }
}

TEST(KeySearch, AgreesWithItselfOnPieces) {
  std::mt19937 random(3);
  const std::string_view bytes = ".sqlSQL1_-avx\xFF\x80/:0 ";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = 0; i < 40 + random() % 120; ++i) {
      text += bytes[random() % bytes.size()];
    }
    // Long enough for the wide comparison, and short enough for none.
    KeySearch search(text);
    SearchHit hit;
    std::size_t last = 0;
    std::size_t found = 0;
    for (bool first = true; search.next(hit); first = false) {
      ASSERT_TRUE(first || hit.at > last) << text;
      last = hit.at;
      ++found;
    }
    std::size_t alone = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      KeySearch piece(std::string_view(text).substr(i, 8));
      alone += piece.next(hit) && hit.at == 0 ? 1 : 0;
    }
    ASSERT_EQ(found, alone) << text;
  }
}

struct MentionCase {
  std::string_view text;
  bool worth;
  std::string_view why;
};

TEST(FindMentions, DecidesWhatIsWorthLexing) {
  const KnownNames names(sixty());
  const MentionCase cases[] = {
      {"x = [\"001_ants.sql\", 'db/002_bees.up.sql']", true, "two names"},
      {"[\"001_ants\", \"002_bees\"]", true, "two stems"},
      {"COPY V3__cats.sql init.sql /x", true, "bare words"},
      {"001_ants.sql and 001_ants.sql again", false, "one name twice"},
      {"\"002_bees.up.sql\" \"002_bees.down.sql\"", false, "one migration"},
      {"see 001_ants.sql.", false, "one name"},
      {"001_ants.sql 003_x.sql 004_y.sql", true, "one, two went stale"},
      {"001_ants.sql 003_x.sql 003_x.sql", false, "one stale name"},
      {"003_x.sql, 004_y.sql, 005_z.sql", true, "all went stale"},
      {"003_x.sql, 004_y.sql", false, "two unknown names"},
      {"a.sql b.sql c.sql query1.sql", false, "no numbers"},
      {"int64_t uint8_t utf8-x 3_x 4_y 5_z", false, "no stems"},
      {"const newestVersion = 60", false, "a count"},
      {"", false, "nothing"}};
  for (const MentionCase& one : cases) {
    EXPECT_EQ(find_mentions(one.text, names).worth_lexing(), one.worth)
        << one.why << ": " << one.text;
  }
}

TEST(CountNames, StopsAtEnough) {
  const KnownNames names(sixty());
  const std::string_view text =
      "001_ants.sql 'V3__cats' 077_gone.sql gone.sql 002_bees.sql";
  EXPECT_EQ(count_names(text, names, 99), 4u);
  EXPECT_EQ(count_names(text, names, 2), 2u);
  EXPECT_EQ(count_names("", names, 2), 0u);
}

class ScanSources : public testing::Test {
 protected:
  void add(std::string path, std::string text) {
    reader_.add(path, std::move(text));
    paths_.push_back(std::move(path));
  }

  ScanResult scan(unsigned jobs = 1) {
    std::sort(paths_.begin(), paths_.end());
    entries_.clear();
    for (const std::string& path : paths_) {
      entries_.push_back({.path = path, .tracked = true});
    }
    return scan_entries(
        reader_, entries_, directories_, config_, {jobs, silent_});
  }

  static std::string names(const ScanResult& result) {
    std::string out;
    for (const SourceFile& source : result.sources) {
      out += (out.empty() ? "" : " ") + source.path;
    }
    return out;
  }

  MemoryReader reader_;
  std::vector<std::string> paths_;
  std::vector<FileEntry> entries_;
  std::vector<MigrationDirectory> directories_ = sixty();
  Config config_;
  const SilentFiles* silent_ = nullptr;
};

const std::string list_text = "[\"001_ants.sql\", \"V3__cats.sql\"]";

TEST_F(ScanSources, KeepsWhatNamesMigrations) {
  add("a.go", list_text);
  add("b.go", "nothing");
  add("c.md", list_text);
  add("d.sql", list_text);
  add("e.png", list_text);
  add("f.py", list_text + std::string(1, '\0'));
  add("g/_journal.json", "{}");
  add("h.ts", std::string(9000, ' ') + std::string(1, '\0') + list_text);
  add("db/001_ants.sql", list_text);
  const ScanResult result = scan();
  EXPECT_EQ(names(result), "a.go d.sql g/_journal.json h.ts");
  EXPECT_EQ(result.sources[0].text, list_text);
  EXPECT_EQ(result.files_scanned, 6u);
  EXPECT_TRUE(result.unread.empty());
}

TEST_F(ScanSources, SkipsMigrationsOfAnyExtension) {
  directories_[0].migrations.push_back(
      directory("db", {"900_code.py"}).migrations[0]);
  add("db/900_code.py", list_text);
  add("db/901_code.py", list_text);
  EXPECT_EQ(names(scan()), "db/901_code.py");
}

TEST_F(ScanSources, KeepsFilesOfTheConfiguration) {
  ListConfig list;
  list.file = "b.go";
  config_.lists.push_back(list);
  add("a.go", "nothing");
  add("b.go", "nothing");
  EXPECT_EQ(names(scan()), "b.go");
}

TEST_F(ScanSources, KeepsScatteredNames) {
  add("m/0001.py", "up = '001_ants.sql'");
  add("m/0002.py", "up = '002_bees.sql'");
  add("m/0003.py", "up = 'V3__cats.sql'");
  add("n/0001.py", "up = '001_ants.sql'");
  add("n/0002.py", "up = '002_bees.sql'");
  add("o/1.py", "up = '001_ants.sql'");
  add("o/2.py", "up = '001_ants.sql'");
  add("o/3.py", "up = '001_ants.sql'");
  EXPECT_EQ(names(scan()), "m/0001.py m/0002.py m/0003.py");
}

TEST_F(ScanSources, TellsWhatItCouldNotRead) {
  add("a.go", list_text);
  add("b.go", "");
  add("c.go", "");
  add("d.go", list_text + std::string(100, 'x'));
  reader_.add_failing("b.go", ReadFailure::denied);
  reader_.add_failing("c.go", ReadFailure::missing);
  config_.limits.file = 99;
  const ScanResult result = scan();
  ASSERT_EQ(result.unread.size(), 2u);
  EXPECT_EQ(result.unread[0].first, "b.go");
  EXPECT_EQ(result.unread[0].second, ReadFailure::denied);
  EXPECT_EQ(result.unread[1].first, "d.go");
  EXPECT_EQ(result.unread[1].second, ReadFailure::too_large);
  EXPECT_EQ(names(result), "a.go");
}

TEST_F(ScanSources, MissesNothingInLargeFilesWithoutNames) {
  const std::string filler(100000, 'x');
  add("a.json", filler);
  add("b.json", filler + ' ' + list_text + ' ' + filler);
  add("c.json", std::string(65530, ' ') + list_text); // between two pieces
  add("d.json", filler + " '001_ants.sql' " + filler);
  add("e.json", std::string(1, '\0') + filler + list_text);
  add("f/_journal.json", filler);
  config_.limits.file = 99;
  std::string unread;
  for (const auto& [path, failure] : scan().unread) {
    unread += path + " ";
    EXPECT_EQ(failure, ReadFailure::too_large) << path;
  }
  EXPECT_EQ(unread, "b.json c.json d.json f/_journal.json ");
}

TEST_F(ScanSources, IsTheSameOnAnyNumberOfThreads) {
  for (int i = 0; i < 2000; ++i) {
    const std::string text = i % 7 == 0   ? list_text
                             : i % 7 == 1 ? "x '001_ants.sql'"
                                          : "nothing";
    add("d" + std::to_string(i % 50) + "/" + std::to_string(i) + ".go", text);
  }
  const ScanResult one = scan(1);
  EXPECT_EQ(one.sources.size(), 286u);
  for (const unsigned jobs : {2u, 3u, 8u}) {
    const ScanResult many = scan(jobs);
    EXPECT_EQ(names(many), names(one));
    EXPECT_EQ(many.files_scanned, one.files_scanned);
  }
}

// A dot inside of a known name ends no namespace.
TEST(FindMentions, KnowsTheScriptsOfAnExtension) {
  const KnownNames names(
      {directory(".", {"ants--1.0.sql", "ants--1.0--2.0.sql", "7_a.sql"})});
  EXPECT_TRUE(find_mentions("'ants--1.0.sql', 'ants--1.0--2.0.sql'", names)
                  .worth_lexing());
  EXPECT_EQ(find_mentions("Ants.Migrations.7_a.sql", names).known, 1u);
}

} // namespace
} // namespace migcheck::lists
