// One source file, read and lexed: its candidates and what users wrote to
// migcheck in its comments.
#pragma once

#include "config/config.hpp"
#include "diagnostic/suppression.hpp"
#include "io/content_key.hpp"
#include "lists/brackets.hpp"
#include "lists/candidates.hpp"
#include "lists/count_candidates.hpp"
#include "lists/name_index.hpp"
#include "model/migration_count.hpp"
#include "text/directives.hpp"

#include <optional>
#include <string>
#include <vector>

namespace migcheck::lists {

// `migcheck: list(subset) reason`.
struct ListDirective {
  Intent intent = Intent::unknown;
  Span covers;
};

// `migcheck: count(highest, db/migrations)`.
struct CountDirective {
  CountRelation relation = CountRelation::highest;
  std::string directory; // as written
  Span covers;
};

struct ParsedSource {
  std::string path;
  std::string text;  // `tree` views it: a parsed source does not move
  bool names = true; // false: it is read for its counts, not for lists
  SourceTree tree;
  SourceCandidates found;
  ContentKey content;
  std::vector<Suppression> suppressions;
  std::vector<ListDirective> directives;
  std::vector<CountCandidate> counts;
  std::vector<CountDirective> count_directives;
  std::string generated_by; // the line that says so; "" = written by hand

  // The tree that a list of `found` stands in.
  const SourceTree& tree_of(const Candidate& list) const {
    return list.part == 0 ? tree : *found.embedded[list.part - 1];
  }

  ParsedSource() = default;
  ParsedSource(const ParsedSource&) = delete;
  ParsedSource& operator=(const ParsedSource&) = delete;
};

// Fills everything from `path`, `text` and `names`.
void parse_source(ParsedSource& source, const NameIndex& index);

// The line in a file's head that says it is generated; "" = written by hand.
std::string generator_of(const SourceTree& tree);

// Fills the counts of a source that parse_source has read.
void parse_counts(ParsedSource& source, const NearNumbers& numbers);

// What users say in comments: suppressions, and what lists are.
void take_directives(
    const std::vector<Directive>& directives, ParsedSource& source);

// The intent that a directive above the list gives.
std::optional<Intent>
directed_intent(const ParsedSource& source, const Candidate& list);

} // namespace migcheck::lists
