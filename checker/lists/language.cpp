#include "lists/language.hpp"

#include "lists/language_table.hpp"
#include "lists/lexer_code.hpp"
#include "lists/lexer_data.hpp"
#include "lists/lexer_shell.hpp"

#include <cassert>

namespace migcheck::lists {

const Language* language_named(std::string_view name) {
  return find_language(name);
}

std::vector<SourceToken>
lex_source(std::string_view text, const Language& language) {
  switch (language.family) {
  case LanguageFamily::code:
  case LanguageFamily::generic:
    return lex_code(text, *language.forms);
  case LanguageFamily::shell:
    return lex_words(text, language.words);
  case LanguageFamily::yaml:
    return lex_yaml(text);
  case LanguageFamily::json:
    return lex_json(text);
  case LanguageFamily::sql:
    return lex_sql(text);
  case LanguageFamily::xml:
    return lex_xml(text);
  }
  assert(false);
  return {};
}

} // namespace migcheck::lists
