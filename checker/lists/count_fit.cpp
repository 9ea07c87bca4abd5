#include "lists/count_fit.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

// "0035_to_0036.sql" leads to the version after its own.
bool leads_on(std::string_view entry) {
  constexpr std::string_view to = "_to_";
  const std::size_t at = find_ignoring_case(entry, to);
  return at != std::string_view::npos && at > 0 && is_digit(entry[at - 1]) &&
         at + to.size() < entry.size() && is_digit(entry[at + to.size()]);
}

// Migrations that upgrade from their own number: "upgrade/7.sql".
bool upgrades_from(const DirectoryNumbers& numbers) {
  const MigrationDirectory& directory = *numbers.directory;
  if (find_ignoring_case(directory.path, "upgrade") != std::string_view::npos ||
      find_ignoring_case(directory.path, "update") != std::string_view::npos) {
    return true;
  }
  const auto says_from = [](const Migration& migration) {
    return find_ignoring_case(migration.entry, "upgrade") !=
               std::string_view::npos ||
           find_ignoring_case(migration.entry, "update") !=
               std::string_view::npos ||
           find_ignoring_case(migration.entry, "from") !=
               std::string_view::npos ||
           leads_on(migration.entry);
  };
  return !directory.migrations.empty() && std::all_of(
                                              directory.migrations.begin(),
                                              directory.migrations.end(),
                                              says_from);
}

// No number between the first and the last is missing.
bool is_dense(const DirectoryNumbers& numbers) {
  return numbers.has_versions() &&
         numbers.highest() - numbers.lowest() + 1 == numbers.versions.size();
}

bool has_ways_back(const DirectoryNumbers& numbers) {
  const auto& migrations = numbers.directory->migrations;
  return !migrations.empty() &&
         std::all_of(
             migrations.begin(), migrations.end(), [](const Migration& one) {
               return !one.down.empty() || one.direction == Direction::both;
             });
}

Fit fit(CountRelation relation, std::uint64_t actual, std::uint64_t off) {
  return {relation, std::to_string(actual), off, false};
}

bool equal(std::string_view text, const Migration& migration) {
  return text == migration.version || text == migration.version_text;
}

// Of versions with dots: the text decides.
std::optional<Fit> fit_dotted(
    const DirectoryNumbers& numbers, std::string_view text, std::size_t off) {
  const auto& all = numbers.newest_last;
  if (numbers.has_versions() || off >= all.size() ||
      !equal(text, *all[all.size() - 1 - off])) {
    return std::nullopt;
  }
  return Fit{CountRelation::highest, all.back()->version, off, false};
}

// The relation that holds without the newest `off` migrations.
std::optional<Fit> fit_without(
    const DirectoryNumbers& numbers,
    const WrittenNumber& number,
    const CountMeaning& meaning,
    std::size_t off) {
  if (!number.value) {
    return meaning.version ? fit_dotted(numbers, number.text, off)
                           : std::nullopt;
  }
  const std::uint64_t value = *number.value;
  const bool versions = numbers.versions.size() > off;
  const std::uint64_t highest =
      versions ? numbers.versions[numbers.versions.size() - 1 - off] : 0;
  if (meaning.version && versions && value == highest) {
    return fit(CountRelation::highest, numbers.highest(), off);
  }
  if (meaning.amount) {
    for (const std::uint64_t count : numbers.counts) {
      if (count >= off && value == count - off) {
        return fit(CountRelation::count, count, off);
      }
      if (meaning.row && numbers.schema_row && value == count + 1 - off) {
        return fit(CountRelation::count, count + 1, off);
      }
    }
    if (versions && off == 0 && value == highest) {
      return fit(CountRelation::highest, numbers.highest(), off);
    }
  }
  if (meaning.version && versions && highest < ~std::uint64_t{0} &&
      value == highest + 1 && (meaning.next || upgrades_from(numbers))) {
    return fit(CountRelation::highest_plus_one, numbers.highest() + 1, off);
  }
  return std::nullopt;
}

} // namespace

std::optional<Fit> fit_now(
    const DirectoryNumbers& numbers,
    const WrittenNumber& number,
    const CountMeaning& meaning) {
  if (auto found = fit_without(numbers, number, meaning, 0)) {
    return found;
  }
  if (!meaning.version || !number.value) {
    return std::nullopt;
  }
  const std::uint64_t value = *number.value;
  for (const std::uint64_t count : numbers.counts) {
    if (value == count) {
      return fit(CountRelation::count, count, 0);
    }
  }
  if (numbers.has_versions() && numbers.lowest() == 0 &&
      value + 1 == numbers.count()) {
    return fit(CountRelation::count_minus_one, value, 0);
  }
  if (numbers.has_versions() && value == numbers.highest() + 1 &&
      !(is_dense(numbers) && has_ways_back(numbers))) {
    return fit(CountRelation::highest_plus_one, value, 0);
  }
  return std::nullopt;
}

std::optional<Fit> fit_before(
    const DirectoryNumbers& numbers,
    const WrittenNumber& number,
    const CountMeaning& meaning) {
  for (std::size_t off = 1; off <= most_newer; ++off) {
    if (auto found = fit_without(numbers, number, meaning, off)) {
      return found;
    }
  }
  return std::nullopt;
}

std::optional<Fit> fit_ahead(
    const DirectoryNumbers& numbers,
    const WrittenNumber& number,
    const CountMeaning& meaning) {
  if (!number.value || numbers.timestamps) {
    return std::nullopt;
  }
  const bool version = meaning.version && is_dense(numbers) &&
                       has_ways_back(numbers) &&
                       numbers.directory->code.empty();
  if (!version && !meaning.amount) {
    return std::nullopt;
  }
  const std::uint64_t least = version ? numbers.highest() : numbers.count();
  if (*number.value <= least || *number.value - least > most_off) {
    return std::nullopt;
  }
  Fit found =
      fit(version ? CountRelation::highest : CountRelation::count,
          least,
          *number.value - least);
  found.ahead = true;
  return found;
}

std::string value_of(const DirectoryNumbers& numbers, CountRelation relation) {
  const bool versions = numbers.has_versions();
  switch (relation) {
  case CountRelation::highest:
    return versions                      ? std::to_string(numbers.highest())
           : numbers.newest_last.empty() ? std::string()
                                         : numbers.newest_last.back()->version;
  case CountRelation::highest_plus_one:
    return versions ? std::to_string(numbers.highest() + 1) : std::string();
  case CountRelation::count:
    return std::to_string(numbers.count());
  case CountRelation::count_minus_one:
    return numbers.count() == 0 ? std::string()
                                : std::to_string(numbers.count() - 1);
  case CountRelation::lowest:
    return versions ? std::to_string(numbers.lowest()) : std::string();
  }
  return {};
}

} // namespace migcheck::lists
