#include "journals/drizzle.hpp"

#include "discover/folders.hpp"
#include "journals/conflict_mark.hpp"
#include "journals/json_flaw.hpp"
#include "journals/json_reader.hpp"
#include "layouts/version.hpp"
#include "text/byte_order_mark.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace migcheck {
namespace {

constexpr std::int64_t day_in_milliseconds = 86'400'000;
constexpr std::string_view snapshot_end = "_snapshot.json";

// What is wrong further back, the project has come to terms with.
constexpr std::size_t recent_entries = 5;

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size()
             ? std::optional(value)
             : std::nullopt;
}

std::string_view prefix_of(std::string_view tag) {
  return tag.substr(0, tag.find('_'));
}

// A name of four digits that are not the index.
bool differs_from_prefix(const DrizzleEntry& entry) {
  const std::string_view prefix = prefix_of(entry.tag);
  return prefix.size() == 4 && all_digits(prefix) && entry.idx &&
         number(canonical_decimal(prefix)) != *entry.idx;
}

// What keeps drizzle from reading a file at all, and where in it.
struct Break {
  DrizzleChange change = DrizzleChange::damaged;
  Span span;
};

std::optional<Break> find_break(
    std::string_view text, std::optional<Span> (*find)(std::string_view)) {
  if (const auto mark = find_conflict(text)) {
    return Break{DrizzleChange::conflict, mark->span};
  }
  if (text.starts_with(byte_order_mark)) {
    return Break{
        DrizzleChange::byte_order_mark,
        {0, static_cast<std::uint32_t>(byte_order_mark.size())}};
  }
  if (const auto flaw = find(text)) {
    return Break{DrizzleChange::damaged, *flaw};
  }
  return std::nullopt;
}

// One journal and where its findings go.
class Comparison {
 public:
  Comparison(
      const JournalSources& sources,
      const std::string& path,
      std::vector<DrizzleEntry> entries)
      : sources_(sources), path_(path), meta_(folder_of(path)),
        entries_(std::move(entries)) {}

  std::vector<DrizzleDrift> compare();

 private:
  DrizzleDrift& add(DrizzleChange change, Location place);
  DrizzleDrift& add(DrizzleChange change, const DrizzleEntry& entry);
  void compare_indexes();
  void compare_prefixes();
  void compare_order();
  void compare_future(std::int64_t tomorrow);

  std::size_t first_recent() const {
    return entries_.size() - std::min(entries_.size(), recent_entries);
  }

  void compare_snapshots();
  void read_snapshots(const std::vector<std::string>& names);

  const JournalSources& sources_;
  const std::string& path_;
  std::string meta_;
  std::vector<DrizzleEntry> entries_;
  std::vector<DrizzleDrift> drifts_;
};

DrizzleDrift& Comparison::add(DrizzleChange change, Location place) {
  DrizzleDrift& drift = drifts_.emplace_back();
  drift.journal = path_;
  drift.folder = folder_of(meta_);
  drift.change = change;
  drift.place = std::move(place);
  return drift;
}

DrizzleDrift& Comparison::add(DrizzleChange change, const DrizzleEntry& entry) {
  DrizzleDrift& drift = add(change, Location{path_, entry.span});
  drift.tag = entry.tag;
  return drift;
}

// Each against the one before: what is further back stays as it is.
void Comparison::compare_indexes() {
  for (std::size_t i = first_recent(); i < entries_.size(); ++i) {
    const auto before =
        i == 0 ? std::optional<std::int64_t>(-1) : entries_[i - 1].idx;
    if (entries_[i].idx && before && *entries_[i].idx != *before + 1) {
      DrizzleDrift& drift = add(DrizzleChange::index, entries_[i]);
      drift.value = *entries_[i].idx;
      drift.wanted = *before + 1;
      return;
    }
  }
}

void Comparison::compare_prefixes() {
  for (std::size_t i = first_recent(); i < entries_.size(); ++i) {
    if (differs_from_prefix(entries_[i]) &&
        (i == 0 || !differs_from_prefix(entries_[i - 1]))) {
      add(DrizzleChange::prefix, entries_[i]).value = *entries_[i].idx;
      return;
    }
  }
}

// Entries that are not newer than one before them, one finding for each of
// those that they stand behind.
void Comparison::compare_order() {
  const DrizzleEntry* newest = nullptr;
  std::vector<const DrizzleEntry*> behind; // of the newest
  const auto tell = [&] {
    const bool recent = !behind.empty() && behind.size() <= recent_entries &&
                        static_cast<std::size_t>(
                            behind.back() - entries_.data()) >= first_recent();
    if (recent) {
      DrizzleDrift& drift = add(DrizzleChange::order, *behind.front());
      drift.other = newest->tag;
      drift.other_place = Location{path_, newest->span};
      drift.value = *behind.front()->when;
      drift.more = behind.size() - 1;
    }
    behind.clear();
  };
  for (const DrizzleEntry& entry : entries_) {
    if (!entry.when) {
      continue;
    }
    if (newest != nullptr && *entry.when <= *newest->when) {
      behind.push_back(&entry);
    } else {
      tell();
      newest = &entry;
    }
  }
  tell();
}

void Comparison::compare_future(std::int64_t tomorrow) {
  const auto future = std::find_if(
      entries_.begin(), entries_.end(), [&](const DrizzleEntry& entry) {
        return entry.when && *entry.when > tomorrow;
      });
  const bool told = std::any_of(
      drifts_.begin(), drifts_.end(), [&](const DrizzleDrift& drift) {
        return future != entries_.end() && drift.other == future->tag;
      });
  if (future != entries_.end() && !told) {
    add(DrizzleChange::future, *future).value = *future->when;
  }
}

// Two snapshots that follow the same one: what drizzle-kit's own check
// refuses. And those that it cannot read: it reads them all. They are long, so
// only their ends are looked at.
void Comparison::read_snapshots(const std::vector<std::string>& names) {
  std::map<std::string, std::pair<std::string, Span>> followed;
  std::string text;
  for (const std::string& name : names) {
    const std::string path = join_path(meta_, name);
    if (fetch_text(sources_, path, text) != Fetched::yes) {
      continue;
    }
    if (const auto broken = find_break(text, find_object_flaw)) {
      add(broken->change, Location{path, broken->span}).tag = name;
      continue;
    }
    const DrizzleSnapshot snapshot = read_drizzle_snapshot(text);
    if (snapshot.prev_id.empty()) {
      continue;
    }
    const auto [first, added] =
        followed.try_emplace(snapshot.prev_id, name, snapshot.prev_span);
    if (!added) {
      DrizzleDrift& drift =
          add(DrizzleChange::collision, Location{path, snapshot.prev_span});
      drift.tag = name;
      drift.other = first->second.first;
      drift.other_place =
          Location{join_path(meta_, drift.other), first->second.second};
    }
  }
}

void Comparison::compare_snapshots() {
  std::vector<std::string> names;
  for (const FileEntry* file :
       Folders(sources_.files.files()).folder(meta_).files) {
    if (file->skip_worktree) {
      return;
    }
    if (file->path.ends_with(snapshot_end)) {
      names.emplace_back(last_part(file->path));
    }
  }
  std::vector<const DrizzleEntry*> without;
  for (const DrizzleEntry& entry : entries_) {
    const std::string name =
        std::string(prefix_of(entry.tag)) + std::string(snapshot_end);
    if (!std::binary_search(names.begin(), names.end(), name)) {
      without.push_back(&entry);
    }
  }
  // Who writes more than one entry by hand keeps no snapshots on purpose.
  if (without.size() == 1 && entries_.size() > 2) {
    DrizzleDrift& drift = add(DrizzleChange::snapshot, *without.front());
    drift.other = std::string(prefix_of(drift.tag)) + std::string(snapshot_end);
  }
  read_snapshots(names);
}

std::vector<DrizzleDrift> Comparison::compare() {
  compare_indexes();
  if (drifts_.empty()) {
    compare_prefixes();
  }
  compare_order();
  compare_future((day_number(sources_.today) + 2) * day_in_milliseconds);
  compare_snapshots();
  return std::move(drifts_);
}

} // namespace

std::vector<DrizzleEntry> read_drizzle_entries(std::string_view text) {
  std::vector<DrizzleEntry> entries;
  JsonReader reader(text);
  JsonToken token;
  bool inside = false;
  DrizzleEntry entry;
  while (reader.next(token)) {
    if (token.depth == 1) {
      inside = token.kind == JsonKind::begin_array && token.key == "entries";
    } else if (inside && token.depth == 2) {
      if (token.kind == JsonKind::begin_object) {
        entry = {};
      } else if (token.kind == JsonKind::end_object && !entry.tag.empty()) {
        entries.push_back(std::exchange(entry, {}));
      }
    } else if (inside && token.depth == 3) {
      const std::string_view value = token.span.of(text);
      if (token.key == "tag" && token.kind == JsonKind::string) {
        entry.tag = json_text(value);
        entry.span = token.span;
      } else if (token.key == "idx") {
        entry.idx = number(value);
      } else if (token.key == "when") {
        entry.when = number(value);
      }
    }
  }
  return entries;
}

DrizzleSnapshot read_drizzle_snapshot(std::string_view text) {
  DrizzleSnapshot snapshot;
  JsonReader reader(text);
  JsonToken token;
  while ((snapshot.id.empty() || snapshot.prev_id.empty()) &&
         reader.next(token)) {
    if (token.depth != 1 || token.kind != JsonKind::string) {
      continue;
    }
    if (token.key == "id") {
      snapshot.id = token.span.of(text);
    } else if (token.key == "prevId") {
      snapshot.prev_id = token.span.of(text);
      snapshot.prev_span = token.span;
    }
  }
  return snapshot;
}

std::vector<DrizzleDrift>
find_drizzle_drifts(const JournalSources& sources, const std::string& path) {
  std::string text;
  if (fetch_text(sources, path, text) != Fetched::yes) {
    return {};
  }
  if (const auto broken = find_break(text, find_json_flaw)) {
    DrizzleDrift drift;
    drift.journal = path;
    drift.folder = folder_of(folder_of(path));
    drift.change = broken->change;
    drift.place = {path, broken->span};
    return {drift};
  }
  return Comparison(sources, path, read_drizzle_entries(text)).compare();
}

} // namespace migcheck
