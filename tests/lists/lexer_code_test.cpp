// Programming languages, each text with its tokens.
#include "lexer_cases.hpp"

namespace migcheck::lists {
namespace {

using Case = LexCase;
using Kind = SourceTokenKind;

// Tokens as one line: <string>, /comment/, key: as name@, NL for a line end,
// ( and ) for brackets without bytes, ~ after what is interpolated, ! after
// what is raw.
std::string shown(const SourceToken& token, std::string_view text) {
  const std::string content(token.content.of(text));
  std::string out = content;
  if (token.kind == Kind::string) {
    out = "<" + content + ">";
  } else if (token.kind == Kind::comment) {
    out = "/" + content + "/";
  } else if (token.kind == Kind::key) {
    out = content + "@";
  } else if (token.kind == Kind::comma && content.empty()) {
    out = ",";
  } else if (token.kind == Kind::separator && content.empty()) {
    out = "END";
  } else if (token.span.size() == 0) {
    out = token.kind == Kind::open ? "(" : ")";
  } else if (content == "\n") {
    out = "NL";
  } else if (token.kind == Kind::other) {
    out = "`" + content;
  } else if (token.kind == Kind::number) {
    out = "#" + content;
  }
  return out + (token.interpolated ? "~" : "") + (token.raw ? "!" : "");
}

std::string lexed(std::string_view language, std::string_view text) {
  std::string out;
  for (const SourceToken& token : lex_source(text, *language_named(language))) {
    out += (out.empty() ? "" : " ") + shown(token, text);
  }
  return out;
}

TEST_P(LexSource, GivesTokens) {
  EXPECT_EQ(lexed(GetParam().language, GetParam().text), GetParam().tokens)
      << GetParam().language << ": " << GetParam().text;
}

const Case go_cases[] = {
    {"go",
     "x := []string{\"1.sql\", `a\"\\b`} // c",
     "x := [ ] string { <1.sql> , <a\"\\b>! } / c/"},
    {"go", "f(\n\"a\",\n)\ny = 'x'", "f ( <a> , ) NL y = <x>"},
    {"go", "a == b; c <= 0x1F /* \" */", "a `== b ; c `<= #0x1F / \" /"},
    {"go", "x = \"open\ny", "x = `\" open NL y"},
    {"go", "`open\ny", "<open\ny>!"},
    {"go", "a.B(\"q\\\"\")", "a `. B ( <q\\\"> )"},
};
INSTANTIATE_TEST_SUITE_P(Go, LexSource, testing::ValuesIn(go_cases));

const Case rust_cases[] = {
    {"rust", "r#\"a\"b\"# r\"c\\\" br##\"\"#\"##", "<a\"b>! <c\\>! <\"#>!"},
    {"rust",
     "fn f<'a>(x: &'a str) { '\\'' 'c' b'x' }",
     "fn f `< `' a `> ( x : `& `' a str ) { <\\'> <c> b <x> }"},
    {"rust", "/* a /* b */ c */ d", "/ a /* b */ c / d"},
    {"rust", "r#type = \"a\nb\";", "r#type = <a\nb> ;"},
    {"rust",
     "m![(1, include_str!(\"a.sql\"))]",
     "m `! [ ( #1 , include_str `! ( <a.sql> ) ) ]"},
    {"rust", "A::B => 1..2", "A `:: B => #1 `. `. #2"},
    {"rust", "r#\"open", "<open>!"},
};
INSTANTIATE_TEST_SUITE_P(Rust, LexSource, testing::ValuesIn(rust_cases));

const Case javascript_cases[] = {
    {"typescript",
     "`a ${f(`b${\"}\"}`)} c` + 'd'",
     "<a ${f(`b${\"}\"}`)} c>~ `+ <d>"},
    {"typescript",
     "x = a / b / c; y = /[/\"]\\//g.test(s)",
     "x = a `/ b `/ c ; y = `/[/\"]\\//g `. test ( s )"},
    {"typescript", "return /'/", "return `/'/"},
    {"typescript",
     "<p>Don't {x}</p>\n['a']",
     "`< p `> Don `' t { x } `< `/ p `> NL [ <a> ]"},
    {"typescript",
     "import a from \"./1.sql?raw\"\nb",
     "import a from <./1.sql?raw> NL b"},
    {"javascript", "#!/bin/node\n({a: 'b'})", "//bin/node/ ( { a : <b> } )"},
    {"javascript", "a = \"x\\\ny\"", "a = <x\\\ny>"},
    {"javascript", "`open ${ \"", "<open ${ \">~"},
    {"javascript", "// it's\n/* `*/", "/ it's/ / `/"},
    {"javascript",
     "<b>/api/*</b>\n['a']",
     "`< b `> `/api/ `* `< `/ b `> NL [ <a> ]"},
    {"typescript",
     "`a='${v.replace(/'/g, \"'\\\\''\")}'` + 'b'",
     "<a='${v.replace(/'/g, \"'\\\\''\")}'>~ `+ <b>"},
};
INSTANTIATE_TEST_SUITE_P(
    JavaScript, LexSource, testing::ValuesIn(javascript_cases));

const Case python_cases[] = {
    {"python", "x = [\n 'a', # b\n \"c\",\n]\n", "x = [ <a> , / b/ <c> , ] NL"},
    {"python", "\"\"\"a \"b\" ''' c\"\"\" '''d'''", "<a \"b\" ''' c> <d>"},
    {"python", "rb'\\' + r' f'{x}' + F'{{}}'", "<\\' + r>! <{x}>~ `+ <{{}}>"},
    {"python", "f\"{d}/a.sql\" u'b' Rb\"c\"", "<{d}/a.sql>~ <b> <c>!"},
    {"python", "f'{{}}' xb'a'", "<{{}}> xb <a>"},
    {"python", "a = 1 \\\n + 2", "a = #1 `\\ `+ #2"},
    {"python",
     "def f(x: int = 1) -> str:",
     "def f ( x : int = #1 ) `- `> str :"},
};

TEST(LexSourcePython, ReadsARawStringThatEndsInABackslash) {
  EXPECT_EQ(lexed("python", "r'\\'' + r'a\\b'"), "<\\'>! `+ <a\\b>!");
}

INSTANTIATE_TEST_SUITE_P(Python, LexSource, testing::ValuesIn(python_cases));

const Case jvm_cases[] = {
    {"java",
     "List.of(\"a\", \"\"\"\n b \"c\" \"\"\")",
     "List `. of ( <a> , <\n b \"c\" > )"},
    {"java",
     "char c = '\"'; @A(b = \"x\")",
     "char c = <\"> ; `@ A ( b = <x> )"},
    {"kotlin",
     "\"$dir/${m[\"a\"]}/x.sql\" /* /* */ */ \"\"\"\\$a\"\"\"",
     "<$dir/${m[\"a\"]}/x.sql>~ / /* */ / <\\$a>~!"},
    {"kotlin",
     "listOf(\n\"a\"\n)\nval x = 'c'",
     "listOf ( <a> ) NL val x = <c>"},
    {"scala",
     "Seq(s\"$a/b.sql\", \"\"\"c\\\"\"\", 'd', 'e)",
     "Seq ( <$a/b.sql>~ , <c\\>! , <d> , `' e )"},
    {"groovy", "['a', \"${x}\"]\n'''b'''", "[ <a> , <${x}>~ ] NL <b>"},
    {"csharp",
     "@\"a\\b\"\"c\" $\"{x}d\" $@\"{y}\"",
     "<a\\b\"\"c>! <{x}d>~ <{y}>~!"},
    {"csharp",
     "var x = \"\"\"\"a\"\"\"b\"\"\"\"; @class 'q'",
     "var x = <a\"\"\"b>! ; `@ class <q>"},
};
INSTANTIATE_TEST_SUITE_P(Jvm, LexSource, testing::ValuesIn(jvm_cases));

const Case ruby_cases[] = {
    {"ruby",
     "%w[001_a 002_b\n 003_c].each",
     "%w[ <001_a>! <002_b>! <003_c>! ] `. each"},
    {"ruby",
     "\"#{h[\"a\"]}/x\" 'it\\'s' :up => :\"a b\"",
     "<#{h[\"a\"]}/x>~ <it\\'s> :up => <a b>"},
    {"ruby",
     "run(<<~SQL, 1)\n  a 'b\n  SQL\nx",
     "run ( `<<~SQL , #1 ) NL <  a 'b\n> NL x"},
    {"ruby",
     "a << B; x <<'E'\n#{1}\nE\n",
     "a `< `< B ; x `<<'E' NL <#{1}\n>! NL"},
    {"ruby",
     "=begin\n 'a'\n=end\n# b\nx / 2 / 3",
     "/\n 'a'/ / b/ x `/ #2 `/ #3"},
    {"ruby", "split /,'/\n%q(a (b) 'c) % 2", "split `/,'/ NL <a (b) 'c> `% #2"},
    {"ruby", "a ? b : c\n{x: :y}", "a `? b : c NL { x : :y }"},
    {"ruby", "<<~A\nopen", "`<<~A NL <open>"},
};

INSTANTIATE_TEST_SUITE_P(Ruby, LexSource, testing::ValuesIn(ruby_cases));

const Case php_cases[] = {
    {"php",
     "<p>'a'</p>\n<?php $x = [ 'a' => \"b{$c}\" ]; # d ?> 'e' <?= 1 ?>",
     "`<p>'a'</p>\n<?php $x = [ <a> => <b{$c}>~ ] ; / d / `?> ` 'e' <?= #1 "
     "`?>"},
    {"php",
     "<?php f(<<<'SQL'\n a $b\n SQL, 1);",
     "`<?php f ( `<<<'SQL' < a $b\n>! , #1 ) ;"},
    {"php", "<?php #[A] 'x'; // y", "`<?php `# [ A ] <x> ; / y/"},
    {"php", "no code 'a'", "`no code 'a'"},
};
INSTANTIATE_TEST_SUITE_P(Php, LexSource, testing::ValuesIn(php_cases));

const Case other_code_cases[] = {
    {"swift",
     "[\"\\(d[\"a\"])/1.sql\", #\"a\"b\\#\"#, \"\"\"\nq\"r\n\"\"\"]",
     "[ <\\(d[\"a\"])/1.sql>~ , <a\"b\\#>! , <\nq\"r\n> ]"},
    {"dart",
     "['$d/a.sql', r'$\\', '''b\n''']",
     "[ <$d/a.sql>~ , <$\\>! , <b\n> ]"},
    {"cpp",
     "R\"x(a)\" )x\" L\"b\" 1'000 #include \"c\"",
     "<a)\" >! <b> #1'000 `# include <c>"},
    {"lua", "--[[ 'a'\n]] x = [[b\"]] -- c", "/ 'a'\n/ x = <b\">! / c/"},
    {"haskell",
     "f' x = {- a {- b -} -} \"c\" -- d",
     "f `' x = / a {- b -} / <c> / d/"},
    {"perl",
     "my @a = qw(x y); q{a 'b}; # c",
     "my `@ a = qw( <x>! <y>! ) ; <a 'b> ; / c/"},
    {"elixir",
     "~w(a b) ++ [\"#{x}\"] # c",
     "~w( <a>! <b>! ) `+ `+ [ <#{x}>~ ] / c/"},
    {"nim", "#[ a ]# \"\"\"b\\\"\"\" r\"c\\\" # d", "/ a / <b\\>! <c\\>! / d/"},
    {"toml", "a.b = ['''x''', \"y\"] # z", "a `. b = [ <x>! , <y> ] / z/"},
    {"hcl", "a = \"${b[\"c\"]}\" // d", "a = <${b[\"c\"]}>~ / d/"},
    {"powershell", "@'\n'a'\n'@; \"b$c\"", "<\n'a'>! ; <b$c>~"},
    {"r", "c(\"a\", 'b') # d", "c ( <a> , <b> ) / d/"},
    {"meson",
     "install_data('a.sql',\n 'b.sql')",
     "install_data ( <a.sql> , <b.sql> )"},
    {"other",
     "don't [ 'a', \"b\" ] http://x # c\n/* d */",
     "don `' t [ <a> , <b> ] http : `/ `/ x / c/ NL / d /"},
};
INSTANTIATE_TEST_SUITE_P(
    OtherCode, LexSource, testing::ValuesIn(other_code_cases));

} // namespace

std::vector<LexCase> code_cases() {
  std::vector<LexCase> all;
  const auto add = [&all](const auto& cases) {
    all.insert(all.end(), std::begin(cases), std::end(cases));
  };
  add(go_cases);
  add(rust_cases);
  add(javascript_cases);
  add(python_cases);
  add(jvm_cases);
  add(ruby_cases);
  add(php_cases);
  add(other_code_cases);
  return all;
}

} // namespace migcheck::lists
