// Under which conditions a file that gave the scan nothing gives nothing again.
#pragma once

#include "io/content_key.hpp"
#include "io/file_reader.hpp"
#include "lists/scan_options.hpp"
#include "lists/silent_files.hpp"

#include <cstdint>
#include <string_view>

namespace migcheck::lists {

enum class Silence : std::uint8_t {
  none,  // it gave something
  here,  // with the same migrations, and as close to them
  always // with any migrations, where no counts are looked for, and tables
         // only if they were
};

// A file that is scanned.
struct SilencePlace {
  std::string_view path;
  bool near = false; // counts are looked for
};

// What earlier scans found out, for one project as its migrations are now.
class SilenceMemory {
 public:
  // What is read has at most `limit` bytes.
  SilenceMemory(
      const FileReader& reader,
      const ScanOptions& options,
      std::uint64_t limit);

  // False: nothing is known, and nothing is to be found out.
  bool in_use() const { return known_ != nullptr; }

  // To be called first: what stands for the migrations.
  void set_migrations(const ContentHash& hash) { here_ = hash.key().first; }

  // True for a file that is as it was when it gave nothing: one look at it
  // instead of opening, reading and closing it.
  bool knows(
      const SilencePlace& place,
      OpenDirectory& nearby,
      SilentKeys& found) const;

  // Notes what a file gave that was read.
  void learn(
      const SilencePlace& place,
      const FileStamp& stamp,
      Silence silence,
      SilentKeys& found) const;

 private:
  std::uint64_t
  key(const SilencePlace& place, const FileStamp& stamp, Silence silence) const;

  const FileReader& reader_;
  const SilentFiles* known_;
  WithTables tables_;
  std::uint64_t limit_;
  std::uint64_t here_ = 0;
};

} // namespace migcheck::lists
