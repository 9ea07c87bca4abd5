#include "schema/partition_makers.hpp"

#include "text/one_of.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace migcheck::schema {
namespace {

constexpr std::array<std::string_view, 4> partition_makers = {
    "create_parent",
    "create_time_partitions",
    "run_maintenance",
    "run_maintenance_proc"};

// Of functions that other programs bring.
bool makes_partitions(const ddl::QualifiedName& function) {
  return function.schema == "cron" || function.schema == "partman" ||
         is_one_of(function.name, partition_makers);
}

} // namespace

PartitionMakers::PartitionMakers(const History& history)
    : catalogue_(history.catalogue) {
  for (const Migration& migration : history.directory->migrations) {
    if (migration.file.script) {
      read(*migration.file.script);
    }
  }
  follow_calls();
}

bool PartitionMakers::anything() const {
  return anything_ || catalogue_.unknowns.everything() ||
         catalogue_.find_extension("pg_partman") != no_id ||
         catalogue_.find_extension("pg_cron") != no_id;
}

void PartitionMakers::call(const ddl::QualifiedName& name) {
  anything_ = anything_ || makes_partitions(name);
  called_.insert(name.name);
}

void PartitionMakers::read(const ddl::Script& script) {
  for (const ddl::Recognised& statement : script) {
    if (statement.section != Section::up) {
      continue;
    }
    if (const auto* data = std::get_if<ddl::DataStatement>(&statement.what)) {
      for (const ddl::FunctionCall& one : data->calls) {
        call(one.name);
      }
    } else if (const auto* block = std::get_if<ddl::DoBlock>(&statement.what)) {
      done_.insert(done_.end(), block->dynamic.begin(), block->dynamic.end());
      for (const ddl::QualifiedName& name : block->calls) {
        call(name);
      }
    }
  }
}

// What called functions and those of triggers call.
void PartitionMakers::follow_calls() {
  std::unordered_map<std::string_view, std::vector<Id>> by_name;
  for (Id id = 0; id < catalogue_.functions.size(); ++id) {
    const Function& function = catalogue_.functions[id];
    by_name[function.name].push_back(id);
    if (!function.triggers.empty()) {
      called_.emplace(function.name);
    }
  }
  std::vector<std::string> open(called_.begin(), called_.end());
  while (!open.empty()) {
    std::vector<ddl::QualifiedName> calls;
    for (const Id id : by_name[open.back()]) {
      const auto& some = catalogue_.functions[id].calls;
      calls.insert(calls.end(), some.begin(), some.end());
    }
    open.pop_back();
    for (const ddl::QualifiedName& name : calls) {
      if (!called_.contains(name.name)) {
        call(name);
        open.push_back(name.name);
      }
    }
  }
}

// A name or a pattern, as unknown objects have it.
bool PartitionMakers::may_be_partition(
    const std::string& object, Id table) const {
  const std::string name = catalogue_.shown(catalogue_.relations[table]);
  if (object.starts_with(name)) {
    return object.size() == name.size() || object[name.size()] != '.';
  }
  Unknowns pattern;
  pattern.add({object, {}, 1, {}});
  const std::vector<Id>& partitions = catalogue_.relations[table].children;
  return std::any_of(partitions.begin(), partitions.end(), [&](Id id) {
    return pattern.covers(catalogue_.shown(catalogue_.relations[id]));
  });
}

bool PartitionMakers::may_make(const ddl::DynamicPart& part, Id table) const {
  if (part.verb == ddl::DynamicVerb::drop ||
      (part.kind != ddl::ObjectKind::table &&
       part.kind != ddl::ObjectKind::other)) {
    return false;
  }
  if (part.object.empty() && part.table.empty()) {
    return true;
  }
  return part.table == catalogue_.shown(catalogue_.relations[table]) ||
         (!part.object.empty() && may_be_partition(part.object, table));
}

bool PartitionMakers::makes(const Function& function, Id table) const {
  return std::any_of(
      function.effects.begin(),
      function.effects.end(),
      [&](const ddl::DynamicPart& part) { return may_make(part, table); });
}

bool PartitionMakers::have_made_partitions_of(Id table) const {
  for (const Unknown& unknown : catalogue_.unknowns.all()) {
    if (may_be_partition(unknown.object, table)) {
      return true;
    }
  }
  for (const ddl::DynamicPart& part : done_) {
    if (may_make(part, table)) {
      return true;
    }
  }
  for (Id id = 0; id < catalogue_.functions.size(); ++id) {
    const Function& function = catalogue_.functions[id];
    if (called_.contains(function.name) && makes(function, table)) {
      return true;
    }
  }
  return false;
}

std::vector<std::string> PartitionMakers::idle_makers(Id table) const {
  std::vector<std::string> names;
  for (Id id = 0; id < catalogue_.functions.size(); ++id) {
    const Function& function = catalogue_.functions[id];
    if (function.alive && makes(function, table)) {
      names.emplace_back(function.name);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

} // namespace migcheck::schema
