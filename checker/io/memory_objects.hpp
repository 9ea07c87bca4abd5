// An object database in memory, for tests.
#pragma once

#include "io/git_objects.hpp"

#include <map>
#include <string>
#include <vector>

namespace migcheck {

using FilesByPath = std::map<std::string, std::string>;

class MemoryObjects final : public GitObjects {
 public:
  // Adds a commit with these files; gives its id.
  std::string
  commit(const FilesByPath& files, const std::vector<std::string>& parents);

  // Lets a name stand for a commit.
  void name(const std::string& ref, const std::string& commit);

  // Takes the object away, as a shallow or partial clone does.
  void forget(const std::string& id);

  Result<std::vector<GitObject>>
  read(const std::vector<std::string>& names) override;

  Result<std::vector<GitObjectSize>>
  sizes(const std::vector<std::string>& names) override;

  Result<std::string>
  merge_base(const std::string& one, const std::string& other) override;

  Result<std::vector<GitRef>> refs(const std::string& below) override;

 private:
  std::string add(GitObjectKind kind, std::string bytes);
  std::string add_tree(const FilesByPath& files);
  GitObject find(const std::string& id) const;
  GitObject resolve(const std::string& name) const;
  GitObject below(GitObject tree, std::string_view path) const;
  std::vector<std::string> history(const std::string& commit) const;

  std::map<std::string, GitObject> objects_;
  std::map<std::string, std::string> refs_;
};

} // namespace migcheck
