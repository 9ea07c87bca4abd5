// One statement in a dialect, and its kind as words: for the tests of
// classification.
#pragma once

#include "dialect_case.hpp"

#include <gtest/gtest.h>

namespace migcheck::sql {

// Expected is "verb object +flag +flag".
class Classify : public testing::TestWithParam<DialectCase> {};

} // namespace migcheck::sql
