#include "cli/remembered.hpp"

#include "cli/version.hpp"
#include "io/content_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

constexpr std::uint64_t size_limit = std::uint64_t{32} << 20;

// Projects share so many files by the hash of their root: however many there
// are, no more space is used.
constexpr std::uint64_t cache_files = 256;

// Fewer files are read in the time that writing takes; of migrations, which
// take more, fewer are enough.
constexpr std::size_t worth_writing = 64;
constexpr std::size_t migrations_worth_writing = 4;

std::string cache_base(const Environment& environment) {
  std::string named = environment.variable("XDG_CACHE_HOME");
  if (named.starts_with('/')) {
    return named;
  }
  const std::string home = environment.variable("HOME");
  return home.starts_with('/') ? home + "/.cache" : "";
}

bool is_wanted(const Environment& environment, const Options& options) {
  return environment.read_cache && environment.write_cache &&
         !options.no_cache && options.rev.empty() &&
         environment.variable("MIGCHECK_NO_CACHE").empty() &&
         environment.variable("CI").empty();
}

std::vector<std::uint64_t> all_keys(const LoadedProject& loaded) {
  std::vector<std::uint64_t> keys = loaded.found.silent.keys;
  if (loaded.there) {
    const std::vector<std::uint64_t>& there = loaded.there->found.silent.keys;
    keys.insert(keys.end(), there.begin(), there.end());
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }
  return keys;
}

} // namespace

Remembered::Remembered(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace) {
  if (!is_wanted(environment, options)) {
    return;
  }
  place_.base = cache_base(environment);
  if (place_.base.empty()) {
    return;
  }
  ContentHash hash;
  hash.add(workspace.root);
  if (options.staged) {
    hash.add("staged"); // the same files may have other contents
  }
  place_.name = fmt::format("{:02x}", hash.key().second % cache_files);
  hash.add(version());
  hash.add(environment.build);
  fingerprint_ = hash.key().first;
  std::string bytes = environment.read_cache(place_, size_limit);
  seen_before_ = !bytes.empty();
  silent_ = lists::SilentFiles(std::move(bytes), fingerprint_);
  if (seen_before_) {
    plain_place_ = {place_.base, place_.name + "-sql"};
    plain_ = RecordStore(
        environment.read_cache(plain_place_, size_limit), fingerprint_);
  }
}

void Remembered::keep(
    const Environment& environment, const CheckResult& result) const {
  if (!place_.base.empty() && result.report.complete) {
    keep_silent(environment, *result.loaded);
    keep_plain(environment, result.loaded->plain);
  }
}

// New files are written once there are many, or many among the known ones: of
// the merge base, too, whose migrations are others.
void Remembered::keep_silent(
    const Environment& environment, const LoadedProject& loaded) const {
  const lists::SilentKeys& silent = loaded.found.silent;
  const std::size_t there = loaded.there ? loaded.there->found.silent.fresh : 0;
  const std::size_t fresh =
      seen_before_ ? silent.fresh + there : loaded.found.files_scanned;
  if (fresh > worth_writing + silent.known / 32) {
    environment.write_cache(
        place_, lists::silent_files_text(all_keys(loaded), fingerprint_));
  }
}

void Remembered::keep_plain(
    const Environment& environment, const LearnedRecords& learned) const {
  if (learned.fresh.size() >
      migrations_worth_writing + learned.known.size() / 32) {
    environment.write_cache(
        plain_place_, record_store_text(plain_, learned, fingerprint_));
  }
}

} // namespace migcheck
