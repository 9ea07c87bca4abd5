// A program that answers for one repository is started once, however often the
// repository is opened.
#include "io/git_objects.hpp"

#include <optional>
#include <utility>

namespace migcheck {
namespace {

class SharedObjects final : public GitObjects {
 public:
  explicit SharedObjects(std::shared_ptr<GitObjects> objects)
      : objects_(std::move(objects)) {}

  Result<std::vector<GitObject>>
  read(const std::vector<std::string>& names) override {
    return objects_->read(names);
  }

  Result<std::vector<GitObjectSize>>
  sizes(const std::vector<std::string>& names) override {
    return objects_->sizes(names);
  }

  Result<std::string>
  merge_base(const std::string& one, const std::string& other) override {
    return objects_->merge_base(one, other);
  }

  Result<std::vector<GitRef>> refs(const std::string& below) override {
    return objects_->refs(below);
  }

 private:
  std::shared_ptr<GitObjects> objects_;
};

struct Opened {
  GitRepository repository;
  std::shared_ptr<GitObjects> objects;
};

} // namespace

OpenObjects open_once(OpenObjects open) {
  auto opened = std::make_shared<std::optional<Opened>>();
  return [open = std::move(open), opened](const GitRepository& repository) {
    if (!*opened || (*opened)->repository != repository) {
      *opened = Opened{repository, open(repository)};
    }
    return std::make_unique<SharedObjects>((*opened)->objects);
  };
}

} // namespace migcheck
