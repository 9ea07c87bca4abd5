#include "lists/file_names.hpp"

#include "lists/migration_names.hpp"
#include "lists/words.hpp"
#include "text/path_parts.hpp"

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

FileNames::FileNames(std::span<const std::string_view> paths) {
  for (const std::string_view path : paths) {
    if (!has_migration_extension(path)) {
      continue;
    }
    const std::string_view base = last_part(path);
    const std::string_view folder = parent_folder(path);
    if (!has_migration_extension(base)) {
      continue;
    }
    names_.push_back({base, path});
    if (folders_.empty() || folders_.back().folder != folder) {
      folders_.push_back({folder, 0});
    }
    ++folders_.back().count;
  }
  std::sort(
      folders_.begin(),
      folders_.end(),
      [](const FolderCount& a, const FolderCount& b) {
        return a.folder < b.folder;
      });
  std::stable_sort(
      names_.begin(), names_.end(), [](const NamedPath& a, const NamedPath& b) {
        return a.base < b.base;
      });
}

std::span<const NamedPath> FileNames::find(std::string_view base) const {
  const auto begin = std::lower_bound(
      names_.begin(),
      names_.end(),
      base,
      [](const NamedPath& a, std::string_view b) { return a.base < b; });
  if (begin == names_.end() || begin->base != base) {
    return {};
  }
  const auto end = std::upper_bound(
      begin, names_.end(), base, [](std::string_view a, const NamedPath& b) {
        return a < b.base;
      });
  return {begin, end};
}

bool FileNames::contains(std::string_view path) const {
  const std::span<const NamedPath> names = find(last_part(path));
  return std::any_of(names.begin(), names.end(), [&](const NamedPath& name) {
    return name.path == path;
  });
}

bool FileNames::contains(std::string_view folder, std::string_view base) const {
  const std::span<const NamedPath> names = find(base);
  return std::any_of(names.begin(), names.end(), [&](const NamedPath& name) {
    return parent_folder(name.path) == folder;
  });
}

std::uint32_t FileNames::count_in(std::string_view folder) const {
  auto at = std::lower_bound(
      folders_.begin(),
      folders_.end(),
      folder,
      [](const FolderCount& a, std::string_view b) { return a.folder < b; });
  std::uint32_t count = 0;
  for (; at != folders_.end() && at->folder == folder; ++at) {
    count += at->count;
  }
  return count;
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
