// A drizzle journal against itself and its snapshots: what the names alone do
// not say. Whether entries and files go together is for lists to say.
#pragma once

#include "journals/sources.hpp"
#include "model/drizzle_drift.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct DrizzleEntry {
  std::string tag;
  Span span; // of the tag
  std::optional<std::int64_t> idx;
  std::optional<std::int64_t> when; // milliseconds since 1970
};

// The entries of a journal that is JSON; those without a tag are left out.
std::vector<DrizzleEntry> read_drizzle_entries(std::string_view text);

struct DrizzleSnapshot {
  std::string id;
  std::string prev_id;
  Span prev_span;
};

// The two ids on the outermost level of a snapshot, "" where there is none.
DrizzleSnapshot read_drizzle_snapshot(std::string_view text);

// By kind, then by place. `path` is that of a `meta/_journal.json`.
std::vector<DrizzleDrift>
find_drizzle_drifts(const JournalSources& sources, const std::string& path);

} // namespace migcheck
