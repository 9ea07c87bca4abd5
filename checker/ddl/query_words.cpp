#include "ddl/query_words.hpp"

#include "ddl/expressions.hpp"

namespace migcheck::ddl {

using namespace sql::word_literals;
using sql::WordKey;

bool takes_from(WordKey word) {
  return word == "extract"_kw || word == "substring"_kw || word == "trim"_kw ||
         word == "overlay"_kw || word == "position"_kw;
}

bool is_no_function(WordKey word) {
  switch (word) {
  case "values"_kw:
  case "using"_kw:
  case "over"_kw:
  case "filter"_kw:
  case "within"_kw:
  case "partition"_kw:
  case "by"_kw:
  case "on"_kw:
  case "as"_kw:
  case "set"_kw:
  case "coalesce"_kw:
  case "nullif"_kw:
  case "greatest"_kw:
  case "least"_kw:
  case "with"_kw:
  case "having"_kw:
  case "join"_kw:
  case "union"_kw:
  case "except"_kw:
  case "intersect"_kw:
  case "limit"_kw:
  case "offset"_kw:
  case "returning"_kw:
  case "conflict"_kw:
  case "key"_kw:
  case "lateral"_kw:
  case "materialized"_kw:
  case "if"_kw:
  case "elsif"_kw:
  case "while"_kw:
  case "return"_kw:
  case "loop"_kw:
  case "perform"_kw:
  case "raise"_kw:
  case "execute"_kw:
  case "check"_kw:
  case "references"_kw:
  case "unique"_kw:
  case "extract"_kw:
  case "substring"_kw:
  case "trim"_kw:
  case "overlay"_kw:
  case "position"_kw:
    return true;
  default:
    return is_expression_word(word);
  }
}

bool ends_from(WordKey word) {
  switch (word) {
  case "where"_kw:
  case "group"_kw:
  case "order"_kw:
  case "having"_kw:
  case "limit"_kw:
  case "union"_kw:
  case "intersect"_kw:
  case "except"_kw:
  case "select"_kw:
  case "set"_kw:
  case "returning"_kw:
  case "window"_kw:
  case "fetch"_kw:
  case "offset"_kw:
  case "for"_kw:
  case "values"_kw:
  case "loop"_kw:
  case "then"_kw:
  case "begin"_kw:
  case "when"_kw:
    return true;
  default:
    return false;
  }
}

bool precedes_update(WordKey word) {
  switch (word) {
  case "for"_kw:
  case "on"_kw:
  case "do"_kw:
  case "or"_kw:
  case "key"_kw:
  case "before"_kw:
  case "after"_kw:
  case "of"_kw:
  case "instead"_kw:
  case "grant"_kw:
    return true;
  default:
    return false;
  }
}

} // namespace migcheck::ddl
