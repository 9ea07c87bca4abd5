#include "io/git_objects.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t longest_ref = 1024;
constexpr std::size_t most_parents = 16;

constexpr std::string_view directory_mode = "40000";
constexpr std::string_view regular_mode = "100";
constexpr std::string_view link_mode = "120000";

bool may_stand_in_ref(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte != 0x7f &&
         std::string_view(":?*[\\").find(c) == std::string_view::npos;
}

} // namespace

bool is_plain_ref(std::string_view name) {
  return !name.empty() && name.size() <= longest_ref &&
         !name.starts_with('-') && !name.starts_with('^') &&
         std::all_of(name.begin(), name.end(), may_stand_in_ref) &&
         name.find("..") == std::string_view::npos &&
         name.find("^{/") == std::string_view::npos &&
         name.find("^@") == std::string_view::npos &&
         name.find("^!") == std::string_view::npos &&
         name.find("^-") == std::string_view::npos;
}

Result<std::vector<GitTreeEntry>>
parse_tree(std::string_view bytes, std::size_t id_size) {
  std::vector<GitTreeEntry> entries;
  while (!bytes.empty()) {
    const std::size_t blank = bytes.find(' ');
    const std::size_t end = bytes.find('\0');
    const bool whole = blank != std::string_view::npos &&
                       end != std::string_view::npos && blank + 1 < end &&
                       bytes.size() - end > id_size;
    if (!whole) {
      return fail("a tree of git's is damaged");
    }
    const std::string_view mode = bytes.substr(0, blank);
    GitTreeEntry entry;
    entry.name = bytes.substr(blank + 1, end - blank - 1);
    entry.id = bytes.substr(end + 1, id_size);
    entry.directory = mode == directory_mode;
    entry.regular = mode.starts_with(regular_mode);
    entry.link = mode == link_mode;
    if (entry.name.find('/') != std::string_view::npos || entry.name == "." ||
        entry.name == "..") {
      return fail("a tree of git's holds a name that no file can have");
    }
    entries.push_back(entry);
    bytes.remove_prefix(end + 1 + id_size);
  }
  return entries;
}

std::vector<std::string> commit_parents(std::string_view bytes) {
  constexpr std::string_view key = "parent ";
  std::vector<std::string> parents;
  while (!bytes.empty() && !bytes.starts_with('\n') &&
         parents.size() < most_parents) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    if (line.starts_with(key)) {
      parents.emplace_back(line.substr(key.size()));
    }
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return parents;
}

} // namespace migcheck
