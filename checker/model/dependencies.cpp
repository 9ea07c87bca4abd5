#include "model/dependencies.hpp"

#include "layouts/retired_name.hpp"
#include "text/ascii.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace migcheck {
namespace {

struct Target {
  DependencyKind kind = DependencyKind::unknown;
  const MigrationDirectory* directory = nullptr;
  const Migration* migration = nullptr;
  std::size_t position = 0;
};

using Targets = std::unordered_map<std::string_view, Target>;

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// A name or path, and for a retired one its name as it was.
void add(Targets& targets, std::string_view name, const Target& target) {
  if (name.empty()) {
    return;
  }
  targets.emplace(name, target);
  if (target.kind == DependencyKind::retired) {
    targets.emplace(without_retired(name), target);
  }
}

// The names and versions of one directory.
class DirectoryIndex {
 public:
  explicit DirectoryIndex(const MigrationDirectory& directory) {
    const bool folders = layout(directory.layout).folders;
    // Live migrations first: where a name or version is both, they are meant.
    for (std::size_t i = 0; i < directory.migrations.size(); ++i) {
      add_migration(
          {DependencyKind::migration, &directory, &directory.migrations[i], i},
          folders);
    }
    for (const Migration& migration : directory.retired) {
      add_migration(
          {DependencyKind::retired, &directory, &migration, 0}, folders);
    }
  }

  Target by_name(std::string_view name) const { return look_up(names_, name); }

  // "12", "012", "V1.2": as written in the name, or canonical.
  Target by_version(std::string_view version) const {
    if (version.starts_with('V') || version.starts_with('v')) {
      version.remove_prefix(1);
    }
    const Target written = look_up(versions_, version);
    return written.migration != nullptr || !is_number(version)
               ? written
               : look_up(versions_, canonical_decimal(version));
  }

 private:
  void add_migration(const Target& target, bool folders) {
    const Migration& migration = *target.migration;
    add(names_, migration.entry, target);
    if (!folders) {
      add(names_, last_part(migration.path), target);
      add(names_, last_part(migration.down), target);
    }
    add(versions_, migration.version, target);
    add(versions_, migration.version_text, target);
  }

  static Target look_up(const Targets& targets, std::string_view key) {
    const auto found = targets.find(key);
    return found == targets.end() ? Target{} : found->second;
  }

  Targets names_;
  Targets versions_;
};

class Resolver {
 public:
  explicit Resolver(const Project& project) {
    for (const MigrationDirectory& directory : project.directories) {
      for (std::size_t i = 0; i < directory.migrations.size(); ++i) {
        add_paths(
            {DependencyKind::migration,
             &directory,
             &directory.migrations[i],
             i});
      }
    }
    for (const MigrationDirectory& directory : project.directories) {
      for (const Migration& migration : directory.retired) {
        add_paths({DependencyKind::retired, &directory, &migration, 0});
      }
    }
  }

  Target resolve(const DirectoryIndex& names, std::string_view text) const {
    while (text.starts_with("./")) {
      text.remove_prefix(2);
    }
    if (const Target target = names.by_name(text); target.migration) {
      return target;
    }
    const auto path = paths_.find(text);
    if (path != paths_.end()) {
      return path->second;
    }
    return names.by_version(text);
  }

 private:
  void add_paths(const Target& target) {
    const Migration& migration = *target.migration;
    add(paths_, migration.path, target);
    add(paths_, migration.down, target);
    // Of a folder: the path without its file.
    const std::string_view path = migration.path;
    const std::size_t slash = path.rfind('/');
    if (layout(target.directory->layout).folders &&
        slash != std::string_view::npos) {
      add(paths_, path.substr(0, slash), target);
    }
  }

  Targets paths_;
};

void add_directory(
    const Resolver& resolver,
    const MigrationDirectory& directory,
    std::vector<Dependency>& out) {
  const DirectoryIndex names(directory);
  for (std::size_t i = 0; i < directory.migrations.size(); ++i) {
    const Migration& from = directory.migrations[i];
    for (const DependsItem& item : from.file.depends) {
      const Target target = resolver.resolve(names, item.target);
      out.push_back(
          {&directory,
           &from,
           &item,
           target.kind,
           target.directory,
           target.migration,
           i,
           target.position});
    }
  }
}

} // namespace

bool declares_dependencies(const MigrationDirectory& directory) {
  return std::any_of(
      directory.migrations.begin(),
      directory.migrations.end(),
      [](const Migration& one) { return !one.file.depends.empty(); });
}

std::vector<Dependency> find_dependencies(const Project& project) {
  std::vector<Dependency> all;
  if (!std::any_of(
          project.directories.begin(),
          project.directories.end(),
          declares_dependencies)) {
    return all;
  }
  const Resolver resolver(project);
  for (const MigrationDirectory& directory : project.directories) {
    if (declares_dependencies(directory)) {
      add_directory(resolver, directory, all);
    }
  }
  return all;
}

} // namespace migcheck
