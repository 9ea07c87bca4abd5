// What was read a moment ago is taken where nothing else would be read now.
#include "io/memory_reader.hpp"
#include "io/open_directory.hpp"
#include "model/earlier_files.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace migcheck {
namespace {

SqlFile read_file(std::string path, std::string_view text) {
  SqlFile file;
  file.path = std::move(path);
  file.read = true;
  file.blob = blob_id(text, GitHash::sha1);
  return file;
}

class EarlierFilesTest : public testing::Test {
 protected:
  EarlierFilesTest() {
    MigrationDirectory& directory = then_.emplace_back();
    directory.path = "m";
    Migration& first = directory.migrations.emplace_back();
    first.path = "m/1.up.sql";
    first.down = "m/1.down.sql";
    first.file = read_file(first.path, "a;");
    first.down_file.make() = read_file(first.down, "b;");
    Migration& old = directory.retired.emplace_back();
    old.path = "m/0.sql.retired";
    old.retired = true;
    old.file = read_file(old.path, "old;");
    now_ = then_.front();
  }

  const SqlFile* find(const Migration& migration, std::string_view path) const {
    OpenDirectory nearby;
    return EarlierFiles(then_).find(now_, migration, path, reader_, nearby);
  }

  const SqlFile* find_first() const {
    return find(now_.migrations[0], "m/1.up.sql");
  }

  MemoryReader reader_{
      {"m/1.up.sql", "a;"},
      {"m/1.down.sql", "b;"},
      {"m/0.sql.retired", "old;"}};
  std::vector<MigrationDirectory> then_;
  MigrationDirectory now_;
};

TEST_F(EarlierFilesTest, FindsWhatIsTheSame) {
  const MigrationDirectory& then = then_.front();
  EXPECT_EQ(find_first(), &then.migrations[0].file);
  EXPECT_EQ(
      find(now_.migrations[0], "m/1.down.sql"), &*then.migrations[0].down_file);
  EXPECT_EQ(find(now_.retired[0], "m/0.sql.retired"), &then.retired[0].file);
}

TEST_F(EarlierFilesTest, HasNothingForOtherContent) {
  reader_.add("m/1.up.sql", "a; ");
  EXPECT_EQ(find_first(), nullptr);
  reader_.remove("m/1.up.sql");
  EXPECT_EQ(find_first(), nullptr);
  EXPECT_EQ(find(now_.migrations[0], "m/2.up.sql"), nullptr);
}

TEST_F(EarlierFilesTest, HasNothingThatWouldBeReadInAnotherWay) {
  using Change = std::function<void(MigrationDirectory&, Migration&)>;
  const Change changes[] = {
      [](auto& directory, auto&) { directory.dialect = Dialect::mysql; },
      [](auto& directory, auto&) { directory.layout = LayoutId::goose; },
      [](auto&, auto& migration) { migration.kind = MigrationKind::undo; },
      [](auto&, auto& migration) { migration.retired = true; },
      [](auto&, auto& migration) { migration.settings.make(); },
      [](auto&, auto& migration) { migration.path = "m/1.down.sql"; }};
  const MigrationDirectory same = now_;
  for (const Change& change : changes) {
    EXPECT_NE(find_first(), nullptr);
    change(now_, now_.migrations[0]);
    EXPECT_EQ(find_first(), nullptr);
    now_ = same;
    change(then_[0], then_[0].migrations[0]);
    EXPECT_EQ(find_first(), nullptr);
    then_[0] = same;
  }
}

TEST_F(EarlierFilesTest, HasNothingThatLacksDigests) {
  now_.digests = Digests::no;
  EXPECT_NE(find_first(), nullptr);
  then_[0].digests = Digests::no;
  EXPECT_NE(find_first(), nullptr);
  now_.digests = Digests::yes;
  EXPECT_EQ(find_first(), nullptr);
}

TEST_F(EarlierFilesTest, HasNothingThatWasNotReadOrHasNoName) {
  Migration& then = then_[0].migrations[0];
  then.file.read = false;
  EXPECT_EQ(find_first(), nullptr);
  then.file.read = true;
  then.file.blob = BlobId();
  EXPECT_EQ(find_first(), nullptr);
}

} // namespace
} // namespace migcheck
