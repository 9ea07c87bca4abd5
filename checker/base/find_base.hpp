// From the name of a base to commits.
#pragma once

#include "base/base_request.hpp"
#include "diagnostic/error.hpp"
#include "io/git_objects.hpp"

#include <string>

namespace migcheck {

// Ids in hexadecimal.
struct BaseCommits {
  std::string shown; // how messages name the base
  std::string head;
  std::string tip;
  std::string merge_base;
};

enum class History : bool { whole, shallow };

// Looks the commits up. The error says which of them is not there, and the
// exact line that fetches it. Without a tip: there is none, and need not be.
Result<BaseCommits>
find_base(GitObjects& objects, const BaseRequest& request, History history);

} // namespace migcheck
