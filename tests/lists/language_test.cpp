#include "lists/language.hpp"

#include <gtest/gtest.h>

#include <random>

namespace migcheck::lists {
namespace {

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

struct Case {
  std::string_view language;
  std::string_view text;
  std::string_view tokens;
};

class LexSource : public testing::TestWithParam<Case> {};

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

const Case shell_cases[] = {
    {"shell",
     "for f in 001_a.sql \"$d\"/b.sql; do # x",
     "for f in 001_a.sql <$d>~ /b.sql ; do / x/"},
    {"shell", "A=1 B=(x y) C+=z", "A = #1 B = ( x y ) C += z"},
    {"shell",
     "psql -f a#b.sql \\\n c 'it'\\''s'",
     "psql -f a#b.sql c <it>! \\' <s>!"},
    {"shell",
     "cat <<EOF >x\n a 'b\nEOF\ny",
     "cat `<<EOF `> x NL < a 'b\n> NL y"},
    {"shell",
     "x=$(cat \"$(ls \"a\")\") && y",
     "x = $( cat <$(ls \"a\")>~ ) && y"},
    {"shell",
     "${x:-\"a b\"} <<<\"q\" 2>&1",
     "${x:-\"a b\"}~ `<< `< <q> #2 `>& #1"},
    {"shell", "\"${a%\\\"}\" 'b'", "<${a%\\\"}>~ <b>!"},
    {"shell", "[ -f x ] || { y; }", "[ -f x ] || { y ; }"},
    {"shell", "docker -v a.sql:/b.sql \"open", "docker -v a.sql:/b.sql <open>"},
    {"dockerfile",
     "COPY [\"a.sql\", \"b.sql\"] # c\n# d\nCOPY a \\\n# e\n b /x/",
     "COPY [ <a.sql> , <b.sql> ] # c NL / d/ COPY a / e/ b /x/"},
    {"dockerfile",
     "LABEL a=don't\nADD 1.sql /",
     "LABEL a = don `' t NL ADD 1.sql /"},
    {"makefile",
     "DATA = a--1.0.sql \\\n\tb.sql # c\nall: x.sql $(D)/y.sql",
     "DATA = a--1.0.sql b.sql / c/ NL all : x.sql $(D)/y.sql~"},
    {"makefile",
     "X += a\nY := b\n\techo don't",
     "X += a NL Y := b NL echo don't"},
    {"cmake",
     "set(A \"x;y\" b.sql ${C}/d.sql) # e",
     "set ( A <x;y> b.sql ${C}/d.sql~ ) / e/"},
    {"cmake", "#[[ a\n]] f(it's)", "/ a\n/ f ( it's )"},
    {"text",
     "001_a.sql # x\n002_b.sql, don't [c]",
     "001_a.sql / x/ NL 002_b.sql , don't [ c ]"},
};
INSTANTIATE_TEST_SUITE_P(Shell, LexSource, testing::ValuesIn(shell_cases));

const Case data_cases[] = {
    {"json",
     "{\"a\": [\"1.sql\", 2], // c\n 'b' /* d */ : null}",
     "{ a@ : [ <1.sql> , #2 ] , / c/ b@ / d / : null }"},
    {"json", "{\"a\\\"b\":\"open", "{ a\\\"b@ : `\" open"},
    {"xml",
     "<?xml?><a b=\"c\"><!-- d --><f>x.sql\n</f> <e/></a>",
     "`xml , < a b = <c>! `> / d / , < f `> <x.sql>! </f> , < e /> </a>"},
    {"xml", "<a><b>x</a></c>", ", < a `> , < b `> <x>! ) </a> `</c>"},
    {"sql",
     "-- a\nINSERT INTO s.t (v) VALUES ('1', 'it''s'), (\"x\")\n"
     "ON CONFLICT DO NOTHING; /* b */",
     "/ a/ INSERT INTO s `. t ( v ) VALUES ( ( <1> , <it''s> ) , ( \"x\" ) ) "
     "ON CONFLICT DO NOTHING ; / b /"},
    {"sql",
     "\\i a/1.sql\n  \\ir '2.sql'\nsource 3.sql;\n@@4.sql\nselect 1",
     "\\i <a/1.sql>! END \\ir <2.sql>! END source <3.sql>! END @@ <4.sql>! "
     "END select #1"},
    {"sql",
     "COPY t (v, w) FROM stdin;\n1.sql\ta\n2.sql\tb\n\\.\nselect",
     "COPY t ( v , w ) FROM stdin ; ( ( <1.sql>! \t <a>! ) , ( <2.sql>! \t "
     "<b>! ) , ) END select"},
    {"sql", "\\echo Don't\nselect 'a';", "`\\echo Don't select <a> ;"},
    {"sql", "do $x$ 'a' $y$ $x$; select $1", "do < 'a' $y$ >! ; select $1"},
    {"yaml",
     "a:\n  - b.sql # c\n  - 'd'\ne: 7\n",
     "( a@ : ( - <b.sql>! / c/ - <d>! ) e@ : #7 )"},
    {"yaml",
     "a:\n- b\n- c: d\n  e: f\ng: h",
     "( a@ : ( - <b>! - ( c@ : <d>! e@ : <f>! ) ) g@ : <h>! )"},
    {"yaml",
     "x: [a, \"b: c\", {d: e}]\ny: http://z#q",
     "( x@ : [ <a>! , <b: c> , { d@ : <e>! } ] y@ : <http://z#q>! )"},
    {"yaml",
     "r: |\n  a: b # c\n\n  d\ns: >-\n e",
     "( r@ : <  a: b # c\n\n  d>! s@ : < e>! )"},
    {"yaml",
     "---\n- - a\n  - b\n...\n\"k\": v",
     "--- ( - ( - <a>! - <b>! ) ) ... ( k@ : <v>! )"},
    {"yaml",
     "v:\n  - ./001_a.sql:/init/1.sql:ro\n",
     "( v@ : ( - <./001_a.sql:/init/1.sql:ro>! ) )"},
    {"yaml",
     "a: &x !!str b\nc: 'it''s'",
     "( a@ : `&x `!!str <b>! c@ : <it''s>! )"},
    {"yaml", "a: [b,\n c\nd: |", "( a@ : [ <b>! , <c>! d@ : <|>! )"},
};

INSTANTIATE_TEST_SUITE_P(Python, LexSource, testing::ValuesIn(python_cases));
INSTANTIATE_TEST_SUITE_P(Ruby, LexSource, testing::ValuesIn(ruby_cases));
INSTANTIATE_TEST_SUITE_P(Data, LexSource, testing::ValuesIn(data_cases));

TEST(LanguageOf, KnowsPaths) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"a/b.go", "go"},
      {"A.TS", "typescript"},
      {"x.test.tsx", "typescript"},
      {"Dockerfile", "dockerfile"},
      {"x/Dockerfile.dev", "dockerfile"},
      {"api.dockerfile", "dockerfile"},
      {"GNUmakefile", "makefile"},
      {"Makefile.am", "makefile"},
      {"CMakeLists.txt", "cmake"},
      {"meson.build", "meson"},
      {"sqitch.plan", "text"},
      {"list.txt", "text"},
      {".gitlab-ci.yml", "yaml"},
      {".env", "text"},
      {"a.unknown", "other"},
      {"a.extension-that-is-long", "other"},
      {"run", "text"},
      {"a.sql", "sql"},
      {"README.md", ""},
      {"README", ""},
      {"x.PNG", ""},
      {"go.sum", ""},
      {"", "text"}};
  for (const auto& [path, name] : cases) {
    const Language* language = language_of(path);
    EXPECT_EQ(language == nullptr ? "" : language->name, name) << path;
  }
}

const std::string_view all_languages[] = {
    "c",      "csharp", "dart",   "go",       "groovy",     "java",
    "kotlin", "php",    "python", "ruby",     "rust",       "scala",
    "swift",  "nim",    "hcl",    "clojure",  "elixir",     "haskell",
    "ini",    "julia",  "lua",    "ocaml",    "powershell", "r",
    "toml",   "other",  "cmake",  "makefile", "dockerfile", "typescript",
    "shell",  "text",   "json",   "xml",      "yaml",       "perl",
    "sql"};

void expect_sound(std::string_view text, std::string_view language) {
  std::uint32_t at = 0;
  for (const SourceToken& token : lex_source(text, *language_named(language))) {
    ASSERT_LE(at, token.span.begin) << language << ": " << text;
    ASSERT_LE(token.span.begin, token.content.begin)
        << language << ": " << text;
    ASSERT_LE(token.content.begin, token.content.end)
        << language << ": " << text;
    ASSERT_LE(token.content.end, token.span.end) << language << ": " << text;
    ASSERT_LE(token.span.end, text.size()) << language << ": " << text;
    at = token.span.end;
  }
}

TEST(LexSource, KeepsSpansInOrderUnderMutation) {
  const std::string_view pieces[] = {
      "\"",   "'",    "`",    "\"\"\"", "'''",      "\n",   "\\",        "${",
      "#{",   "\\(",  "}",    ")",      "(",        "[",    "]",         "{",
      "//",   "/*",   "*/",   "#",      "--",       "<<~A", "<<<A",      "\nA",
      "%w[",  "qw(",  "r#\"", "\"#",    "R\"(",     "?>",   "<?php",     "<!--",
      "-->",  "- ",   ": ",   "|",      ">",        "a",    "001_a.sql", " ",
      "\r\n", "\xFF", "=",    "=>",     "@\"",      "$",    ":",         ",",
      ";",    "/",    "<",    "~s(",    "\xC3\xA9", "  ",   "&",         "1"};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      text += pieces[random() % std::size(pieces)];
    }
    for (const std::string_view language : all_languages) {
      expect_sound(text, language);
      if (HasFatalFailure()) {
        return;
      }
    }
  }
}

TEST(LexSource, SurvivesEveryCutOfEveryCase) {
  const auto cut = [](const auto& cases) {
    for (const Case& one : cases) {
      for (std::size_t end = 0; end <= one.text.size(); ++end) {
        expect_sound(one.text.substr(0, end), one.language);
        expect_sound(one.text.substr(end), one.language);
      }
    }
  };
  cut(go_cases);
  cut(rust_cases);
  cut(javascript_cases);
  cut(python_cases);
  cut(jvm_cases);
  cut(ruby_cases);
  cut(php_cases);
  cut(other_code_cases);
  cut(shell_cases);
  cut(data_cases);
}

// What would take minutes if any of it were quadratic.
TEST(LexSource, IsLinearInHostileText) {
  const std::string_view pieces[] = {
      "\"",    "'",    "\"${", "`${", "'${\"",   "(",       "/[",
      "<<\"a", "<<A ", "##",   "r#",  "/*",      "{-",      "<?",
      "%w[",   "//?>", "$(",   "${",  "- ",      "{",       "a: ",
      "[",     "=\"x", "'\\",  "#[[", "\\(",     "qw( ",    "q   ",
      "<<<  ", "]",    "|\n",  "\n#", "?><?php", "\n- |\n", "@$@$"};
  const std::string_view languages[] = {
      "typescript",
      "ruby",
      "php",
      "perl",
      "csharp",
      "rust",
      "swift",
      "python",
      "kotlin",
      "elixir",
      "cmake",
      "dockerfile",
      "makefile",
      "shell",
      "text",
      "json",
      "sql",
      "xml",
      "yaml"};
  for (const std::string_view piece : pieces) {
    std::string text;
    while (text.size() < 30'000) {
      text += piece;
    }
    for (const std::string_view language : languages) {
      expect_sound(text, language);
    }
    expect_sound("<?php " + text, "php");
  }
}

} // namespace
} // namespace migcheck::lists
