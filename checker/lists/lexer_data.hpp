// Data languages: JSON with comments, SQL, XML, YAML.
#pragma once

#include "lists/language.hpp"

#include <string_view>
#include <vector>

namespace migcheck::lists {

std::vector<SourceToken> lex_json(std::string_view text);
std::vector<SourceToken> lex_sql(std::string_view text);
std::vector<SourceToken> lex_xml(std::string_view text);
std::vector<SourceToken> lex_yaml(std::string_view text);

} // namespace migcheck::lists
