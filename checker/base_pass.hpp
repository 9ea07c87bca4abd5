// What the branch is compared with: found before the migrations are read, so
// that git names their contents meanwhile, and compared afterwards.
#pragma once

#include "base/find_base.hpp"
#include "pipeline.hpp"

#include <memory>
#include <optional>
#include <string>

namespace migcheck {

// Nothing is done where no base is asked for. Whatever goes wrong leaves the
// project without a base, and the check incomplete.
class BasePass {
 public:
  // Finds the commits. The directories have been found. All three must
  // outlive this object.
  BasePass(
      const FileReader& reader,
      const CheckOptions& options,
      LoadedProject& loaded);

  // Fills in the project's base. Migrations and lockfiles have been read.
  void compare();

  // A file of the project as it was at the merge base. An error: there is no
  // base, or no such file.
  Result<std::string> text_at_merge_base(const std::string& path);

 private:
  void find_commits();
  void give_up(std::string message);

  const FileReader& reader_;
  LoadedProject& loaded_;
  const std::optional<BaseRequest>& request_;
  std::unique_ptr<GitObjects> objects_;
  std::optional<BaseCommits> commits_;
};

// Tells of all migrations whether they are new, by the base or the lockfiles.
void tell_all_novelty(Project& project);

} // namespace migcheck
