#include "lists/lexer_data.hpp"
#include "lists/paths.hpp"
#include "runs/container_uses.hpp"
#include "runs/containers.hpp"
#include "runs/data_tree.hpp"
#include "runs/resolve.hpp"
#include "text/one_of.hpp"

#include <array>

namespace migcheck::runs {
namespace {

constexpr std::array<std::string_view, 9> database_images = {
    "postgres",
    "postgis",
    "mysql",
    "mariadb",
    "pgvector",
    "timescaledb",
    "cockroach",
    "clickhouse-server",
    "postgresql"};

class ComposeReader {
 public:
  ComposeReader(
      const std::string& path, std::string_view text, const PathFinder& finder)
      : path_(path), tree_(text, lists::lex_yaml(text)), finder_(finder) {}

  ComposeFile read() {
    file_.path = path_;
    const std::uint32_t services = tree_.child(0, "services");
    if (services != DataTree::none) {
      for (const std::uint32_t service : tree_.node(services).children) {
        read_service(service);
      }
    }
    return std::move(file_);
  }

 private:
  std::string text_of(std::uint32_t parent, std::string_view key) const {
    return tree_.scalar(tree_.child(parent, key)).text;
  }

  void read_service(std::uint32_t node) {
    ComposeService service;
    service.name = std::string(tree_.node(node).key);
    service.key = tree_.node(node).key_span;
    const std::string image = text_of(node, "image");
    service.database = is_one_of(tool_name(image), database_images);
    service.builds = tree_.child(node, "build") != DataTree::none;
    read_needs(tree_.child(node, "depends_on"), service);
    file_.services.push_back(std::move(service));

    const std::vector<PlacedMount> mounts = read_mounts(node);
    start_.mounts.clear();
    for (const PlacedMount& placed : mounts) {
      start_.mounts.push_back(placed.mount);
    }
    const std::string folder = text_of(node, "working_dir");
    start_.folder = folder.empty() ? std::string(1, unknown_part) : folder;
    std::vector<NamedUse> uses;
    add_init_uses(mounts, uses);
    read_container_command(
        command_of(tree_.child(node, "entrypoint")),
        command_of(tree_.child(node, "command")),
        image,
        start_,
        uses);
    resolve_uses(
        uses,
        path_,
        {std::string(parent_folder(path_)), false},
        finder_,
        file_.uses);
  }

  void read_needs(std::uint32_t node, ComposeService& service) const {
    if (node == DataTree::none) {
      return;
    }
    for (const std::uint32_t item : tree_.node(node).children) {
      const std::string_view key = tree_.node(item).key;
      service.needs.push_back(
          key.empty() ? tree_.scalar(item).text : std::string(key));
    }
  }

  ContainerCommand command_of(std::uint32_t node) const {
    ContainerCommand command;
    if (node == DataTree::none) {
      return command;
    }
    command.shell = tree_.is_scalar(node);
    for (const Script& word : tree_.scalars(node)) {
      command.words.push_back(replaced(word, "$$", '$'));
    }
    return command;
  }

  std::vector<PlacedMount> read_mounts(std::uint32_t service) const {
    std::vector<PlacedMount> mounts;
    const std::uint32_t volumes = tree_.child(service, "volumes");
    if (volumes == DataTree::none) {
      return mounts;
    }
    for (const std::uint32_t item : tree_.node(volumes).children) {
      PlacedMount placed;
      if (tree_.is_scalar(item)) {
        const std::string text = tree_.scalar(item).text;
        const std::size_t colon = text.find(":/");
        if (colon == std::string::npos) {
          continue;
        }
        const std::string target = text.substr(colon + 1);
        placed.mount = {
            text.substr(0, colon), target.substr(0, target.find(':'))};
        placed.place = tree_.node(item).token;
      } else {
        placed.mount = {text_of(item, "source"), text_of(item, "target")};
        placed.place = tree_
                           .node(
                               tree_.child(item, "source") == DataTree::none
                                   ? item
                                   : tree_.child(item, "source"))
                           .token;
      }
      // Any other word is the name of a volume.
      if (placed.mount.source.starts_with('.') ||
          placed.mount.source.find('/') != std::string::npos) {
        mounts.push_back(std::move(placed));
      }
    }
    return mounts;
  }

  const std::string& path_;
  DataTree tree_;
  const PathFinder& finder_;
  ShellStart start_; // of the service that is read
  ComposeFile file_;
};

} // namespace

ComposeFile read_compose(
    const std::string& path, std::string_view text, const PathFinder& finder) {
  return ComposeReader(path, text, finder).read();
}

} // namespace migcheck::runs
