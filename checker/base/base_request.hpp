// Which commit a branch is to be compared with, and who said so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck {

// What is told when history is missing depends on who fetched it.
enum class BaseAdvice : std::uint8_t { git, github, gitlab };

struct BaseRequest {
  std::string shown;             // how messages name it: "origin/main"; "" = as
                                 // the ref that there is
  std::vector<std::string> refs; // the first that there is, is the base's tip

  // What the base is a base of.
  std::string head = "HEAD";

  // The commit that the service tests, where it is a merge of the branch into
  // its base, and the branch's own commit in it; "" = there is none. While HEAD
  // is that merge, its first parent stands in for a base that was not fetched.
  std::string merge_commit;
  std::string merged_head;

  // What the service says is the merge base, for a history too short to find
  // it; "" = nothing.
  std::string merge_base;

  // By a CI service, not by people: outside of git there is no base then.
  bool detected = false;

  // Where none of the refs is there, there is no base.
  bool optional = false;

  BaseAdvice advice = BaseAdvice::git;
};

} // namespace migcheck
