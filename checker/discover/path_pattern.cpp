#include "discover/path_pattern.hpp"

namespace migcheck {

PathPattern::PathPattern(std::string_view pattern) {
  if (pattern.starts_with('!')) {
    negative = true;
    pattern.remove_prefix(1);
  }
  if (pattern.ends_with('/')) {
    directory_only = true;
    pattern.remove_suffix(1);
  }
  const bool anywhere = pattern.find('/') == std::string_view::npos;
  if (!anywhere && pattern.front() == '/') {
    pattern.remove_prefix(1);
  }
  const std::size_t plain = plain_length(pattern);
  if (plain == pattern.size()) {
    form = anywhere ? PatternForm::name : PatternForm::path;
    text = pattern;
  } else if (
      anywhere && pattern.front() == '*' &&
      plain_length(pattern.substr(1)) == pattern.size() - 1) {
    form = PatternForm::suffix;
    text = pattern.substr(1);
  } else if (anywhere) {
    form = PatternForm::name_glob;
    glob = Glob(pattern);
  } else {
    form = PatternForm::path_glob;
    text = pattern.substr(0, plain);
    glob = Glob(pattern.substr(plain));
  }
}

bool PathPattern::matches(
    std::string_view path, std::string_view name, bool is_directory) const {
  if (directory_only && !is_directory) {
    return false;
  }
  switch (form) {
  case PatternForm::name:
    return name == text;
  case PatternForm::suffix:
    return name.ends_with(text);
  case PatternForm::path:
    return path == text;
  case PatternForm::name_glob:
    return glob.matches(name);
  case PatternForm::path_glob:
    return path.starts_with(text) && glob.matches(path.substr(text.size()));
  }
  return false;
}

} // namespace migcheck
