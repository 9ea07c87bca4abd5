// Which files are read once more, for what their statements say.
#include "ddl/load_scripts.hpp"
#include "io/memory_reader.hpp"
#include "model/ddl.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

namespace migcheck::ddl {
namespace {

using Changed = std::vector<std::string>;

// Two directories with one file each.
class LoadScripts : public testing::Test {
 protected:
  LoadScripts() {
    for (const std::string path : {"a", "b"}) {
      MigrationDirectory& directory = directories_.emplace_back();
      directory.path = path;
      directory.blobs = GitHash::sha1;
      directory.migrations.resize(1);
      directory.migrations[0].path = path + "/1.sql";
    }
  }

  void read() { load_migrations(reader_, directories_, Limits{}, {.jobs = 1}); }

  Changed load(const EarlierFiles* before = nullptr) {
    return load_scripts(
        reader_, {&directories_[0], &directories_[1]}, Limits{}, 1, before);
  }

  const Script* script(std::size_t directory) const {
    return directories_[directory].migrations[0].file.script.get();
  }

  MemoryReader reader_{
      {"a/1.sql", "CREATE TABLE ants (id int);"},
      {"b/1.sql", "CREATE TABLE ants (id int);"}};
  std::vector<MigrationDirectory> directories_;
};

TEST_F(LoadScripts, ReadsTheSameOnce) {
  read();
  EXPECT_EQ(load(), Changed{});
  ASSERT_NE(script(0), nullptr);
  EXPECT_EQ(script(0), script(1));
  EXPECT_TRUE(std::holds_alternative<CreateTable>(script(0)->at(0).what));
}

TEST_F(LoadScripts, ReadsAnotherContentToo) {
  reader_.add("b/1.sql", "CREATE TABLE bees (id int);");
  read();
  EXPECT_EQ(load(), Changed{});
  ASSERT_NE(script(1), nullptr);
  EXPECT_NE(script(0), script(1));
}

TEST_F(LoadScripts, ReadsAnotherDialectAnew) {
  directories_[1].dialect = Dialect::mysql;
  read();
  EXPECT_EQ(load(), Changed{});
  ASSERT_NE(script(1), nullptr);
  EXPECT_NE(script(0), script(1));
}

TEST_F(LoadScripts, TakesOverWhatWasReadAMomentAgo) {
  read();
  EXPECT_EQ(load(), Changed{});
  const std::vector<MigrationDirectory> then = directories_;
  const EarlierFiles before(then);
  reader_.add("b/1.sql", "CREATE TABLE bees (id int);");
  read();
  ASSERT_EQ(script(0), nullptr);
  EXPECT_EQ(load(&before), Changed{});
  EXPECT_EQ(script(0), then[0].migrations[0].file.script.get());
  ASSERT_NE(script(1), nullptr);
  EXPECT_NE(script(1), script(0));
}

// Nobody has asked for it then.
TEST_F(LoadScripts, ReadsWhatHadNoScriptAMomentAgo) {
  read();
  const std::vector<MigrationDirectory> then = directories_;
  const EarlierFiles before(then);
  EXPECT_EQ(load(&before), Changed{});
  ASSERT_NE(script(0), nullptr);
  EXPECT_TRUE(std::holds_alternative<CreateTable>(script(0)->at(0).what));
}

TEST_F(LoadScripts, TellsWhatHasChanged) {
  read();
  reader_.add("a/1.sql", "SELECT 1;");
  EXPECT_EQ(load(), Changed{"a/1.sql"});
  EXPECT_EQ(script(0), nullptr);
  ASSERT_NE(script(1), nullptr);
  EXPECT_EQ(script(1)->size(), 1U);
}

} // namespace
} // namespace migcheck::ddl
