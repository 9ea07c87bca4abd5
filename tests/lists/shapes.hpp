// A project of five migrations and one source whose list lacks the fourth: for
// the tests of shapes and languages. The whole way is taken, prefilter
// included.
#pragma once

#include "ellipsis.hpp"
#include "io/memory_reader.hpp"
#include "lists/find_lists.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists::shapes {

struct Row {
  const char* what;
  const char* path;
  const char* source; // a line `...` is written out
  // What the fix inserts, edits parted by `&`; "no fix"; null: not compared.
  const char* added = nullptr;
};

inline const std::vector<std::string> names = {
    "001_ants.sql",
    "002_bees.sql",
    "003_cats.sql",
    "004_dogs.sql",
    "005_eels.sql"};

inline std::string inserted(const std::optional<Fix>& fix) {
  if (!fix) {
    return "no fix";
  }
  std::string text = fix->kind == FixKind::unsafe ? "unsafe: " : "";
  for (std::size_t i = 0; i < fix->edits.size(); ++i) {
    text += (i == 0 ? "" : "&") + fix->edits[i].text;
  }
  return text;
}

class Project {
 public:
  explicit Project(const std::string& folder = "db/sql")
      : directories_{sample::directory(folder, names)} {
    for (const std::string& name : names) {
      reader_.add(folder + "/" + name, "select 1;\n");
    }
  }

  // A line `...` is written out.
  Project& source(const std::string& path, const std::string& text) {
    reader_.add(path, written_out(text));
    return *this;
  }

  Project& directory(MigrationDirectory made) {
    for (const Migration& migration : made.migrations) {
      reader_.add(migration.path, "select 1;\n");
    }
    directories_.push_back(std::move(made));
    return *this;
  }

  const std::vector<MigrationList>& lists() {
    files_ = list_files(reader_, {}).value();
    found_ = find_lists(reader_, files_, directories_, config_, {1});
    return found_.lists;
  }

  // "DIRECTORY: migrations of the entries -missing +stale", a line for each
  // list; an entry that resolves nowhere has a `?`.
  std::string summary() {
    std::string text;
    for (const MigrationList& list : lists()) {
      text += list.directory == nullptr ? "?" : list.directory->path;
      text += ':';
      for (const ListEntry& entry : list.entries) {
        text += ' ';
        text += entry.migration == nullptr ? entry.text + "?"
                                           : entry.migration->version_text;
      }
      for (const Migration* missing : list.missing) {
        text += " -" + missing->version_text;
      }
      for (const std::uint32_t stale : list.stale) {
        text += " +" + list.entries[stale].text;
      }
      text += "\n";
    }
    return text;
  }

 private:
  MemoryReader reader_;
  std::vector<MigrationDirectory> directories_;
  Config config_;
  FileList files_;
  FoundLists found_;
};

inline void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    Project project;
    project.source(row.path, row.source);
    EXPECT_EQ(project.summary(), "db/sql: 001 002 003 005 -004\n") << row.what;
    const std::vector<MigrationList>& lists = project.lists();
    if (lists.size() == 1 && row.added != nullptr) {
      EXPECT_EQ(inserted(lists[0].add_missing), row.added) << row.what;
    }
  }
}

} // namespace migcheck::lists::shapes
