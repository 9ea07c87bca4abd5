// Checks that remember: the same report, from fewer files.
#include "cli/session.hpp"

#include <gtest/gtest.h>

#include <random>

namespace migcheck {
namespace {

const std::string table = "CREATE TABLE a (id bigint PRIMARY KEY);\n";

// Two migrations and a hundred files that say nothing.
Session quiet_project() {
  Session session;
  session.files = {
      {"/project/migrations/0001_a.sql", table},
      {"/project/migrations/0002_b.sql", "SELECT 1;\n"}};
  for (int i = 0; i < 100; ++i) {
    session.files["/project/src/f" + std::to_string(i) + ".go"] = "package a\n";
  }
  session.variables["HOME"] = "/home/me";
  return session;
}

// The same, checked once: from now on it is worth learning.
Session known_project() {
  Session session = quiet_project();
  session.run({});
  return session;
}

std::string written_places(const Session& session) {
  std::string places;
  for (const auto& [place, bytes] : session.cache) {
    if (!bytes.empty()) {
      places += place.substr(0, place.rfind('/')) + " ";
    }
  }
  return places;
}

TEST(Remembered, ReadsSilentFilesOnce) {
  Session session = known_project();
  EXPECT_EQ(session.run({}), 0);
  const std::string first = session.out;
  const int all = session.files_read;
  EXPECT_EQ(session.run({}), 0);
  EXPECT_EQ(session.out, first);
  EXPECT_EQ(session.files_read, all - 100);
  EXPECT_EQ(session.run({"--no-cache"}), 0);
  EXPECT_EQ(session.out, first);
  EXPECT_EQ(session.files_read, all);
  session.files["/project/src/f7.go"] = "package b\n";
  EXPECT_EQ(session.run({}), 0);
  EXPECT_EQ(session.files_read, all - 99);
}

TEST(Remembered, LearnsFromTheSecondCheckOn) {
  Session session = quiet_project();
  session.run({});
  ASSERT_EQ(session.cache.size(), 1u);
  const std::size_t mark = session.cache.begin()->second.size();
  EXPECT_LT(mark, 100u);
  session.run({});
  EXPECT_GT(session.cache.begin()->second.size(), 8 * mark);
}

// Six plain migrations, and one that is not.
TEST(Remembered, ReadsPlainMigrationsOnce) {
  Session session = known_project();
  const std::string path = "/project/migrations/000";
  for (int i = 3; i <= 6; ++i) {
    session.files[path + std::to_string(i) + "_x.sql"] =
        "CREATE TABLE t" + std::to_string(i) + " (id bigint);\n";
  }
  session.files[path + "7_y.sql"] = "-- DEPENDS: 0001_a.sql\nSELECT 1;\n";
  EXPECT_EQ(session.run({}), 0);
  const int all = session.files_read;
  EXPECT_EQ(session.run({}), 0);
  EXPECT_EQ(session.files_read, all - 106);
  session.files[path + "3_x.sql"] = "SELECT 'x;\n";
  EXPECT_EQ(session.run({}), 1);
  EXPECT_NE(session.out.find("0003_x.sql:1:8"), std::string::npos);
  EXPECT_GE(session.files_read, all - 105);
}

TEST(Remembered, SeesWhatFilesSayNow) {
  Session session = known_project();
  EXPECT_EQ(session.run({}), 0);
  session.files["/project/src/f7.go"] =
      "var all = []string{\"0001_a.sql\", \"0002_b.sql\", \"0003_c.sql\"}\n";
  EXPECT_EQ(session.run({}), 1);
  EXPECT_NE(session.out.find("src/f7.go:1:"), std::string::npos);
}

TEST(Remembered, ReadsAgainWhatANewMigrationMayMakeSpeak) {
  Session session = known_project();
  for (int i = 0; i < 100; ++i) {
    session.files["/project/sub/f" + std::to_string(i) + ".py"] =
        "load('0003_c')\n";
  }
  EXPECT_EQ(session.run({}), 0);
  const int all = session.files_read;
  EXPECT_EQ(session.run({}), 0);
  EXPECT_EQ(session.files_read, all - 200);
  session.files["/project/migrations/0003_c.sql"] = "SELECT 2;\n";
  session.run({});
  EXPECT_GE(session.files_read, all - 99);
  EXPECT_LT(session.files_read, all);
}

TEST(Remembered, IsKeptWhereTheUserWantsIt) {
  struct Case {
    std::map<std::string, std::string> variables;
    std::vector<std::string> arguments;
    std::string place;
  };

  const Case cases[] = {
      {{{"HOME", "/home/me"}}, {}, "/home/me/.cache "},
      {{{"HOME", "/home/me"}, {"XDG_CACHE_HOME", "/c"}}, {}, "/c "},
      {{{"XDG_CACHE_HOME", "/c"}}, {}, "/c "},
      {{{"HOME", "/h"}, {"XDG_CACHE_HOME", "c"}}, {}, "/h/.cache "},
      {{{"HOME", "here"}}, {}, ""},
      {{}, {}, ""},
      {{{"HOME", "/home/me"}, {"CI", "true"}}, {}, ""},
      {{{"HOME", "/home/me"}, {"MIGCHECK_NO_CACHE", "1"}}, {}, ""},
      {{{"HOME", "/home/me"}}, {"check", "--no-cache"}, ""},
  };
  for (const Case& one : cases) {
    Session session = quiet_project();
    session.variables = one.variables;
    EXPECT_EQ(session.run(one.arguments), 0);
    EXPECT_EQ(written_places(session), one.place);
  }
}

TEST(Remembered, IsNotWrittenForFewFilesOrByAnIncompleteCheck) {
  Session session = quiet_project();
  for (int i = 40; i < 100; ++i) {
    session.files.erase("/project/src/f" + std::to_string(i) + ".go");
  }
  EXPECT_EQ(session.run({}), 0);
  EXPECT_EQ(written_places(session), "");
  session = quiet_project();
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 20\n";
  EXPECT_EQ(session.run({}), 2);
  EXPECT_EQ(written_places(session), "");
}

TEST(Remembered, HeedsASmallerLimit) {
  Session session = known_project();
  const std::string large =
      std::string(2000, ' ') + "\"0001_a.sql\" + \"0002_b.sql\"";
  session.files["/project/src/large.bin"] = large;
  session.files["/project/src/large.go"] = std::string(2000, ' ');
  session.run({});
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 1000\n";
  session.run({"--format", "json"});
  const std::string with = session.out;
  session.run({"--format", "json", "--no-cache"});
  EXPECT_EQ(with, session.out);
}

TEST(Remembered, IgnoresDamage) {
  Session session = known_project();
  session.run({});
  const std::string first = session.out;
  const int all = session.files_read;
  for (auto& [place, bytes] : session.cache) {
    bytes.resize(bytes.size() / 2);
  }
  session.run({});
  EXPECT_EQ(session.out, first);
  EXPECT_EQ(session.files_read, all);
  session.run({});
  EXPECT_EQ(session.files_read, all - 100);
}

// Projects that change at random, in all that decides whether a file says
// something: the report is the one of a check that remembers nothing.
class ChangingProject {
 public:
  explicit ChangingProject(unsigned seed) : random_(seed) {
    session.variables["HOME"] = "/home/me";
    for (int i = 0; i < 200; ++i) {
      change_file();
    }
    for (int i = 0; i < 20; ++i) {
      change_migrations();
    }
  }

  void change() {
    for (std::size_t n = below(4); n > 0; --n) {
      change_file();
    }
    if (below(3) == 0) {
      change_migrations();
    }
    if (below(6) == 0) {
      session.files["/project/migcheck.toml"] = pick(configs);
    }
  }

  Session session;

 private:
  using Texts = std::vector<std::string>;

  std::size_t below(std::size_t end) { return random_() % end; }

  std::string pick(const Texts& texts) { return texts[below(texts.size())]; }

  void change_file() {
    const std::string path =
        "/project/" + pick(folders) + pick(prefixes) + pick(names);
    if (below(8) == 0) {
      session.files.erase(path);
      return;
    }
    std::string text;
    for (std::size_t n = below(4); n > 0; --n) {
      text += pick(words);
    }
    session.files[path] = text;
  }

  void change_migrations() {
    const std::string path = "/project/" +
                             pick({"migrations/", "service/db/migrations/"}) +
                             pick(migrations);
    if (below(3) == 0) {
      session.files.erase(path);
    } else {
      session.files[path] = pick(scripts);
    }
  }

  std::mt19937 random_;
  const Texts folders = {
      "",
      "src/",
      "src/store/",
      "service/",
      "service/db/",
      "scripts/",
      "x/y/",
      ".github/workflows/"};
  const Texts prefixes = {"a", "b", "version", "c", "", "docker-", "_"};
  const Texts names = {
      ".go",
      ".py",
      ".sh",
      ".yaml",
      "compose.yml",
      ".ts",
      "Makefile",
      "Dockerfile",
      "package.json",
      "run",
      ".sql",
      ".md",
      "journal.json",
      "changelog-master.xml",
      ".toml",
      ".txt",
      "Taskfile.yml"};
  const Texts words = {
      "\"0001_a.sql\", ",
      "'0002_b', ",
      "0003_c.sql\n",
      "0004_d.up.sql\n",
      "schema version 3\n",
      "const latest = 0004\n",
      "count = 4 // migrations\n",
      "psql -f migrations/0001_a.sql\n",
      "migrate -path migrations up\n",
      "#!/bin/sh\n",
      "int64_t x;\n",
      "file.SQL\n",
      "('00305 Add ants')\n",
      "('20240131120000')\n",
      std::string(1, '\0'),
      "nothing here\n",
      "dbmate up\n",
      "service/db/migrations\n",
      "on: push\npaths:\n  - a\n",
      "services:\n  db:\n    volumes:\n      - ./migrations:/x\n",
      "version: 1.13\n",
      "9_x, 7-y ",
      "migcheck: list migrations\n",
      "[\"0001_a.sql\", \"0002_b.sql\", \"0003_c.sql\"]\n"};
  const Texts migrations = {
      "0001_a.sql",
      "0002_b.sql",
      "0003_c.sql",
      "0004_d.up.sql",
      "0004_d.down.sql",
      "0005_e.sql",
      "0012_f.sql",
      "0002_b.sql.retired"};
  const Texts scripts = {
      table,
      "CREATE TABLE b (id bigint);\nDROP TABLE a CASCADE;\n",
      "-- +goose Up\nDELETE FROM a;\n-- +goose Down\nSELECT 1;\n",
      "-- DEPENDS: 0001_a.sql\nALTER TABLE a ADD c int;\n",
      "-- a remark alone\n",
      "BEGIN;\r\nUPDATE a SET id = 2;\r\nCOMMIT;\r\n",
      "CREATE INDEX CONCURRENTLY i ON a (id);\n",
      "INSERT INTO a VALUES (now(), 'open);\n",
      "-- migcheck: allow(empty-migration) for now\n"};
  const Texts configs = {
      "",
      "docs = true\n",
      "[limits]\nfile = 60\n",
      "[limits]\nstatement = 5000\n",
      "[[directory]]\npath = \"migrations\"\ndialect = \"mysql\"\n",
      "exclude = [\"src\"]\n",
      "[[list]]\nfile = \"src/a.go\"\n"};
};

TEST(Remembered, NeverChangesAReport) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    ChangingProject project(seed);
    Session& session = project.session;
    int fewer = 0;
    for (int round = 0; round < 25; ++round) {
      project.change();
      session.run({"--format", "json", "--profile", "strict"});
      const std::string with = session.out + session.error;
      const int status = session.status;
      const int read = session.files_read;
      session.run({"--format", "json", "--profile", "strict", "--no-cache"});
      ASSERT_EQ(with, session.out + session.error) << seed << " " << round;
      ASSERT_EQ(status, session.status);
      fewer += read < session.files_read ? 1 : 0;
    }
    EXPECT_GT(fewer, 5) << seed;
  }
}

} // namespace
} // namespace migcheck
