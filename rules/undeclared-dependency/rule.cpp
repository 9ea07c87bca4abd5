// Objects of other migrations that a header does not account for.
#include "check/rule.hpp"

#include "model/dependencies.hpp"
#include "schema/inference.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace migcheck::rules {
namespace {

using schema::Inferred;
using schema::InferredDependency;
using schema::NeededObject;

// The migrations of a directory that each one declares to need.
using Declared = std::vector<std::set<std::size_t>>;

class Checker {
 public:
  Checker(
      const MigrationDirectory& directory,
      const std::vector<Dependency>& dependencies,
      Findings& findings)
      : directory_(directory), findings_(findings),
        declared_(directory.migrations.size()) {
    for (const Dependency& one : dependencies) {
      if (one.directory != &directory) {
        continue;
      }
      if (one.kind != DependencyKind::migration || one.is_forward()) {
        wrong_.insert(one.position);
      } else if (one.target_directory == &directory) {
        declared_[one.position].insert(one.target_position);
      }
    }
  }

  void check();

 private:
  // An object, and the migration to declare for it.
  struct Missing {
    std::size_t maker;
    const NeededObject* object;
  };

  void infer();
  bool are_declared() const;
  std::set<std::size_t> all_declared(std::size_t migration) const;
  void check(std::size_t migration);
  void report(std::size_t migration, const std::vector<Missing>& missing);

  bool declares(std::size_t migration) const {
    return !directory_.migrations[migration].file.depends.empty();
  }

  const MigrationDirectory& directory_;
  Findings& findings_;
  Declared declared_;
  // Whose headers name what cannot be meant: other rules say so, and what was
  // meant may be what is missing.
  std::set<std::size_t> wrong_;
  std::size_t first_ = 0; // that declares anything
  // What each migration needs.
  std::vector<std::vector<const NeededObject*>> needed_;
  std::map<
      std::pair<schema::Space, std::string_view>,
      const std::vector<std::size_t>*>
      histories_;
  Inferred inferred_;
};

void Checker::infer() {
  inferred_ = schema::infer_dependencies(directory_);
  needed_.resize(directory_.migrations.size());
  for (const InferredDependency& one : inferred_.dependencies) {
    for (const NeededObject& object : one.objects) {
      needed_[one.from].push_back(&object);
    }
  }
  for (const schema::ObjectHistory& object : inferred_.objects) {
    histories_[{object.space, object.name}] = &object.migrations;
  }
}

// From the first header on, half of the migrations that need something say so:
// it is how the project does it, no remark in passing.
bool Checker::are_declared() const {
  std::size_t needing = 0;
  std::size_t declaring = 0;
  for (std::size_t i = first_; i < needed_.size(); ++i) {
    if (!needed_[i].empty() || declares(i)) {
      ++needing;
      declaring += declares(i) ? 1 : 0;
    }
  }
  return 2 * declaring >= needing;
}

// What it declares, and what those declare, and so on.
std::set<std::size_t> Checker::all_declared(std::size_t migration) const {
  std::set<std::size_t> found;
  std::vector<std::size_t> open = {migration};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t on : declared_[at]) {
      if (found.insert(on).second) {
        open.push_back(on);
      }
    }
  }
  return found;
}

void Checker::check(std::size_t migration) {
  const std::set<std::size_t> declared = all_declared(migration);
  std::vector<Missing> missing;
  for (const NeededObject* object : needed_[migration]) {
    const std::vector<std::size_t>& history =
        *histories_.at({object->space, object->name});
    const auto before =
        std::lower_bound(history.begin(), history.end(), migration);
    const bool known =
        std::any_of(history.begin(), before, [&](std::size_t one) {
          return declared.count(one) != 0;
        });
    if (!known) {
      missing.push_back({history.front(), object});
    }
  }
  if (!missing.empty()) {
    report(migration, missing);
  }
}

void Checker::report(
    std::size_t migration, const std::vector<Missing>& missing) {
  const Migration& from = directory_.migrations[migration];
  const Missing& first = *std::min_element(
      missing.begin(), missing.end(), [](const Missing& a, const Missing& b) {
        return a.object->touched.begin < b.object->touched.begin;
      });
  std::set<std::size_t> makers;
  std::vector<std::string> objects;
  for (const Missing& one : missing) {
    makers.insert(one.maker);
    objects.push_back(one.object->name);
  }
  std::vector<std::string> targets;
  std::string line = "-- DEPENDS:";
  for (const std::size_t maker : makers) {
    const std::string& entry = directory_.migrations[maker].entry;
    line += (targets.empty() ? " " : ", ") + printable(entry);
    targets.push_back(directory_.migrations[maker].path);
  }
  Diagnostic& finding = findings_.report(
      {from.path, first.object->touched},
      quoted(from.entry) + " touches " + quoted_list(objects) + ", which " +
          (makers.size() == 1 ? "another migration makes"
                              : "other migrations make") +
          ", and does not declare it");
  for (const std::size_t maker : makers) {
    finding.related.push_back(
        {{directory_.migrations[maker].path, {}}, "is not declared"});
  }
  finding.help = "add to its head: " + line;
  finding.data = {
      {"directory", directory_.path},
      {"objects", objects},
      {"missing", targets}};
}

void Checker::check() {
  if (!declares_dependencies(directory_)) {
    return;
  }
  while (!declares(first_)) {
    ++first_;
  }
  infer();
  if (!are_declared()) {
    return;
  }
  for (std::size_t i = first_; i < needed_.size(); ++i) {
    if (wrong_.count(i) == 0) {
      check(i);
    }
  }
}

void check(const Project& project, Findings& findings) {
  const std::vector<Dependency> dependencies = find_dependencies(project);
  for (const MigrationDirectory& directory : project.directories) {
    Checker(directory, dependencies, findings).check();
  }
}

} // namespace

extern const Rule undeclared_dependency;
const Rule undeclared_dependency = {
    .info =
        {.name = "undeclared-dependency",
         .summary = "a migration touches what another one makes and does not "
                    "declare it",
         .severity = Severity::warning,
         .needs = Needs::declared_statements},
    .check_project = check};

} // namespace migcheck::rules
