// One candidate from one group of names.
#pragma once

#include "lists/candidates.hpp"
#include "lists/grouping.hpp"
#include "lists/slots.hpp"
#include "lists/surroundings.hpp"

#include <string>
#include <vector>

namespace migcheck::lists {

// The tree and the mentions must outlive it.
class CandidateBuilder {
 public:
  CandidateBuilder(const SourceTree& tree, std::vector<Mention>& mentions)
      : tree_(tree), mentions_(mentions), loops_(tree) {}

  Candidate build(const Group& group);

 private:
  void add_bracket_entries(const Group& group, Candidate& list) const;
  void add_plain_group(const Group& group, Candidate& list) const;
  CandidateEntry entry_of(const Group& group, const SlotEntry& slot) const;
  Span element_span(const Group& group, std::uint32_t token) const;
  bool stands_apart(const Group& group, const Candidate& list) const;
  bool commas_lead(std::uint32_t bracket) const;
  Span child_span(std::uint32_t bracket, std::uint32_t inner) const;
  Span statement_span(std::uint32_t token) const;
  ListShape shape_of(const Group& group, const std::string& slot) const;
  void describe(std::uint32_t anchor, Candidate& list) const;
  void note_calls(const Group& group, Candidate& list) const;

  const SourceTree& tree_;
  const std::vector<Mention>& mentions_;
  Loops loops_;
};

} // namespace migcheck::lists
