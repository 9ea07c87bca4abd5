// A project in memory, for tests: files by path, and the odd things that a
// disk can hold.
#pragma once

#include "io/file_reader.hpp"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// Directories exist because something lies in them. Adding a path again
// replaces it. Reading is thread-safe, adding is not.
class MemoryReader final : public FileReader {
 public:
  MemoryReader() = default;
  explicit MemoryReader(const std::map<std::string, std::string>& files);

  // With braces: MemoryReader reader{{"a.sql", "select 1"}, {"b.sql", ""}};
  MemoryReader(
      std::initializer_list<std::pair<const std::string, std::string>> files);

  void add(std::string_view path, std::string bytes);
  void add_directory(std::string_view path);

  // `target` as a link holds it: relative to the link's directory, or
  // absolute and then outside of the root.
  void add_link(std::string_view path, std::string target);

  // A pipe, socket or device.
  void add_odd(std::string_view path);

  // A regular file (or, with `denied`, a directory that cannot be listed)
  // that fails in this way when it is read.
  void add_failing(std::string_view path, ReadFailure failure);

  void remove(std::string_view path);

  // Puts the project into a git work tree, at "" or "sub/dir/" below its top.
  void set_git(std::string prefix);

  // One of git's own files; `name` as read_git takes it.
  void add_git(GitFile file, std::string bytes, std::string name = "");

  using FileReader::read;
  ReadFailure
  read(const ReadRequest& request, FileBuffer& buffer) const override;
  ReadFailure read_pieces(
      const ReadRequest& request,
      const std::function<bool(std::string_view)>& visit) const override;
  // Known for every file; another one for other bytes. Names are of SHA-1.
  FileStamp stamp(std::string_view path, OpenDirectory& nearby) const override;
  std::optional<BlobId>
  content_id(std::string_view path, OpenDirectory& nearby) const override;
  ReadFailure list(
      std::string_view directory,
      std::vector<DirectoryEntry>& entries) const override;
  FileKind kind(std::string_view path) const override;
  GitRepository find_git(const GitVariables& variables) const override;
  ReadFailure read_git(
      const GitRepository& repository,
      GitFile file,
      std::string_view name,
      std::uint64_t limit,
      std::string& buffer) const override;

 private:
  struct Node {
    FileKind kind = FileKind::regular;
    std::string bytes; // of a file, or a link's target
    ReadFailure failure = ReadFailure::none;
  };

  struct Found {
    const Node* node = nullptr;
    ReadFailure failure = ReadFailure::none;
  };

  const Node* node(std::string_view path) const;
  bool through_link(std::string_view path) const;
  Found follow(std::string path) const;
  static FileStamp stamp_of(const Node& node);

  std::map<std::string, Node, std::less<>> nodes_;
  GitRepository git_;
  std::map<std::pair<GitFile, std::string>, std::string> git_files_;
};

} // namespace migcheck
