#include "stored/converted_paths.hpp"

#include "discover/attribute_file.hpp"
#include "text/path_parts.hpp"

#include <algorithm>

namespace migcheck {

void ConvertedPaths::add(const std::string& directory, std::string_view text) {
  AttributeFile file = parse_attributes(text);
  const auto converts = [this](const Attributes& attributes) {
    return std::any_of(
        attributes.begin(), attributes.end(), [this](const auto& attribute) {
          const auto kind = attribute.second.kind;
          return names_.contains(attribute.first) &&
                 (kind == AttributeState::Kind::set ||
                  kind == AttributeState::Kind::value);
        });
  };
  for (const auto& [name, attributes] : file.macros) {
    if (converts(attributes)) {
      names_.insert(name);
    }
  }
  for (AttributeLine& line : file.lines) {
    if (converts(line.attributes)) {
      lines_.push_back({directory, std::move(line.pattern)});
    }
  }
}

bool ConvertedPaths::contains(std::string_view path) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) {
    return path.starts_with(line.directory) &&
           line.pattern.matches(
               path.substr(line.directory.size()), last_part(path), false);
  });
}

} // namespace migcheck
