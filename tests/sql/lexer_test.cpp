#include "dialect_case.hpp"
#include "sql/lexer.hpp"

#include <gtest/gtest.h>

#include <array>

namespace migcheck::sql {
namespace {

// One letter per kind, in the order of TokenKind.
constexpr std::string_view letters = "_-*wqs$no;\\dGD{bx";

// Every token but white space as LETTER then its text, with LF shown as ~.
std::string tokens(std::string_view text, Dialect dialect) {
  Lexer lexer(text, dialect);
  Token token;
  std::string shown;
  while (lexer.next(token)) {
    if (token.kind == TokenKind::white_space) {
      continue;
    }
    shown += shown.empty() ? "" : " ";
    shown += letters[static_cast<std::size_t>(token.kind)];
    shown += "<";
    for (const char byte : token.span.of(text)) {
      shown += byte == '\n' ? '~' : byte;
    }
    shown += ">";
  }
  return shown;
}

std::string defects(std::string_view text, Dialect dialect) {
  constexpr std::array<std::string_view, 5> names = {
      "string", "identifier", "comment", "dollar", "data"};
  Lexer lexer(text, dialect);
  Token token;
  while (lexer.next(token)) {
  }
  std::string shown;
  for (const LexicalDefect& defect : lexer.defects()) {
    shown += shown.empty() ? "" : " ";
    shown += names[static_cast<std::size_t>(defect.error)];
    shown += "@" + std::to_string(defect.at.begin);
  }
  return shown;
}

using Case = DialectCase;

class LexerTokens : public testing::TestWithParam<Case> {};

TEST_P(LexerTokens, AreAsExpected) {
  const Case& c = GetParam();
  EXPECT_EQ(tokens(c.text, c.dialect), c.expected) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Comments,
    LexerTokens,
    testing::Values(
        Case{pg, "a--b\nc", "w<a> -<--b> w<c>"},
        Case{pg, "--a\rb\nc", "-<--a\rb> w<c>"},
        Case{my, "a--b", "w<a> o<-> o<-> w<b>"},
        Case{my, "5--1", "n<5> o<-> o<-> n<1>"},
        Case{my, "a-- b\nc", "w<a> -<-- b> w<c>"},
        Case{my, "a--\tb", "w<a> -<--\tb>"},
        Case{my, "a--", "w<a> -<-->"},
        Case{my, "a--\xC3\xA9", "w<a> o<-> o<-> w<\xC3\xA9>"},
        Case{my, "a#b\nc", "w<a> -<#b> w<c>"},
        Case{click, "#b\n# b\n#!b", "o<#> w<b> -<# b> -<#!b>"},
        Case{pg, "a#b", "w<a> o<#> w<b>"},
        Case{pg, "/*a/*b*/c*/d", "*</*a/*b*/c*/> w<d>"},
        Case{my, "/*a/*b*/c*/d", "*</*a/*b*/> w<c> o<*/> w<d>"},
        Case{ms, "/*a/*b*/c*/d", "*</*a/*b*/c*/> w<d>"},
        Case{pg, "/**/a/*/**/*/b", "*</**/> w<a> *</*/**/*/> w<b>"},
        Case{pg, "/*/*/**/a*/*/b", "*</*/*/**/a*/*/> w<b>"},
        Case{pg, "/*+ hint */a", "*</*+ hint */> w<a>"},
        Case{pg, "a+/*b*/c", "w<a> o<+> *</*b*/> w<c>"},
        Case{pg, "a+--b", "w<a> o<+> -<--b>"},
        Case{
            my,
            "/*!40101 SET a=1 */;",
            "o</*!40101> w<SET> w<a> o<=> n<1> o<*/> ;<;>"},
        Case{my, "/*M!100 a*/b", "o</*M!100> w<a> o<*/> w<b>"},
        Case{my, "/*!a/*b*/*c*/d", "o</*!> w<a> *</*b*/> o<*> w<c> o<*/> w<d>"},
        Case{pg, "/*!a*/b", "*</*!a*/> w<b>"}));

INSTANTIATE_TEST_SUITE_P(
    Quotes,
    LexerTokens,
    testing::Values(
        Case{pg, "'a''b'c", "s<'a''b'> w<c>"},
        Case{pg, "'a\\'b", "s<'a\\'> w<b>"},
        Case{pg, "E'a\\'b'c", "s<E'a\\'b'> w<c>"},
        Case{pg, "e'\\\\'c", "s<e'\\\\'> w<c>"},
        Case{pg, "E'a'\n'\\'b'c", "s<E'a'> s<'\\'b'> w<c>"},
        Case{pg, "E'a' -- x\n '\\'b'c", "s<E'a'> -<-- x> s<'\\'b'> w<c>"},
        Case{pg, "E'a' '\\'b", "s<E'a'> s<'\\'> w<b>"},
        Case{pg, "U&'x' U&\"y\" u&z", "s<U&'x'> q<U&\"y\"> w<u> o<&> w<z>"},
        Case{
            pg, "B'1' X'f' N'a' ae'b'", "s<B'1'> s<X'f'> s<N'a'> w<ae> s<'b'>"},
        Case{my, "_utf8mb4'a\\'b'", "s<_utf8mb4'a\\'b'>"},
        Case{
            my,
            "'a\\'b' \"c\\\"d\" `e``f`",
            "s<'a\\'b'> s<\"c\\\"d\"> q<`e``f`>"},
        Case{my, "e'a'", "w<e> s<'a'>"},
        Case{
            lite,
            "x'00' 'a\\' [b c] `d` \"e\"",
            "s<x'00'> s<'a\\'> q<[b c]> q<`d`> q<\"e\">"},
        Case{lite, "[a]]", "q<[a]> o<]>"},
        Case{ms, "[a]]b] N'c'", "q<[a]]b]> s<N'c'>"},
        Case{pg, "a[1]", "w<a> o<[> n<1> o<]>"},
        Case{click, "'a\\'b'", "s<'a\\'b'>"},
        Case{ansi, "`a`", "q<`a`>"},
        Case{pg, "\"a\"\"b\"", "q<\"a\"\"b\">"},
        Case{pg, "$$a;b$$ $x$ $$ $x$", "$<$$a;b$$> $<$x$ $$ $x$>"},
        Case{pg, "a$$b $1", "w<a$$b> w<$1>"},
        Case{pg, "$1$", "w<$1$>"},
        Case{pg, "$\xC3\xA9$a$\xC3\xA9$", "$<$\xC3\xA9$a$\xC3\xA9$>"},
        Case{click, "$h$a'b$h$", "$<$h$a'b$h$>"},
        Case{my, "$$", "w<$$>"},
        Case{pg, "'a\nb", "s<'a> w<b>"},
        Case{pg, "$$ a;", "$<$$> w<a> ;<;>"},
        Case{pg, "/* a\nb;", "*</* a> w<b> ;<;>"}));

INSTANTIATE_TEST_SUITE_P(
    WordsAndMarks,
    LexerTokens,
    testing::Values(
        Case{
            pg,
            "1.5e-3 .5 0x1F 1..2",
            "n<1.5e-3> n<.5> n<0x1F> n<1> o<.> o<.> n<2>"},
        Case{pg, "a.b::int", "w<a> o<.> w<b> o<::> w<int>"},
        Case{pg, "a=-1 b@-1", "w<a> o<=> o<-> n<1> w<b> o<@-> n<1>"},
        Case{pg, "a->>'b'", "w<a> o<->>> s<'b'>"},
        Case{my, "@a @@b.c x@y", "w<@a> w<@@b> o<.> w<c> w<x> w<@y>"},
        Case{ms, "#t @v a@b#", "w<#t> w<@v> w<a@b#>"},
        Case{ansi, "a$b", "w<a> o<$> w<b>"},
        Case{pg, "\xC2\xA0x", "w<\xC2\xA0x>"},
        Case{
            pg,
            std::string_view("a\0\x01", 3),
            std::string_view("w<a> x<\0> x<\x01>", 14)},
        Case{
            pg,
            "\xEF\xBB\xBF"
            "a",
            "b<\xEF\xBB\xBF> w<a>"},
        Case{
            pg,
            "{{ a }}{b}${x}%(y)s",
            "{<{{ a }}> o<{> w<b> o<}> {<${x}> {<%(y)s>"},
        Case{pg, "t_${env}_x a%b", "w<t_> {<${env}> w<_x> w<a> o<%> w<b>"},
        Case{pg, "a=%(y)s", "w<a> o<=> {<%(y)s>"},
        Case{my, "a${b c}", "w<a> {<${b c}>"},
        Case{my, "a$b", "w<a$b>"}));

INSTANTIATE_TEST_SUITE_P(
    Commands,
    LexerTokens,
    testing::Values(
        Case{pg, "\\set a 1\nb;", "\\<\\set a 1> w<b> ;<;>"},
        Case{pg, "a \\gset\r\nb", "w<a> \\<\\gset> w<b>"},
        Case{pg, "a\\;b;", "w<a> o<\\;> w<b> ;<;>"},
        Case{pg, "\\echo x \\\\ a;", "\\<\\echo x \\\\> w<a> ;<;>"},
        Case{
            pg,
            "\\set c '\\\\copy ' :x ' \\'' \nb",
            "\\<\\set c '\\\\copy ' :x ' \\'' > w<b>"},
        Case{pg, "\\echo it's \\\\ b", "\\<\\echo it's \\\\> w<b>"},
        Case{pg, "\\! a \\\\ b\nc", "\\<\\! a \\\\ b> w<c>"},
        Case{my, "\\d a", "o<\\> w<d> w<a>"},
        Case{lite, ".mode csv\na .b", "\\<.mode csv> w<a> o<.> w<b>"},
        Case{lite, "a\n.b", "w<a> o<.> w<b>"},
        Case{
            my,
            "DELIMITER //\na;b//\ndelimiter ;\nc;",
            "D<DELIMITER //> w<a> o<;> w<b> ;<//> D<delimiter ;> w<c> ;<;>"},
        Case{
            my,
            "DELIMITER $$\nEND$$\nDELIMITER ;\n",
            "D<DELIMITER $$> w<END> ;<$$> D<DELIMITER ;>"},
        Case{
            my,
            "DELIMITER '||'\na|||| DELIMITER ;",
            "D<DELIMITER '||'> w<a> ;<||> ;<||> w<DELIMITER> o<;>"},
        Case{
            my,
            "a (\ndelimiter varchar(1))",
            "w<a> o<(> w<delimiter> w<varchar> o<(> n<1> o<)> o<)>"},
        Case{
            ms,
            "a\nGO\nb\n go 5 -- x\nGO.c\nGOTO",
            "w<a> G<GO> w<b> G<go 5> -<-- x> w<GO> o<.> w<c> w<GOTO>"},
        Case{ms, "'\nGO\n'", "s<'~GO~'>"},
        Case{ms, ":r a.sql\na:b", "\\<:r a.sql> w<a> o<:> w<b>"},
        Case{
            pg,
            "COPY t FROM stdin;\n1\t'\n\\.\nb;",
            "w<COPY> w<t> w<FROM> w<stdin> ;<;> d<1\t'~\\.> w<b> ;<;>"},
        Case{
            pg,
            "copy t from STDOUT; -- c\n\\.\r\nb",
            "w<copy> w<t> w<from> w<STDOUT> ;<;> -<-- c> d<\\.> w<b>"},
        Case{
            pg,
            "COPY a FROM stdin; COPY b FROM stdin;\n1\n\\.\n2\n\\.\nc",
            "w<COPY> w<a> w<FROM> w<stdin> ;<;> w<COPY> w<b> w<FROM> w<stdin> "
            ";<;> d<1~\\.> d<2~\\.> w<c>"},
        Case{pg, "COPY t FROM 'f'; a", "w<COPY> w<t> w<FROM> s<'f'> ;<;> w<a>"},
        Case{
            pg,
            "COPY t FROM stdin;\na;\n",
            "w<COPY> w<t> w<FROM> w<stdin> ;<;> w<a> ;<;>"},
        Case{
            pg,
            "\\copy t from stdin\nx'\n\\.\n",
            "\\<\\copy t from stdin> d<x'~\\.>"},
        Case{
            my,
            "COPY t FROM stdin;\na\n\\.",
            "w<COPY> w<t> w<FROM> w<stdin> ;<;> w<a> o<\\> o<.>"},
        Case{
            click,
            "INSERT INTO t FORMAT CSV\n1,'\n\nb",
            "w<INSERT> w<INTO> w<t> w<FORMAT> w<CSV> d<1,'~> w<b>"},
        Case{
            click,
            "INSERT INTO t FORMAT CSV\n\nb",
            "w<INSERT> w<INTO> w<t> w<FORMAT> w<CSV> w<b>"},
        Case{
            click,
            "INSERT INTO t FORMAT Values (1)",
            "w<INSERT> w<INTO> w<t> w<FORMAT> w<Values> o<(> n<1> o<)>"}));

TEST(Lexer, ReportsWhatNeverEndsAtItsStart) {
  const Case cases[] = {
      {pg, "a 'b\n;", "string@2"},
      {pg, "\"b", "identifier@0"},
      {lite, "a [b\n;", "identifier@2"},
      {pg, "a /* b */ /* c", "comment@10"},
      {pg, "/* a /* b */ c", "comment@0"},
      {my, "/*!40101 a", "comment@0"},
      {pg, "a $$ b", "dollar@2"},
      {pg, "COPY t FROM stdin;\na", "data@19"},
      {pg, "E'\\'", "string@1"},
      {pg, "a", ""}};
  for (const Case& c : cases) {
    EXPECT_EQ(defects(c.text, c.dialect), c.expected) << c.text;
  }
}

} // namespace
} // namespace migcheck::sql
