// What the code says around a number: is it meant to count migrations, and is
// that so plain that a wrong number is a mistake?
#pragma once

#include "lists/count_candidates.hpp"
#include "lists/count_fit.hpp"
#include "lists/count_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct JudgedMeaning {
  CountMeaning count;      // nothing set: it is meant otherwise
  bool lowest = false;     // the oldest version that is supported
  bool plain = false;      // a number that no longer fits is a mistake
  bool database = false;   // words around it speak of migrations or a database,
                           // not of just any schema
  bool migrations = false; // of migrations
  std::string reason;      // a clause: "its name says \"latest\""

  bool meant() const { return count.version || count.amount || lowest; }
};

// `path` is the file; `known` are words that name directories of migrations:
// in a name they say nothing else.
JudgedMeaning judge_meaning(
    const CountCandidate& count,
    std::string_view path,
    const std::vector<std::string>& known);

} // namespace migcheck::lists
