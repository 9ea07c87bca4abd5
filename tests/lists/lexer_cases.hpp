// Texts in a language, and their tokens: for the tests of the lexers.
#pragma once

#include "lists/language.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace migcheck::lists {

struct LexCase {
  std::string_view language;
  std::string_view text;
  std::string_view tokens; // as lexer_code_test.cpp shows them
};

class LexSource : public testing::TestWithParam<LexCase> {};

// All cases of programming languages.
std::vector<LexCase> code_cases();

// All cases of shell, of build files and of data.
std::vector<LexCase> data_cases();

} // namespace migcheck::lists
