// `migcheck: allow(rule) reason` in a comment.
#pragma once

#include "text/directives.hpp"
#include "text/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct Suppression {
  std::string path;
  Span span; // of the directive
  std::string rule;
  std::string reason; // "" = none was given
  // The bytes whose findings it takes out: the line of the comment and the
  // one below. Findings about the file as a whole are taken out by any.
  Span covers;
};

// Adds one suppression for each rule that an `allow` of `directives` names, at
// most 8 each; other directives are passed over.
void add_suppressions(
    const std::vector<Directive>& directives,
    const std::string& path,
    std::vector<Suppression>& out);

} // namespace migcheck
