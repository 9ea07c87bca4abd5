#include "lists/formats.hpp"

#include "lists/words.hpp"
#include "text/one_of.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

bool is_build_file(std::string_view base, std::string_view language) {
  constexpr std::array<std::string_view, 4> languages = {
      "cmake", "makefile", "meson", "spec"};
  constexpr std::array<std::string_view, 7> endings = {
      ".qrc",
      ".csproj",
      ".fsproj",
      ".vbproj",
      ".vcxproj",
      ".targets",
      ".props"};
  return is_one_of(language, languages) ||
         std::any_of(
             endings.begin(), endings.end(), [&](std::string_view ending) {
               return base.ends_with(ending);
             });
}

bool is_container_file(std::string_view base, std::string_view language) {
  const bool yaml = base.ends_with(".yml") || base.ends_with(".yaml");
  return language == "dockerfile" ||
         (yaml &&
          (base.starts_with("docker-compose") || base.starts_with("compose.") ||
           base.starts_with("compose-")));
}

bool holds(
    const std::vector<std::string>& words,
    std::initializer_list<std::string_view> wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

} // namespace

Promise promise_of(
    std::string_view path, std::string_view language, const Candidate& list) {
  const std::string_view base = last_part(path);
  if (list.releases != nullptr) {
    return Promise::releases;
  }
  if (ends_in_path(path, "meta/_journal.json")) {
    return Promise::journal;
  }
  if (base == "sqitch.plan") {
    return Promise::plan;
  }
  if (list.name == "databaseChangeLog") {
    return Promise::changelog;
  }
  if (is_container_file(base, language)) {
    return Promise::container;
  }
  return is_build_file(base, language) ? Promise::build : Promise::none;
}

bool is_record(std::string_view path) {
  return ends_in_path(path, "meta/_journal.json") ||
         last_part(path) == "sqitch.plan";
}

std::string_view recorded_folder(std::string_view path) {
  std::string_view folder = parent_folder(path);
  if (last_part(path) != "sqitch.plan") {
    folder = parent_folder(folder);
  }
  return folder.empty() ? "." : folder;
}

bool says_some_are_absent(const Candidate& list) {
  const auto sentences = split_sentences(list.comment);
  return std::any_of(
      sentences.begin(),
      sentences.end(),
      [](const std::vector<std::string>& sentence) {
        return holds(sentence, {"file", "files", "entry", "entries", "all"}) &&
               holds(sentence, {"may", "might", "need", "not"}) &&
               holds(sentence, {"exist", "exists", "absent"});
      });
}

bool asks_for_files(const SourceTree& tree) {
  const std::string_view language = tree.language->name;
  if (language != "cmake" && language != "makefile") {
    return false;
  }
  const auto count = static_cast<std::uint32_t>(tree.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool comment = tree.is(i, SourceTokenKind::comment);
    if (!comment &&
        ((language == "cmake" && tree.text_of(i) == "EXISTS") ||
         (language == "makefile" &&
          tree.text_of(i).find("$(wildcard") != std::string_view::npos))) {
      return true;
    }
  }
  return false;
}

} // namespace migcheck::lists
