// Shell, build files and data formats, each text with its tokens.
#include "lexer_cases.hpp"

namespace migcheck::lists {
namespace {

using Case = LexCase;

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

const Case format_cases[] = {
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
INSTANTIATE_TEST_SUITE_P(Data, LexSource, testing::ValuesIn(format_cases));

} // namespace

std::vector<LexCase> data_cases() {
  std::vector<LexCase> all;
  const auto add = [&all](const auto& cases) {
    all.insert(all.end(), std::begin(cases), std::end(cases));
  };
  add(shell_cases);
  add(format_cases);
  return all;
}

} // namespace migcheck::lists
