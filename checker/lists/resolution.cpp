// What each entry of a list is to its directory.
#include "lists/attribution.hpp"
#include "lists/migration_names.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

// What stands before the first digit, in lower case.
std::string head_of(std::string_view name) {
  const auto digit = std::find_if(name.begin(), name.end(), is_digit);
  std::string head(name.begin(), digit);
  std::transform(head.begin(), head.end(), head.begin(), to_lower);
  return head;
}

bool has_number(std::string_view name) {
  return std::any_of(name.begin(), name.end(), is_digit);
}

// The head that all numbered names of the directory share, or nothing when
// they share none: then no name looks like one of its own. Repeatable
// migrations have names of their own kind and say nothing.
class OwnNames {
 public:
  explicit OwnNames(const MigrationDirectory& directory) {
    std::size_t fitting = 0;
    std::size_t numbered = 0;
    for (const Migration& migration : directory.migrations) {
      if (migration.kind != MigrationKind::versioned ||
          !has_number(migration.entry)) {
        continue;
      }
      ++numbered;
      const std::string head = head_of(migration.entry);
      if (fitting == 0) {
        head_ = head;
      }
      fitting += head == head_ ? 1 : 0;
    }
    uniform_ = fitting > 0 && fitting == numbered;
  }

  bool uniform() const { return uniform_; }

  bool fits(std::string_view name) const {
    return uniform_ && has_number(name) && head_of(name) == head_;
  }

 private:
  std::string head_;
  bool uniform_ = false;
};

class Resolver {
 public:
  Resolver(
      std::string_view path,
      const Attribution& attribution,
      const NameIndex& index,
      const FileNames& files)
      : folder_(parent_folder(path)), attribution_(attribution), index_(index),
        files_(files), own_(*attribution.directory) {}

  ResolvedEntry resolve(const CandidateEntry& entry) const;

 private:
  bool lies_elsewhere(const EntryName& name) const;

  const MigrationDirectory* directory_of(const NameHit& hit) const {
    return &index_.directories()[hit.directory];
  }

  std::string_view folder_;
  const Attribution& attribution_;
  const NameIndex& index_;
  const FileNames& files_;
  OwnNames own_;
};

// A path that leads to a file, or a name that another live directory holds,
// where nothing says that only this directory counts.
bool Resolver::lies_elsewhere(const EntryName& name) const {
  if (!name.folder.empty() && !name.open && !name.absolute) {
    if (files_.contains(join_path(folder_, name.folder), name.base) ||
        files_.contains(join_path("", name.folder), name.base)) {
      return true;
    }
  }
  const std::string& own = attribution_.directory->path;
  for (const NameHit& hit : index_.find(name)) {
    const MigrationDirectory* other = directory_of(hit);
    const bool kin = !other->family.empty() &&
                     other->family == attribution_.directory->family;
    const bool named =
        std::find(attribution_.also.begin(), attribution_.also.end(), other) !=
        attribution_.also.end();
    const bool apart =
        lies_in_archive(other->path) || other->path.starts_with(own + "/");
    if (other != attribution_.directory && !hit.retired &&
        (kin ||
         (!apart && (named || attribution_.evidence == Evidence::overlap)))) {
      return true;
    }
  }
  return false;
}

ResolvedEntry Resolver::resolve(const CandidateEntry& entry) const {
  if (entry.plain) {
    return {EntryState::foreign, nullptr};
  }
  ResolvedEntry found;
  for (const NameHit& hit : index_.find(entry.name)) {
    if (directory_of(hit) != attribution_.directory) {
      continue;
    }
    if (hit.migration == nullptr) {
      found = {EntryState::present, nullptr};
    } else if (!hit.retired) {
      return {EntryState::listed, hit.migration};
    } else {
      found = {EntryState::retired, hit.migration};
    }
  }
  if (found.state != EntryState::foreign) {
    return found;
  }
  if (!entry.name.version.empty()) {
    return found; // a row may record what code did
  }
  if (lies_elsewhere(entry.name)) {
    return {EntryState::elsewhere, nullptr};
  }
  const bool own =
      own_.fits(entry.name.base) ||
      (!own_.uniform() && attribution_.evidence == Evidence::entry_path &&
       has_migration_extension(entry.name.base));
  return {own ? EntryState::stale : EntryState::foreign, nullptr};
}

// `{Version: 0, Name: "000_empty"}` at the head of a list: the state before the
// first migration, without a file.
bool is_virtual_start(
    const CandidateEntry& entry, const MigrationDirectory& directory) {
  const std::string_view base = entry.name.base;
  const std::size_t digit = base.find_first_of("0123456789");
  const std::size_t end = base.find_first_not_of('0', digit);
  const bool zero = digit < base.size() && end > digit &&
                    (end == std::string_view::npos || !is_digit(base[end]));
  return zero && !has_migration_extension(base) &&
         std::none_of(
             directory.migrations.begin(),
             directory.migrations.end(),
             [](const Migration& migration) {
               return migration.version.empty() || migration.version == "0";
             });
}

} // namespace

std::vector<ResolvedEntry> resolve_entries(
    const Candidate& list,
    std::string_view path,
    const Attribution& attribution,
    const NameIndex& index,
    const FileNames& files) {
  std::vector<ResolvedEntry> entries;
  entries.reserve(list.entries.size());
  if (attribution.directory == nullptr) {
    entries.resize(list.entries.size());
    return entries;
  }
  const Resolver resolver(path, attribution, index, files);
  for (const CandidateEntry& entry : list.entries) {
    entries.push_back(resolver.resolve(entry));
  }
  if (entries.front().state == EntryState::stale &&
      is_virtual_start(list.entries.front(), *attribution.directory)) {
    entries.front().state = EntryState::foreign;
  }
  return entries;
}

} // namespace migcheck::lists
