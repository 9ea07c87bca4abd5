#include "lists/file_names.hpp"

#include "lists/entries.hpp"
#include "lists/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace migcheck::lists {
namespace {

template <std::size_t size>
bool any_word(
    std::string_view name, const std::array<std::string_view, size>& wanted) {
  const std::vector<std::string> words = split_words(name);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

template <typename Test>
bool any_part(std::string_view path, Test test) {
  std::size_t begin = 0;
  while (begin < path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (test(path.substr(begin, end - begin))) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

} // namespace

void FileNames::add(std::string_view path) {
  const std::string_view base = last_part(path);
  if (has_migration_extension(base)) {
    paths_[base].push_back(path);
    ++folders_[parent_folder(path)];
  }
}

std::span<const std::string_view> FileNames::find(std::string_view base) const {
  const auto found = paths_.find(base);
  return found == paths_.end()
             ? std::span<const std::string_view>()
             : std::span<const std::string_view>(found->second);
}

bool FileNames::contains(std::string_view path) const {
  const std::span<const std::string_view> paths = find(last_part(path));
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

std::uint32_t FileNames::count_in(std::string_view folder) const {
  const auto found = folders_.find(folder);
  return found == folders_.end() ? 0 : found->second;
}

bool is_archive_folder(std::string_view part) {
  constexpr std::array<std::string_view, 12> words = {
      "archive",
      "archived",
      "archives",
      "old",
      "obsolete",
      "deprecated",
      "legacy",
      "squashed",
      "backup",
      "backups",
      "attic",
      "retired"};
  return any_word(part, words);
}

bool is_test_data_folder(std::string_view part) {
  constexpr std::array<std::string_view, 8> words = {
      "testdata",
      "fixtures",
      "fixture",
      "golden",
      "goldens",
      "snapshots",
      "mocks",
      "mock"};
  return any_word(part, words) || part == "test_data" || part == "test-data";
}

bool lies_in_archive(std::string_view folder) {
  return any_part(folder, is_archive_folder);
}

bool lies_in_test_data(std::string_view folder) {
  return any_part(folder, is_test_data_folder);
}

bool is_test_path(std::string_view path) {
  constexpr std::array<std::string_view, 9> words = {
      "test",
      "tests",
      "spec",
      "specs",
      "e2e",
      "testing",
      "it",
      "testutil",
      "testutils"};
  return any_part(
      path, [&](std::string_view part) { return any_word(part, words); });
}

} // namespace migcheck::lists
