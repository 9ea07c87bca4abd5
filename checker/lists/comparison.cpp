#include "lists/comparison.hpp"

#include "lists/coverage.hpp"
#include "lists/migration_names.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace migcheck::lists {
namespace {

// What stands after the number: "add_users" of "0007_add_users.sql".
std::string_view title_of(std::string_view base) {
  std::string_view stem = entry_stem(base);
  const std::size_t digit = stem.find_first_of("0123456789");
  if (digit == std::string_view::npos) {
    return stem;
  }
  const std::size_t end = stem.find_first_not_of("0123456789.-", digit);
  stem.remove_prefix(std::min(end, stem.size()));
  const std::size_t word = stem.find_first_not_of("_-");
  return word == std::string_view::npos ? std::string_view()
                                        : stem.substr(word);
}

std::string_view number_of(std::string_view base) {
  const std::size_t digit = base.find_first_of("123456789");
  if (digit == std::string_view::npos) {
    return {};
  }
  const std::size_t end = base.find_first_not_of("0123456789", digit);
  return base.substr(digit, std::min(end, base.size()) - digit);
}

class Comparer {
 public:
  Comparer(
      const Candidate& candidate,
      const Attribution& attribution,
      const std::vector<ResolvedEntry>& resolved,
      const FileNames& files,
      MigrationList& list)
      : candidate_(candidate), attribution_(attribution), resolved_(resolved),
        files_(files), list_(list) {}

  void add_entries();
  void find_missing(const Deliberate& deliberate);
  void find_stale(const Deliberate& deliberate);
  void find_unexplained(const Deliberate& deliberate);
  void find_repeated();
  void find_order();

 private:
  std::string hint_for(std::size_t entry) const;
  std::string renamed_to(std::string_view base) const;
  std::string left_in(std::string_view release) const;

  const Candidate& candidate_;
  const Attribution& attribution_;
  const std::vector<ResolvedEntry>& resolved_;
  const FileNames& files_;
  MigrationList& list_;
  std::set<const Migration*> listed_;
};

void Comparer::add_entries() {
  for (std::size_t i = 0; i < candidate_.entries.size(); ++i) {
    const CandidateEntry& entry = candidate_.entries[i];
    ListEntry added;
    added.text = entry.name.folder.empty()
                     ? entry.name.base
                     : entry.name.folder + "/" + entry.name.base;
    added.path = candidate_.files.empty() ? "" : candidate_.files[i];
    added.span = entry.literal;
    added.element = entry.element;
    if (resolved_[i].state == EntryState::listed) {
      added.migration = resolved_[i].migration;
      listed_.insert(added.migration);
    }
    list_.entries.push_back(std::move(added));
  }
}

// What is older than the first entry is left out on purpose: lists fall behind
// at their end.
void Comparer::find_missing(const Deliberate& deliberate) {
  if (list_.intent != Intent::complete) {
    return;
  }
  bool begun = listed_.empty();
  std::vector<const Migration*> older;
  for (const Migration* migration :
       counted_migrations(*attribution_.directory)) {
    const bool listed = listed_.count(migration) > 0;
    begun = begun || listed;
    if (listed || does_nothing(*migration) ||
        deliberate.names.count(entry_stem(last_part(migration->entry))) > 0) {
      continue;
    }
    const auto handled = deliberate.migrations.find(migration);
    if (handled == deliberate.migrations.end()) {
      (begun ? list_.missing : older).push_back(migration);
    } else if (begun) {
      list_.elsewhere.push_back({migration, handled->second});
    }
  }
  if (!is_test_path(list_.path)) {
    list_.older = std::move(older);
  }
}

// A migration that the list lacks and that has the entry's title, or its
// number; else one with its number that the list holds too.
std::string Comparer::renamed_to(std::string_view base) const {
  const Migration* same_number = nullptr;
  const Migration* listed_too = nullptr;
  const std::string_view title = title_of(base);
  const std::string_view number = number_of(base);
  for (const Migration& migration : attribution_.directory->migrations) {
    const bool listed = listed_.count(&migration) > 0;
    if (!listed && !title.empty() && title_of(migration.entry) == title) {
      return "renamed to " + quoted(migration.entry);
    }
    if (!number.empty() && number_of(migration.entry) == number) {
      (listed ? listed_too : same_number) = &migration;
    }
  }
  if (same_number != nullptr) {
    return "renamed to " + quoted(same_number->entry);
  }
  return listed_too == nullptr
             ? std::string()
             : "that number is " + quoted(listed_too->entry) + " there";
}

// The one file of a release that its manifest does not name.
std::string Comparer::left_in(std::string_view release) const {
  const Migration* left = nullptr;
  for (const Migration& migration : attribution_.directory->migrations) {
    if (parent_folder(migration.path) == release &&
        listed_.count(&migration) == 0) {
      if (left != nullptr) {
        return {};
      }
      left = &migration;
    }
  }
  return left == nullptr ? std::string()
                         : "the release holds " +
                               quoted(last_part(left->path)) + " instead";
}

std::string Comparer::hint_for(std::size_t entry) const {
  const ResolvedEntry& resolved = resolved_[entry];
  if (resolved.state == EntryState::retired && resolved.migration->retired) {
    return "retired as " + quoted(resolved.migration->path);
  }
  const std::string& base = candidate_.entries[entry].name.base;
  if (candidate_.releases != nullptr) {
    return left_in(parent_folder(candidate_.files[entry]));
  }
  for (const auto& [name, path] : files_.find(base)) {
    const std::string_view folder = parent_folder(path);
    if (lies_in_archive(folder) ||
        folder.starts_with(attribution_.directory->path + "/")) {
      return "it lies in " + quoted(folder) + " now";
    }
  }
  return renamed_to(base);
}

void Comparer::find_stale(const Deliberate& deliberate) {
  // A few like statements may each mean a folder of their own.
  const bool subset = list_.intent == Intent::subset && !candidate_.chain;
  if ((list_.intent != Intent::complete && !subset) ||
      deliberate.absent_wanted) {
    return;
  }
  for (std::size_t i = 0; i < resolved_.size(); ++i) {
    const bool stale = resolved_[i].state == EntryState::stale ||
                       resolved_[i].state == EntryState::retired;
    const std::string_view stem = entry_stem(candidate_.entries[i].name.base);
    if (stale && deliberate.names.count(stem) == 0) {
      list_.stale.push_back(static_cast<std::uint32_t>(i));
      list_.stale_hints.push_back(hint_for(i));
    }
  }
}

// Files that are nowhere, and not named like those of the directory.
void Comparer::find_unexplained(const Deliberate& deliberate) {
  if (list_.intent != Intent::complete || deliberate.absent_wanted) {
    return;
  }
  for (std::size_t i = 0; i < resolved_.size(); ++i) {
    const CandidateEntry& entry = candidate_.entries[i];
    if (resolved_[i].state == EntryState::foreign &&
        has_migration_extension(entry.name.base) &&
        files_.find(entry.name.base).empty() &&
        deliberate.names.count(entry_stem(entry.name.base)) == 0) {
      list_.unexplained.push_back(static_cast<std::uint32_t>(i));
    }
  }
}

// Only elements of one bracket: the same call in two branches is no slip.
void Comparer::find_repeated() {
  if (candidate_.bracket == 0) {
    return;
  }
  std::map<std::string_view, Span> seen;
  for (std::size_t i = 0; i < candidate_.entries.size(); ++i) {
    const CandidateEntry& entry = candidate_.entries[i];
    const auto [first, added] =
        seen.emplace(list_.entries[i].text, entry.element);
    if (!added && !(first->second == entry.element) && !entry.plain) {
      list_.repeated.push_back(static_cast<std::uint32_t>(i));
    }
  }
}

void Comparer::find_order() {
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> indexes;
  std::set<const Migration*> seen;
  for (std::size_t i = 0; i < resolved_.size(); ++i) {
    const Migration* migration = list_.entries[i].migration;
    if (migration != nullptr && seen.insert(migration).second) {
      order.push_back(place_in(*attribution_.directory, migration).value_or(0));
      indexes.push_back(static_cast<std::uint32_t>(i));
    }
  }
  for (const std::uint32_t at : displaced_indexes(order)) {
    list_.displaced.push_back(indexes[at]);
  }
  list_.order = list_.displaced.empty() ? ListOrder::same : ListOrder::differs;
}

} // namespace

std::vector<std::uint32_t>
displaced_indexes(const std::vector<std::uint32_t>& values) {
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> ends;     // indexes, by length of the run
  std::vector<std::uint32_t> previous; // per value, the one before it
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    const auto place = std::lower_bound(
        ends.begin(),
        ends.end(),
        values[i],
        [&](std::uint32_t end, std::uint32_t value) {
          return values[end] < value;
        });
    previous.push_back(place == ends.begin() ? none : *(place - 1));
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> kept(values.size(), false);
  for (std::uint32_t at = ends.empty() ? none : ends.back(); at != none;
       at = previous[at]) {
    kept[at] = true;
  }
  std::vector<std::uint32_t> displaced;
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    if (!kept[i]) {
      displaced.push_back(i);
    }
  }
  return displaced;
}

void compare(
    const Compared& what, const Deliberate& deliberate, MigrationList& list) {
  Comparer comparer(
      what.candidate, what.attribution, what.resolved, what.files, list);
  comparer.add_entries();
  if (what.attribution.directory == nullptr) {
    return;
  }
  comparer.find_missing(deliberate);
  comparer.find_stale(deliberate);
  comparer.find_unexplained(deliberate);
  comparer.find_repeated();
  comparer.find_order();
}

} // namespace migcheck::lists
