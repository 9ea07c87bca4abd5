// The release that a project is compared with.
#pragma once

#include "base/find_base.hpp"
#include "diagnostic/error.hpp"
#include "io/git_objects.hpp"

#include <string>

namespace migcheck {

struct Release {
  std::string tag;    // as messages name it: "v1.2.3"
  std::string commit; // its id, in hexadecimal
};

// `asked` is a tag, or "latest": the tag with the highest version
// (base/release_tag), whether HEAD comes from it or not: what was shipped from
// another branch is shipped too. Only the tag's own commit has to be there, no
// history. The error says which line fetches what is missing.
Result<Release>
find_release(GitObjects& objects, const std::string& asked, History history);

} // namespace migcheck
