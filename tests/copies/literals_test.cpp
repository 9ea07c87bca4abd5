#include "copies/literals.hpp"

#include <gtest/gtest.h>

namespace migcheck::copies {
namespace {

// The texts without the blanks around and with single ones inside.
std::string texts(std::string_view language, std::string_view source) {
  const lists::Language& known = *lists::language_named(language);
  const lists::SourceTree tree =
      lists::build_tree(source, known, lists::lex_source(source, known));
  std::string all;
  for (const Literal& literal : table_literals(tree)) {
    EXPECT_EQ(literal.text.size(), literal.span.size());
    all += all.empty() ? "" : "|";
    bool blank = true;
    for (const char byte : literal.text) {
      const bool is_blank = byte == ' ' || byte == '\n' || byte == '\t';
      all += is_blank ? (blank ? "" : " ") : std::string(1, byte);
      blank = is_blank;
    }
  }
  while (all.ends_with(' ')) {
    all.pop_back();
  }
  return all;
}

struct Case {
  const char* language;
  const char* source;
  const char* expected;
};

const Case cases[] = {
    {"go",
     "const a = `create table a (\n\tid int)`",
     "create table a ( id int)"},
    {"go",
     "const a = \"create table a\\n(id int)\"",
     "create table a (id int)"},
    {"go", "const a = `create table a (` + x + `)`", ""},
    {"go", "const a = x + `create table a (id int)`", ""},
    {"go", "const a = `select 1`", ""},
    {"java",
     "String a = \"create table a (\" + // one\n \"id int\" +\n\")\";",
     "create table a ( id int )"},
    {"java",
     "String a = \"create table \\\"a\\\" (x)\";",
     "create table \"a\" (x)"},
    {"python",
     "A = (\n 'create table a ('\n  'id int)')\nB = 'x'",
     "create table a ( id int)"},
    {"python",
     "f('create table a (x)', 'create table b (y)')",
     "create table a (x)|create table b (y)"},
    {"cpp",
     "auto a = \"create table a (\"\n \"id int)\";",
     "create table a ( id int)"},
    {"php",
     "<?php $a = 'create table a (' . 'id int)';",
     "create table a ( id int)"},
    {"php", "<?php $a = 'create table a (' . $x . ')';", ""},
    {"rust", "let a = r#\"create table a (x)\"#.trim();", "create table a (x)"},
    {"ruby", "A = <<~SQL\n  create table a (x)\nSQL\n", "create table a (x)"},
    {"shell", "psql <<'E'\ncreate table a (x);\nE\n", "create table a (x);"},
    {"yaml", "a: |\n  create table a (x);\n", "create table a (x);"},
    {"json", "{\"a\": \"create table a (\\nx)\"}", "create table a ( x)"},
    {"go", "// create table a (x)\n", ""},
};

TEST(Literals, AreJoined) {
  for (const Case& one : cases) {
    EXPECT_EQ(texts(one.language, one.source), one.expected) << one.source;
  }
}

} // namespace
} // namespace migcheck::copies
