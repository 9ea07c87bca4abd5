#include "config/config.hpp"
#include "report/up_sql.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

struct Case {
  const char* name;
  LayoutId layout;
  const char* file;
  const char* sql; // without the line with the path
};

const Case cases[] = {
    {"whole file", LayoutId::numbered, "SELECT 1;\n\n", "SELECT 1;\n"},
    {"head comment",
     LayoutId::numbered,
     "-- why\nSELECT 1;\n",
     "-- why\nSELECT 1;\n"},
    {"no terminator",
     LayoutId::numbered,
     "SELECT 1 -- one\n",
     "SELECT 1; -- one\n"},
    {"client command",
     LayoutId::numbered,
     "\\set x 1\nSELECT :x;\n",
     "\\set x 1\nSELECT :x;\n"},
    {"byte order mark",
     LayoutId::numbered,
     "\xEF\xBB\xBFSELECT 1;\n",
     "SELECT 1;\n"},
    {"inline data",
     LayoutId::numbered,
     "COPY t FROM STDIN;\n1\n\\.\n",
     "COPY t FROM STDIN;\n1\n\\.\n"},
    {"nothing", LayoutId::numbered, "-- nothing\n", ""},
    {"goose",
     LayoutId::goose,
     "-- +goose Up\nSELECT 1;\n-- two\nSELECT 2;\n-- +goose Down\nSELECT 3;\n",
     "SELECT 1;\n-- two\nSELECT 2;\n"},
    {"dbmate, several parts",
     LayoutId::dbmate,
     "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n"
     "-- migrate:up\nSELECT 3;\n-- migrate:down\n",
     "SELECT 1;\nSELECT 3;\n"},
    {"only Down",
     LayoutId::goose,
     "-- +goose Up\n-- +goose Down\nSELECT 3;\n",
     ""},
};

TEST(UpSql, HoldsWhatARunnerExecutes) {
  for (const Case& one : cases) {
    SqlFile file = read_sql_file(
        one.file, Dialect::postgresql, one.layout, Limits{}, Digests::no);
    file.path = "m/1.sql";
    EXPECT_EQ(up_sql(one.file, file), std::string("-- m/1.sql\n") + one.sql)
        << one.name;
  }
}

TEST(UpSql, KeepsAPathInItsComment) {
  SqlFile file;
  file.path = "m/1\nDROP TABLE t;.sql";
  EXPECT_EQ(up_sql("", file), "-- m/1\\nDROP TABLE t;.sql\n");
}

} // namespace
} // namespace migcheck
