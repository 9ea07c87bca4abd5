// Lists in documentation.
#include "lists/documents.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck::lists {
namespace {

std::string lists_of(const std::string& text) {
  const std::vector<MigrationDirectory> directories = {
      sample::directory("migrations", {"001_a.sql", "002_b.sql", "003_c.sql"})};
  const NameIndex index(directories);
  ParsedSource source;
  source.path = "README.md";
  source.text = text;
  parse_document(source, index);
  std::string found;
  for (const Candidate& list : source.found.lists) {
    found += found.empty() ? "" : "; ";
    found += "(" + list.comment + ")";
    for (const CandidateEntry& entry : list.entries) {
      found += " " + entry.name.base;
    }
  }
  return found;
}

struct Row {
  std::string_view text;
  std::string_view lists;
};

TEST(Documents, FindsLists) {
  constexpr Row rows[] = {
      {"All of them:\n\n- `001_a.sql`\n- `002_b.sql` adds b\n",
       "(All of them:) 001_a.sql 002_b.sql"},
      {"1. [001_a.sql](migrations/001_a.sql): a\n"
       "2. [002_b.sql](migrations/002_b.sql): b\n",
       "() 001_a.sql 002_b.sql"},
      {"```\nmigrations/\n├── 001_a.sql\n├── README.md\n└── 002_b.sql\n```\n",
       "() 001_a.sql 002_b.sql"},
      {"| n | file |\n|---|---|\n| 1 | `001_a.sql` |\n| 2 | 002_b.sql |\n",
       "() 001_a.sql 002_b.sql"},
      {"- 001_a.sql\n  makes a\n- 002_b.sql\n  makes b\n",
       "() 001_a.sql 002_b.sql"},
      {"Apply `001_a.sql`, `002_b.sql` and `003_c.sql`.\n",
       "() 001_a.sql 002_b.sql 003_c.sql"},
      {"* 001_a\n* 002_b\n", "() 001_a 002_b"},
      {"# Old\n- 001_a.sql\n- 002_b.sql\n# New\n- 002_b.sql\n- 003_c.sql\n",
       "(# Old) 001_a.sql 002_b.sql; (# New) 002_b.sql 003_c.sql"},
      {"- 098_gone.sql\n- 099_gone_too.sql\n",
       "() 098_gone.sql 099_gone_too.sql"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(lists_of(std::string(row.text)), row.lists) << row.text;
  }
}

TEST(Documents, PassesOverProse) {
  constexpr Row rows[] = {
      {"First comes 001_a.sql, and then 002_b.sql.\n", ""},
      {"See 001_a.sql\nand see 002_b.sql\n", ""},
      {"- 001_a.sql\n", ""},
      {"- 001_a.sql\n- 001_a.sql\n", ""},
      {"- 001_a.sql\n\nx\n\ny\n\nz\n\n- 002_b.sql\n", ""},
      {"- version 1\n- version 2\n- 2024-01-01\n- 10.0.0\n", ""},
      {"psql -f 001_a.sql\npsql -f 002_b.sql\n", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(lists_of(std::string(row.text)), row.lists) << row.text;
  }
}

TEST(Documents, KnowsDocumentsByName) {
  EXPECT_TRUE(is_document("README.md"));
  EXPECT_TRUE(is_document("docs/Guide.ADOC"));
  EXPECT_FALSE(is_document("docs/guide.txt"));
  EXPECT_FALSE(is_document(".md"));
}

} // namespace
} // namespace migcheck::lists
