// What .gitattributes says of line endings.
#pragma once

#include "discover/attribute_file.hpp"
#include "io/file_reader.hpp"
#include "model/project.hpp"

#include <map>
#include <string>
#include <string_view>

namespace migcheck {

// Reads the .gitattributes files on the way to the paths that are asked for,
// each once: of the tree, above the root, and git's info/attributes. The
// user's and the system's own files are left out.
class GitAttributes {
 public:
  // `reader` must outlive the object. FileList::repository() is the second.
  GitAttributes(const FileReader& reader, const GitRepository& repository);

  // Whether a checkout gives the file the same bytes everywhere. `text`
  // without `eol` counts as automatic: its line ends are the platform's.
  TextAttribute text(std::string_view path);

 private:
  using States = std::map<std::string, AttributeState, std::less<>>;

  const AttributeFile& file_in(std::string_view directory);
  void define_macros(const AttributeFile& file);
  void
  apply(const AttributeFile& file, std::string_view path, States& states) const;
  void fill(
      const std::string& name,
      const AttributeState& state,
      States& states) const;

  const FileReader& reader_;
  GitRepository repository_;
  AttributeFile info_;
  std::map<std::string, AttributeFile, std::less<>> files_; // by directory
  std::map<std::string, Attributes, std::less<>> macros_;
};

} // namespace migcheck
