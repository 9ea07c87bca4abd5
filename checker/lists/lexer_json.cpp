#include "lists/lexer_code.hpp"
#include "lists/lexer_data.hpp"

namespace migcheck::lists {
namespace {

constexpr CommentForm comments[] = {
    {.open = "//"}, {.open = "/*", .close = "*/"}};
constexpr QuoteForm quotes[] = {
    {.open = "\"", .close = "\""}, {.open = "'", .close = "'"}};
const CodeForms json_forms = {
    .comments = comments, .quotes = quotes, .line_ends = LineEnds::nothing};

} // namespace

std::vector<SourceToken> lex_json(std::string_view text) {
  std::vector<SourceToken> tokens = lex_code(text, json_forms);
  SourceToken* before = nullptr; // the last that is no comment
  for (SourceToken& token : tokens) {
    if (token.kind == SourceTokenKind::comment) {
      continue;
    }
    if (token.kind == SourceTokenKind::colon && before != nullptr &&
        (before->kind == SourceTokenKind::string ||
         before->kind == SourceTokenKind::word)) {
      before->kind = SourceTokenKind::key;
    }
    before = &token;
  }
  return tokens;
}

} // namespace migcheck::lists
