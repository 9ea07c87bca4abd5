// What the branch is compared with: found before the migrations are read, so
// that git names their contents meanwhile, and compared afterwards.
#pragma once

#include "base/find_base.hpp"
#include "base/find_release.hpp"
#include "pipeline.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

// Nothing is done where no commit is asked for. Whatever goes wrong leaves the
// project without what it could not be compared with, and the check incomplete.
class BasePass {
 public:
  // Finds the commits. The directories have been found. All three must
  // outlive this object.
  BasePass(
      const FileReader& reader,
      const CheckOptions& options,
      LoadedProject& loaded);

  // Fills in the project's base, its release, and what other branches have
  // taken. Migrations and lockfiles have been read.
  void compare();

  // A file of the project as it was at the merge base. An error: there is no
  // base, or no such file.
  Result<std::string> text_at_merge_base(const std::string& path);

  // Of several files those that were there, by path. An error: there is no
  // base, or git failed.
  Result<std::map<std::string, std::string>>
  texts_at_merge_base(const std::vector<std::string>& paths);

 private:
  bool open();
  void find_head();
  void name_contents();
  void find_commits(History history);
  void find_last_release(History history);
  void compare_with_release();
  void look_at_branches();
  void give_up(std::string message);

  const FileReader& reader_;
  const CheckOptions& options_;
  LoadedProject& loaded_;
  std::unique_ptr<GitObjects> objects_;
  std::string head_; // id; "" = none
  std::optional<BaseCommits> commits_;
  std::optional<Release> release_;
};

// Tells of all migrations whether they are new, by the base or the lockfiles.
void tell_all_novelty(Project& project);

} // namespace migcheck
