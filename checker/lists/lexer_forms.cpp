#include "lists/lexer_forms.hpp"

namespace migcheck::lists::forms {
namespace {

// Quotes.
constexpr bool lines = true;

constexpr QuoteForm one_line(std::string_view quote, Hole hole = Hole::none) {
  return {.open = quote, .close = quote, .hole = hole};
}

constexpr QuoteForm many_lines(std::string_view quote, Hole hole = Hole::none) {
  return {.open = quote, .close = quote, .lines = lines, .hole = hole};
}

constexpr QuoteForm
raw_lines(std::string_view open, std::string_view close, Hole hole = {}) {
  return {
      .open = open,
      .close = close,
      .lines = lines,
      .escapes = false,
      .raw = true,
      .hole = hole};
}

constexpr QuoteForm raw_line(std::string_view quote) {
  return {.open = quote, .close = quote, .escapes = false, .raw = true};
}

constexpr QuoteForm plain_quotes[] = {one_line("\""), one_line("'")};
constexpr QuoteForm go_quotes[] = {
    one_line("\""), one_line("'"), raw_lines("`", "`")};
constexpr QuoteForm java_quotes[] = {
    many_lines("\"\"\""), one_line("\""), one_line("'")};
constexpr QuoteForm kotlin_quotes[] = {
    raw_lines("\"\"\"", "\"\"\"", Hole::dollar),
    one_line("\"", Hole::dollar),
    one_line("'")};
constexpr QuoteForm scala_quotes[] = {
    raw_lines("\"\"\"", "\"\"\""), one_line("\"")};
constexpr QuoteForm groovy_quotes[] = {
    many_lines("\"\"\"", Hole::dollar),
    many_lines("'''"),
    one_line("\"", Hole::dollar),
    one_line("'")};
constexpr QuoteForm javascript_quotes[] = {
    one_line("\""), one_line("'"), many_lines("`", Hole::dollar_brace)};
constexpr QuoteForm python_quotes[] = {
    many_lines("\"\"\""), many_lines("'''"), one_line("\""), one_line("'")};
constexpr QuoteForm ruby_quotes[] = {
    many_lines("\"", Hole::hash_brace),
    many_lines("'"),
    many_lines("`", Hole::hash_brace)};
constexpr QuoteForm elixir_quotes[] = {
    many_lines("\"\"\"", Hole::hash_brace),
    many_lines("'''", Hole::hash_brace),
    many_lines("\"", Hole::hash_brace),
    one_line("'")};
constexpr QuoteForm php_quotes[] = {
    many_lines("\"", Hole::dollar),
    many_lines("'"),
    many_lines("`", Hole::dollar)};
constexpr QuoteForm swift_quotes[] = {
    many_lines("\"\"\"", Hole::backslash_paren),
    one_line("\"", Hole::backslash_paren)};
constexpr QuoteForm dart_quotes[] = {
    many_lines("\"\"\"", Hole::dollar),
    many_lines("'''", Hole::dollar),
    one_line("\"", Hole::dollar),
    one_line("'", Hole::dollar)};
constexpr QuoteForm rust_quotes[] = {many_lines("\"")};
constexpr QuoteForm haskell_quotes[] = {
    many_lines("\""),
    raw_lines("[sql|", "|]"), // quasi-quotes of text
    raw_lines("[here|", "|]"),
    raw_lines("[str|", "|]"),
    raw_lines("[qq|", "|]"),
    raw_lines("[r|", "|]")};
constexpr QuoteForm nim_quotes[] = {
    raw_lines("\"\"\"", "\"\"\""), one_line("\"")};
constexpr QuoteForm julia_quotes[] = {
    many_lines("\"\"\"", Hole::dollar), many_lines("\"", Hole::dollar)};
constexpr QuoteForm lua_quotes[] = {
    raw_lines("[[", "]]"), one_line("\""), one_line("'")};
constexpr QuoteForm r_quotes[] = {many_lines("\""), many_lines("'")};
constexpr QuoteForm hcl_quotes[] = {one_line("\"", Hole::dollar_brace)};
constexpr QuoteForm lisp_quotes[] = {many_lines("\"")};
constexpr QuoteForm powershell_quotes[] = {
    raw_lines("@\"", "\n\"@", Hole::dollar),
    raw_lines("@'", "\n'@"),
    {.open = "\"",
     .close = "\"",
     .lines = lines,
     .escapes = false,
     .doubled = true,
     .hole = Hole::dollar},
    {.open = "'",
     .close = "'",
     .lines = lines,
     .escapes = false,
     .doubled = true,
     .raw = true}};
constexpr QuoteForm toml_quotes[] = {
    many_lines("\"\"\""),
    raw_lines("'''", "'''"),
    one_line("\""),
    raw_line("'")};
constexpr QuoteForm generic_quotes[] = {
    many_lines("\"\"\""),
    many_lines("'''"),
    one_line("\""),
    one_line("'"),
    one_line("`")};

// Comments.
constexpr CommentForm c_comments[] = {
    {.open = "//"}, {.open = "/*", .close = "*/"}};
constexpr CommentForm nested_comments[] = {
    {.open = "//"}, {.open = "/*", .close = "*/", .nested = true}};
constexpr CommentForm javascript_comments[] = {
    {.open = "<!--", .close = "-->"}, // Vue, Svelte
    {.open = "#!", .line_start = true},
    {.open = "//"},
    {.open = "/*", .close = "*/"}};
constexpr CommentForm hash_comments[] = {{.open = "#"}};
constexpr CommentForm ruby_comments[] = {
    {.open = "=begin", .close = "\n=end", .line_start = true}, {.open = "#"}};
constexpr CommentForm perl_comments[] = {
    {.open = "=pod", .close = "\n=cut", .line_start = true},
    {.open = "=head", .close = "\n=cut", .line_start = true},
    {.open = "#"}};
constexpr CommentForm php_comments[] = {
    {.open = "//"}, {.open = "/*", .close = "*/"}, {.open = "#"}};
constexpr CommentForm haskell_comments[] = {
    {.open = "{-", .close = "-}", .nested = true}, {.open = "--"}};
constexpr CommentForm lua_comments[] = {
    {.open = "--[[", .close = "]]"}, {.open = "--"}};
constexpr CommentForm nim_comments[] = {
    {.open = "#[", .close = "]#", .nested = true}, {.open = "#"}};
constexpr CommentForm julia_comments[] = {
    {.open = "#=", .close = "=#", .nested = true}, {.open = "#"}};
constexpr CommentForm ocaml_comments[] = {
    {.open = "(*", .close = "*)", .nested = true}, {.open = "//"}};
constexpr CommentForm hcl_comments[] = {
    {.open = "//"}, {.open = "/*", .close = "*/"}, {.open = "#"}};
constexpr CommentForm lisp_comments[] = {{.open = ";"}};
constexpr CommentForm powershell_comments[] = {
    {.open = "<#", .close = "#>"}, {.open = "#"}};
constexpr CommentForm ini_comments[] = {
    {.open = "#", .after_blank = true}, {.open = ";", .after_blank = true}};
constexpr CommentForm generic_comments[] = {
    {.open = "<!--", .close = "-->"},
    {.open = "/*", .close = "*/", .after_blank = true},
    {.open = "//", .after_blank = true},
    {.open = "#", .after_blank = true}};

} // namespace

const CodeForms c = {
    .comments = c_comments,
    .quotes = plain_quotes,
    .line_ends = LineEnds::nothing,
    .prefixes = Prefixes::cpp};
const CodeForms csharp = {
    .comments = c_comments,
    .quotes = plain_quotes,
    .line_ends = LineEnds::nothing,
    .special = Special::csharp};
const CodeForms dart = {
    .comments = nested_comments,
    .quotes = dart_quotes,
    .line_ends = LineEnds::nothing,
    .prefixes = Prefixes::raw};
const CodeForms elixir = {
    .comments = hash_comments,
    .quotes = elixir_quotes,
    .special = Special::elixir};
const CodeForms generic = {
    .comments = generic_comments, .quotes = generic_quotes};
const CodeForms go = {.comments = c_comments, .quotes = go_quotes};
const CodeForms groovy = {.comments = c_comments, .quotes = groovy_quotes};
const CodeForms haskell = {
    .comments = haskell_comments,
    .quotes = haskell_quotes,
    .apostrophe = Apostrophe::character};
const CodeForms hcl = {.comments = hcl_comments, .quotes = hcl_quotes};
const CodeForms ini = {.comments = ini_comments, .quotes = plain_quotes};
const CodeForms java = {
    .comments = c_comments,
    .quotes = java_quotes,
    .line_ends = LineEnds::nothing};
const CodeForms javascript = {
    .comments = javascript_comments,
    .quotes = javascript_quotes,
    .special = Special::javascript};
const CodeForms julia = {
    .comments = julia_comments,
    .quotes = julia_quotes,
    .prefixes = Prefixes::raw,
    .apostrophe = Apostrophe::character};
const CodeForms kotlin = {.comments = nested_comments, .quotes = kotlin_quotes};
const CodeForms lisp = {
    .comments = lisp_comments,
    .quotes = lisp_quotes,
    .line_ends = LineEnds::nothing,
    .apostrophe = Apostrophe::character};
const CodeForms lua = {.comments = lua_comments, .quotes = lua_quotes};
const CodeForms nim = {
    .comments = nim_comments,
    .quotes = nim_quotes,
    .prefixes = Prefixes::raw,
    .apostrophe = Apostrophe::character};
const CodeForms ocaml = {
    .comments = ocaml_comments,
    .quotes = java_quotes,
    .apostrophe = Apostrophe::character};
const CodeForms perl = {
    .comments = perl_comments,
    .quotes = plain_quotes,
    .line_ends = LineEnds::nothing,
    .special = Special::perl};
const CodeForms php = {
    .comments = php_comments,
    .quotes = php_quotes,
    .line_ends = LineEnds::nothing,
    .special = Special::php};
const CodeForms powershell = {
    .comments = powershell_comments, .quotes = powershell_quotes};
const CodeForms python = {
    .comments = hash_comments,
    .quotes = python_quotes,
    .prefixes = Prefixes::python};
const CodeForms r = {.comments = hash_comments, .quotes = r_quotes};
const CodeForms ruby = {
    .comments = ruby_comments, .quotes = ruby_quotes, .special = Special::ruby};
const CodeForms rust = {
    .comments = nested_comments,
    .quotes = rust_quotes,
    .line_ends = LineEnds::nothing,
    .prefixes = Prefixes::rust,
    .apostrophe = Apostrophe::character};
const CodeForms scala = {
    .comments = nested_comments,
    .quotes = scala_quotes,
    .prefixes = Prefixes::scala,
    .apostrophe = Apostrophe::character};
const CodeForms swift = {
    .comments = nested_comments,
    .quotes = swift_quotes,
    .special = Special::swift};
const CodeForms toml = {.comments = hash_comments, .quotes = toml_quotes};

} // namespace migcheck::lists::forms
