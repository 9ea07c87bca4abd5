// Contents of a project's files out of git's object database.
#pragma once

#include "io/file_reader.hpp"
#include "io/git_objects.hpp"
#include "stored/stored_file.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace migcheck {

// Thread-safe. Of the files that the disk does not have, those behind the one
// that is asked for are fetched along: they will be asked for next. After a
// failure of git's it is not asked any more.
class GitContents {
 public:
  // `files` must stay as they are, and where.
  GitContents(
      std::unique_ptr<GitObjects> objects,
      const std::vector<StoredFile>& files,
      std::size_t id_size);

  // The text is empty after a failure. A file of more than `limit` bytes is
  // not fetched.
  ReadFailure
  read(const StoredFile& file, std::uint64_t limit, std::string& text);

  // The same by git's name, in hexadecimal.
  ReadFailure
  read(const std::string& name, std::uint64_t limit, std::string& text);

 private:
  ReadFailure
  read_one(const std::string& name, std::uint64_t limit, std::string& text);
  ReadFailure read_along(std::size_t place, std::string& text);
  bool measure();
  bool may_be_fetched(std::size_t place) const;
  std::string name_of(std::size_t place) const;

  std::mutex mutex_; // for all that follows
  std::unique_ptr<GitObjects> objects_;
  const std::vector<StoredFile>& files_;
  std::size_t id_size_;
  bool broken_ = false;
  std::vector<GitObjectSize> sizes_; // by place, of files that the disk does
                                     // not have; once one is asked for
  std::vector<bool> fetched_;        // the same
  std::map<std::size_t, std::string> ahead_; // not asked for yet
  std::size_t bytes_ahead_ = 0;
};

} // namespace migcheck
