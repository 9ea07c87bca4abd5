// A new migration below one that the base has: runners that remember how far
// they came stop at it, or pass over it.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "check/shared_versions.hpp"
#include "model/runner_order.hpp"
#include "model/version_scheme.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <unordered_set>

namespace migcheck::rules {
namespace {

// A longer jump opens a block of numbers of its own (1000_, 9999_).
constexpr std::uint64_t longest_step = 10;

// The runner wants versions to rise. Others apply whatever they have not
// applied, and some have an order of their own; of names without a known
// runner only numbers say that they count.
bool wants_rising(const MigrationDirectory& directory) {
  switch (directory.layout) {
  case LayoutId::goose:
  case LayoutId::golang_migrate:
  case LayoutId::flyway:
  case LayoutId::supabase:
  case LayoutId::atlas:
  case LayoutId::numbered:
    return true;
  default:
    return false;
  }
}

bool is_counted(const Migration& migration) {
  return migration.kind == MigrationKind::versioned &&
         migration.direction != Direction::down;
}

bool is_number(const Migration& migration) {
  return scheme_of(version_digits(migration)) == VersionScheme::sequence;
}

// `higher` says that `low` comes late.
bool precedes(
    const MigrationDirectory& directory,
    const Migration& low,
    const Migration& higher) {
  if (low.version == higher.version ||
      !std::is_lt(runner_order(directory.layout, low, higher))) {
    return false;
  }
  if (!is_number(low)) {
    return directory.layout != LayoutId::numbered && !is_number(higher);
  }
  return is_number(higher) &&
         distance(
             version_digits(higher), version_digits(low), longest_step + 1) <=
             longest_step;
}

// What databases that follow the base have: all of its tip that the branch
// does not take away.
std::vector<const Migration*>
applied(const MigrationDirectory& directory, const BaseDirectory& base) {
  std::unordered_set<std::string_view> gone;
  for (const Migration* deleted : base.deleted) {
    gone.insert(deleted->path);
  }
  for (const RenamedMigration& renamed : base.renamed) {
    gone.insert(renamed.then->path);
  }
  std::vector<const Migration*> found;
  for (const auto* group :
       {&base.tip().directory.migrations, &base.tip().directory.code}) {
    for (const Migration& migration : *group) {
      if (is_counted(migration) && !gone.contains(migration.path)) {
        found.push_back(&migration);
      }
    }
  }
  std::sort(found.begin(), found.end(), [&](const auto* a, const auto* b) {
    return std::is_lt(runner_order(directory.layout, *a, *b));
  });
  return found;
}

bool is_taken(const BaseDirectory& base, const Migration& added) {
  return std::any_of(
      base.landed.begin(), base.landed.end(), [&](const Migration* landed) {
        return version_key(*landed) == version_key(added);
      });
}

void report(
    const Project& project,
    const MigrationDirectory& directory,
    const Migration& added,
    const Migration& highest,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      {added.path, {}},
      "version " + quoted(added.version_text) + " is new, but not above " +
          quoted(highest.entry) + ", which is on " + tip_label(project));
  finding.help = "give it a version above " + quoted(highest.version_text) +
                 ": databases that have that one may never apply this one";
  finding.data = {
      {"directory", directory.path},
      {"version", added.version},
      {"file", added.path},
      {"highest", highest.path},
      {"base", project.base->ref},
      {"tip", project.base->tip}};
  finding.identity = {directory.path, added.version, added.entry};
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  const BaseDirectory* base = against_base(project, directory);
  if (base == nullptr || !directory.manifests.empty() ||
      !wants_rising(directory) || base->added.empty()) {
    return;
  }
  const std::vector<const Migration*> there = applied(directory, *base);
  for (const Migration* added : base->added) {
    if (!is_counted(*added) || is_taken(*base, *added)) {
      continue;
    }
    const auto highest =
        std::find_if(there.rbegin(), there.rend(), [&](const auto* migration) {
          return precedes(directory, *added, *migration);
        });
    if (highest != there.rend()) {
      report(project, directory, *added, **highest, findings);
    }
  }
}

} // namespace

extern const Rule out_of_order_with_base;
const Rule out_of_order_with_base = {
    .info =
        {.name = "out-of-order-with-base",
         .summary = "a new migration is below what the base has",
         .severity = Severity::error,
         .needs = Needs::base},
    .check_directory = check};

} // namespace migcheck::rules
