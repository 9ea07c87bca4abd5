// What stands in a folder, out of the paths of all files.
#pragma once

#include <iterator>
#include <string>
#include <string_view>

namespace migcheck {

// Calls visit(name, node) for each name directly in `directory` ("" is the
// root), in order. `nodes` is a std::map by path with transparent comparison;
// `node` is null for a folder that is only part of other paths.
template <typename Nodes, typename Visit>
void visit_folder(
    const Nodes& nodes, std::string_view directory, const Visit& visit) {
  const std::string below =
      directory.empty() ? "" : std::string(directory) + '/';
  auto at = nodes.lower_bound(below);
  while (at != nodes.end() && at->first.starts_with(below)) {
    const std::string_view rest =
        std::string_view(at->first).substr(below.size());
    const std::string name(rest.substr(0, rest.find('/')));
    const bool whole = name.size() == rest.size();
    visit(name, whole ? &at->second : nullptr);
    // '0' follows '/': past everything in the folder.
    at = whole ? std::next(at) : nodes.lower_bound(below + name + '0');
  }
}

} // namespace migcheck
