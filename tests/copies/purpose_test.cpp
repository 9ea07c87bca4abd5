#include "copies/literals.hpp"
#include "copies/purpose.hpp"

#include <gtest/gtest.h>

namespace migcheck::copies {
namespace {

struct PathCase {
  const char* path;
  bool expected;
};

const PathCase paths[] = {
    {"store/orders_test.go", false},
    {"test/integration/suite_test.go", false},
    {"api/v1/orders_test.go", false},
    {"deploy/configmap.yaml", false},
    {"src/goldfish/orders.rs", false},
    {"store/migrations/first.go", true},
    {"store/migrator_test.go", true},
    {"store/upgrade_test.go", true},
    {"store/schema_v1.go", true},
    {"store/legacy/orders.go", true},
    {"archive/orders.go", true},
    {"docs/setup.sh", true},
    {"vendor/x/orders.go", true},
};

TEST(Purpose, OfPaths) {
  for (const PathCase& one : paths) {
    EXPECT_EQ(is_other_schema(one.path), one.expected) << one.path;
  }
}

struct CodeCase {
  const char* code;
  bool expected;
};

const CodeCase codes[] = {
    {"const schema = `create table a (x)`", false},
    {"// The tables that the store needs.\nconst schema = `create table a (x)`",
     false},
    {"func setUp() {\n\texec(`create table a (x)`)\n}", false},
    {"func TestX() {\n\trequire.Equal(t, `create table a (x)`, found)\n}",
     true},
    {"const oldSchema = `create table a (x)`", true},
    {"const schemaV1 = `create table a (x)`", true},
    {"// As it was before 12.\nconst schema = `create table a (x)`", true},
    {"// A minimal table.\nconst schema = `create table a (x)`", true},
    {"func TestUpgrade() {\n\texec(`create table a (x)`)\n}", true},
    {"func TestX() {\n\t// the legacy table\n\texec(`create table a (x)`)\n}",
     true},
};

TEST(Purpose, OfCode) {
  const lists::Language& go = *lists::language_named("go");
  for (const CodeCase& one : codes) {
    const lists::SourceTree tree =
        lists::build_tree(one.code, go, lists::lex_source(one.code, go));
    const std::vector<Literal> found = table_literals(tree);
    ASSERT_EQ(found.size(), 1u) << one.code;
    EXPECT_EQ(is_other_schema(tree, found[0].token), one.expected) << one.code;
  }
}

} // namespace
} // namespace migcheck::copies
