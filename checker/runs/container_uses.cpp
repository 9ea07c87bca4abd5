#include "runs/container_uses.hpp"

#include "runs/tools.hpp"

#include <algorithm>

namespace migcheck::runs {
namespace {

constexpr std::string_view init_folder = "/docker-entrypoint-initdb.d";

// The file name that the mount has in the folder; nothing when it lies
// elsewhere. "" is the folder itself.
std::optional<std::string> init_name(std::string_view target) {
  if (!target.starts_with(init_folder)) {
    return std::nullopt;
  }
  target.remove_prefix(init_folder.size());
  if (!target.empty() && target.front() != '/') {
    return std::nullopt;
  }
  while (target.starts_with('/')) {
    target.remove_prefix(1);
  }
  const bool deeper = target.find('/') != std::string_view::npos;
  return deeper ? std::nullopt : std::optional<std::string>(target);
}

NamedUse init_use(const PlacedMount& placed, std::string pattern) {
  NamedUse use;
  use.tool = std::string(init_folder.substr(1));
  use.files.patterns = {std::move(pattern)};
  use.files.place = placed.place;
  use.files.order = FileOrder::by_name;
  use.place = placed.place;
  return use;
}

void add_words(const ContainerCommand& command, std::vector<Word>& words) {
  for (const Script& script : command.words) {
    Word word;
    word.script = script;
    word.quoted = true;
    words.push_back(std::move(word));
  }
}

} // namespace

void add_init_uses(
    const std::vector<PlacedMount>& mounts, std::vector<NamedUse>& uses) {
  struct Single {
    std::string name;
    const PlacedMount* placed;
  };

  std::vector<Single> singles;
  for (const PlacedMount& placed : mounts) {
    const auto name = init_name(placed.mount.target);
    const std::string& source = placed.mount.source;
    if (!name || source.empty()) {
      continue;
    }
    if (source.ends_with(".sql") && !has_wildcard(source)) {
      const std::string base = source.substr(source.rfind('/') + 1);
      singles.push_back({name->empty() ? base : *name, &placed});
    } else if (name->empty() || has_wildcard(source)) {
      const bool folder = !has_wildcard(source);
      const bool slash = source.ends_with('/');
      uses.push_back(init_use(
          placed, folder ? source + (slash ? "*.sql" : "/*.sql") : source));
    }
  }
  std::stable_sort(
      singles.begin(), singles.end(), [](const Single& a, const Single& b) {
        return a.name < b.name;
      });
  if (singles.empty()) {
    return;
  }
  NamedUse use = init_use(*singles[0].placed, singles[0].placed->mount.source);
  for (std::size_t i = 1; i < singles.size(); ++i) {
    use.files.patterns.push_back(singles[i].placed->mount.source);
  }
  uses.push_back(std::move(use));
}

void read_container_command(
    const ContainerCommand& entrypoint,
    const ContainerCommand& command,
    std::string_view image,
    const ShellStart& start,
    std::vector<NamedUse>& uses) {
  const bool own = entrypoint.words.empty();
  const bool runner = own && is_runner(image);
  if (own && command.shell && !runner) {
    read_shell(command.words[0], start, uses);
    return;
  }
  if (entrypoint.shell && !entrypoint.words.empty()) {
    read_shell(entrypoint.words[0], start, uses);
    return;
  }
  std::vector<Word> words;
  if (runner) {
    Word tool;
    const std::uint32_t place =
        command.words.empty() || command.words[0].places.empty()
            ? 0
            : command.words[0].places[0];
    tool.script.add(tool_name(image), place);
    words.push_back(std::move(tool));
  }
  add_words(entrypoint, words);
  if (runner && command.shell) {
    // The words of the text, as compose cuts it.
    Script text;
    text.add(words[0].text() + ' ', command.words[0].places[0]);
    text.text += command.words[0].text;
    text.places.insert(
        text.places.end(),
        command.words[0].places.begin(),
        command.words[0].places.end());
    read_shell(text, start, uses);
    return;
  }
  add_words(command, words);
  if (!words.empty()) {
    read_words(std::move(words), start, uses);
  }
}

} // namespace migcheck::runs
