#include "discover/ignore_file.hpp"

#include "text/byte_order_mark.hpp"

#include <algorithm>

namespace migcheck {

std::string_view trim_pattern(std::string_view line) {
  std::size_t end = 0; // behind the last byte that stays
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {
      at = std::min(at + 1, line.size() - 1);
      end = at + 1;
    } else if (line[at] != ' ') {
      end = at + 1;
    }
  }
  return line.substr(0, end);
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

IgnoreFile::IgnoreFile(std::string_view text) {
  text = without_byte_order_mark(text);
  while (!text.empty()) {
    // git's strings end at a NUL.
    std::string_view line = next_line(text);
    line = line.substr(0, line.find('\0'));
    if (!line.starts_with('#')) {
      add(trim_pattern(line));
    }
  }
}

void IgnoreFile::add(std::string_view pattern) {
  PathPattern compiled(pattern);
  const auto number = static_cast<std::uint32_t>(patterns_.size());
  switch (compiled.form) {
  case PatternForm::name:
    if (compiled.text.empty()) {
      return; // matches nothing
    }
    names_[compiled.text].push_back(number);
    break;
  case PatternForm::path:
    paths_[compiled.text].push_back(number);
    break;
  case PatternForm::suffix:
    if (const std::size_t dot = compiled.text.rfind('.');
        dot != std::string::npos) {
      extensions_[compiled.text.substr(dot + 1)].push_back(number);
      break;
    }
    [[fallthrough]];
  default:
    others_.push_back(number);
  }
  patterns_.push_back(std::move(compiled));
}

// Raises `best` to the last pattern of `numbers` that matches.
void IgnoreFile::try_all(
    const Numbers& numbers,
    std::string_view path,
    std::string_view name,
    bool is_directory,
    std::int64_t& best) const {
  for (auto at = numbers.rbegin(); at != numbers.rend() && *at > best; ++at) {
    if (patterns_[*at].matches(path, name, is_directory)) {
      best = *at;
      return;
    }
  }
}

IgnoreVerdict IgnoreFile::match(
    std::string_view path, std::string_view name, bool is_directory) const {
  std::int64_t best = -1;
  const auto look_up = [&](const Table& table, std::string_view key) {
    const auto found = table.empty() ? table.end() : table.find(key);
    if (found != table.end()) {
      try_all(found->second, path, name, is_directory, best);
    }
  };
  look_up(names_, name);
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
    look_up(extensions_, name.substr(dot + 1));
  }
  look_up(paths_, path);
  try_all(others_, path, name, is_directory, best);
  if (best < 0) {
    return IgnoreVerdict::none;
  }
  return patterns_[static_cast<std::size_t>(best)].negative
             ? IgnoreVerdict::kept
             : IgnoreVerdict::ignored;
}

} // namespace migcheck
