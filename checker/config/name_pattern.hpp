// The user's own naming convention, a Perl-like regular expression matched by
// Boost.Regex: the only place where an engine of patterns runs.
#pragma once

#include "diagnostic/error.hpp"

#include <memory>
#include <string_view>

namespace migcheck {

// A compiled pattern. Copies share it.
class NamePattern {
 public:
  // An error, one sentence without a place: the pattern is longer than 1 KiB
  // or does not compile.
  static Result<NamePattern> compile(std::string_view pattern);

  // True when the pattern is found in `subject`; `^` and `$` are its very
  // ends. An error, never "no match": the subject is longer than 4 KiB, or
  // the engine gave up on it.
  Result<bool> matches(std::string_view subject) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

// Compiles and matches once. For many names compile once instead.
Result<bool> name_matches(std::string_view pattern, std::string_view subject);

} // namespace migcheck
