// The patterns of one .gitignore, compiled: names, suffixes and paths are
// looked up in tables, only what is left is tried one by one.
#pragma once

#include "discover/path_pattern.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck {

// What the last matching pattern says.
enum class IgnoreVerdict : std::uint8_t { none, ignored, kept };

class IgnoreFile {
 public:
  IgnoreFile() = default;

  // The text of a whole file: comments, blank lines, escaped trailing blanks
  // and a byte order mark are as in git.
  explicit IgnoreFile(std::string_view text);

  void add(std::string_view pattern);

  bool empty() const { return patterns_.empty(); }

  // `path` is below the file's directory, `name` its last part.
  IgnoreVerdict
  match(std::string_view path, std::string_view name, bool is_directory) const;

 private:
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  // Numbers of patterns, in the order of the file.
  using Numbers = std::vector<std::uint32_t>;
  using Table = std::unordered_map<std::string, Numbers, Hash, std::equal_to<>>;

  void try_all(
      const Numbers& numbers,
      std::string_view path,
      std::string_view name,
      bool is_directory,
      std::int64_t& best) const;

  std::vector<PathPattern> patterns_;
  Table names_;
  Table extensions_; // suffixes, by what follows their last dot
  Table paths_;
  Numbers others_;
};

// Cuts what git does not take as part of a pattern: blanks at the end that no
// backslash protects.
std::string_view trim_pattern(std::string_view line);

// Takes the next line off `text`, without LF or CR LF.
std::string_view next_line(std::string_view& text);

} // namespace migcheck
