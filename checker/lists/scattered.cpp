#include "lists/scattered.hpp"

#include "lists/file_names.hpp"
#include "lists/migration_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace migcheck::lists {
namespace {

constexpr std::size_t least_files = 3;

bool has_number(std::string_view name) {
  return name.find_first_of("0123456789") != std::string_view::npos;
}

// The one migration that a file names; null when it names none or several.
const LooseName* only_name(const ParsedSource& source) {
  const std::vector<LooseName>& names = source.found.loose_names;
  const bool same =
      std::all_of(names.begin(), names.end(), [&](const LooseName& name) {
        return name.identity == names.front().identity;
      });
  return source.found.lists.empty() && !names.empty() && same ? &names.front()
                                                              : nullptr;
}

// Files that may be parts of one list: folder, language, what the name is
// given to.
using Kind = std::tuple<std::string_view, std::string_view, std::string_view>;
using Part = std::pair<const ParsedSource*, const LooseName*>;

ScatteredList list_of(const std::vector<Part>& parts) {
  ScatteredList list;
  list.first = parts.front().first;
  list.candidate.shape = ListShape::scattered;
  list.candidate.span = parts.front().second->span;
  list.candidate.begin = list.candidate.span.begin;
  list.candidate.elements = static_cast<std::uint32_t>(parts.size());
  for (const auto& [source, name] : parts) {
    CandidateEntry entry;
    entry.name = name->name;
    entry.literal = name->span;
    entry.element = name->span;
    list.candidate.entries.push_back(std::move(entry));
    list.candidate.files.push_back(source->path);
  }
  return list;
}

} // namespace

std::vector<ScatteredList>
scattered_lists(const std::vector<std::unique_ptr<ParsedSource>>& sources) {
  std::map<Kind, std::vector<Part>> kinds;
  for (const auto& source : sources) {
    const std::string_view path = source->path;
    if (!has_number(last_part(path)) || is_test_path(path)) {
      continue;
    }
    const LooseName* name = only_name(*source);
    // A migration that lies somewhere else may record its own name.
    const bool itself = name != nullptr && entry_stem(last_part(path)) ==
                                               entry_stem(name->name.base);
    if (name != nullptr && !itself) {
      kinds[{parent_folder(path), source->tree.language->name, name->callee}]
          .emplace_back(source.get(), name);
    }
  }
  std::vector<ScatteredList> lists;
  for (const auto& [kind, parts] : kinds) {
    std::set<std::string_view> names;
    for (const auto& [source, name] : parts) {
      names.insert(name->identity);
    }
    if (names.size() >= least_files) {
      lists.push_back(list_of(parts));
    }
  }
  return lists;
}

} // namespace migcheck::lists
