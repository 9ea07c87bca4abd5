#include "lists/draft.hpp"

#include "lists/formats.hpp"

#include <algorithm>

namespace migcheck::lists {

bool is_incomplete(const Draft& draft) {
  return draft.intent.intent == Intent::complete &&
         draft.coverage.listed < draft.coverage.total &&
         !is_record(draft.source->path);
}

bool applies_files(const Draft& draft) {
  const ListShape shape = draft.candidate->shape;
  const bool runs = draft.candidate->looped || shape == ListShape::calls ||
                    shape == ListShape::shell;
  return runs &&
         (is_test_path(draft.source->path) || shape == ListShape::shell);
}

bool has_large_element(const Draft& draft) {
  constexpr std::ptrdiff_t most_lines = 8;
  const auto& entries = draft.candidate->entries;
  return std::any_of(
      entries.begin(), entries.end(), [&](const CandidateEntry& entry) {
        const std::string_view text =
            entry.element.of(draft.source->tree_of(*draft.candidate).text);
        return std::count(text.begin(), text.end(), '\n') > most_lines;
      });
}

} // namespace migcheck::lists
