// Branches that were fetched, and what they add that is in the way of this
// one.
#pragma once

#include "base/find_base.hpp"
#include "diagnostic/error.hpp"
#include "io/git_objects.hpp"
#include "model/project.hpp"

#include <string>
#include <vector>

namespace migcheck {

struct BranchSources {
  GitObjects& objects;
  const std::string& prefix;  // the root's place in the repository
  const std::string& head;    // id
  const std::string& pattern; // "origin/*": `*` stands for any text
};

// Migrations that the project adds under a version that another branch adds
// too, in another file. A branch is looked at when its name matches; not the
// base itself, and not the fetched copy of the branch that is checked out. What
// is on the base's tip is not a branch's any more, and neither is a file that
// is here under another name.
//
// Of most branches only the names of their trees are asked for. An error: no
// branch matches, or too many do.
Result<std::vector<TakenOnBranch>>
find_taken(const BranchSources& sources, const Project& project);

} // namespace migcheck
