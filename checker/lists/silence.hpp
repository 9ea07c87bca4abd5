// Under which conditions a file that gave the scan nothing gives nothing again.
#pragma once

#include "io/content_key.hpp"
#include "io/file_reader.hpp"
#include "io/open_directory.hpp"
#include "lists/scan_options.hpp"
#include "lists/silent_files.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace migcheck::lists {

enum class Silence : std::uint8_t {
  none,  // it gave something
  here,  // with the same migrations, and as close to them
  after, // the same, and with the numbers of ScanOptions::after
  always // with any migrations, where no counts are looked for, and tables
         // only if they were
};

// A file that is scanned.
struct SilencePlace {
  std::string_view path;
  bool near = false; // counts are looked for
};

// Of one thread, which asks for files in their order.
struct SilenceCursor {
  OpenDirectory nearby;
  std::size_t next = 0; // as EarlierScan has it
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

  // To be called first: what stands for the migrations, and what stood for
  // them in the earlier scan where they are some of those; nothing: they are
  // not. `counted`: that scan looked for their numbers, too.
  void set_migrations(
      std::uint64_t here, std::optional<std::uint64_t> among, bool counted) {
    here_ = here;
    among_ = among;
    counted_ = counted;
  }

  // The key of a file that is as it was when it gave nothing: one look at it
  // instead of opening, reading and closing it. 0: it is not.
  std::uint64_t
  known_key(const SilencePlace& place, SilenceCursor& cursor) const;

  // The key for what a file gave that was read; 0: there is none.
  std::uint64_t learnt_key(
      const SilencePlace& place, const FileStamp& stamp, Silence silence) const;

 private:
  std::uint64_t
  key(const SilencePlace& place, const FileStamp& stamp, Silence silence) const;
  std::uint64_t key_here(
      const SilencePlace& place,
      const FileStamp& stamp,
      std::uint64_t here) const;

  // The bit of a key that is set where tables were looked for.
  std::uint64_t tables_bit() const;

  const FileReader& reader_;
  const SilentFiles* known_;
  const EarlierScan* before_;
  WithTables tables_;
  std::uint64_t limit_;
  std::uint64_t here_ = 0;
  std::optional<std::uint64_t> among_;
  bool counted_ = false;
};

} // namespace migcheck::lists
