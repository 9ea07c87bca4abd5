// What a check keeps for the next one of the same project: which files are
// silent, and what plain migrations hold. It makes that one faster, and changes
// nothing that it says.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"
#include "cli/workspace.hpp"
#include "io/cache_file.hpp"
#include "io/record_store.hpp"
#include "lists/silent_files.hpp"

namespace migcheck {

class Remembered {
 public:
  // Reads what there is. Nothing is kept, and nothing read, with --no-cache,
  // with MIGCHECK_NO_CACHE, of a commit, in CI (a fresh copy of a project gains
  // nothing) and where the user has no cache directory.
  Remembered(
      const Environment& environment,
      const Options& options,
      const Workspace& workspace);

  // For CheckOptions; null where nothing is kept, and for a project that is
  // checked for the first time: to learn takes a while, and it may be the last
  // time, too.
  const lists::SilentFiles* silent_files() const {
    return seen_before_ ? &silent_ : nullptr;
  }

  const RecordStore* plain_files() const {
    return seen_before_ ? &plain_ : nullptr;
  }

  // Keeps what a complete check found, where that is worth writing; of the
  // first one, that there was one.
  void keep(const Environment& environment, const CheckResult& result) const;

 private:
  void keep_silent(
      const Environment& environment, const LoadedProject& loaded) const;
  void keep_plain(
      const Environment& environment, const LearnedRecords& learned) const;

  CachePlace place_; // no base: nothing is kept
  CachePlace plain_place_;
  std::uint64_t fingerprint_ = 0;
  lists::SilentFiles silent_;
  RecordStore plain_;
  bool seen_before_ = false;
};

} // namespace migcheck
