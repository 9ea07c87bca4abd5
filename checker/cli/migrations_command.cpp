// The directories and their migrations, as text and as JSON.
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/notices.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

Json json_of(const Migration& migration) {
  Json depends = Json::array();
  for (const DependsItem& item : migration.file.depends) {
    depends.push_back(item.target);
  }
  return {
      {"path", migration.path},
      {"version", migration.version},
      {"name", migration.name},
      {"kind", kind_name(migration.kind)},
      {"direction", direction_name(migration.direction)},
      {"down", json_or_null(migration.down)},
      {"sha256", migration.file.read ? Json(hex(migration.file.raw)) : Json()},
      {"depends", std::move(depends)},
      {"retired", migration.retired}};
}

Json json_of(const std::vector<Migration>& migrations) {
  Json array = Json::array();
  for (const Migration& migration : migrations) {
    array.push_back(json_of(migration));
  }
  return array;
}

Json json_of(const MigrationDirectory& directory, const Lockfile& lockfile) {
  Json skipped = Json::array();
  for (const SkippedEntry& entry : directory.skipped) {
    skipped.push_back({{"path", entry.path}, {"reason", entry.reason}});
  }
  return {
      {"path", directory.path},
      {"layout", layout(directory.layout).name},
      {"dialect", dialect_name(directory.dialect)},
      {"lockfile", lockfile.present ? Json(lockfile.path) : Json()},
      {"migrations", json_of(directory.migrations)},
      {"retired", json_of(directory.retired)},
      {"skipped", std::move(skipped)}};
}

std::string migrations_json(const Project& project) {
  Json directories = Json::array();
  for (std::size_t i = 0; i < project.directories.size(); ++i) {
    directories.push_back(
        json_of(project.directories[i], project.lockfiles[i]));
  }
  return json_text(
      {{"schema_version", 1}, {"directories", std::move(directories)}});
}

std::string line_of(const Migration& migration) {
  std::string text = "  " + printable(migration.path);
  if (migration.kind != MigrationKind::versioned) {
    text += fmt::format(" ({})", kind_name(migration.kind));
  }
  if (!migration.down.empty()) {
    text += fmt::format(" (down: {})", printable(migration.down));
  }
  return text + "\n";
}

std::string
text_of(const MigrationDirectory& directory, const Lockfile& lockfile) {
  std::string text = fmt::format(
      "{}: {}, {}, {} migration{}{}\n",
      printable(directory.path),
      layout(directory.layout).name,
      dialect_name(directory.dialect),
      directory.migrations.size(),
      directory.migrations.size() == 1 ? "" : "s",
      lockfile.present ? ", lockfile " + printable(lockfile.path) : "");
  for (const Migration& migration : directory.migrations) {
    text += line_of(migration);
  }
  for (const Migration& migration : directory.retired) {
    text += fmt::format("  {} (retired)\n", printable(migration.path));
  }
  for (const SkippedEntry& entry : directory.skipped) {
    text += fmt::format(
        "  {} (skipped: {})\n", printable(entry.path), printable(entry.reason));
  }
  return text;
}

std::string migrations_text(const LoadedProject& loaded) {
  const Project& project = loaded.project;
  std::string text;
  for (std::size_t i = 0; i < project.directories.size(); ++i) {
    text += text_of(project.directories[i], project.lockfiles[i]);
  }
  for (const RejectedDirectory& rejected : loaded.discovered.rejected) {
    text += fmt::format(
        "{}: left out, {}\n",
        printable(rejected.path),
        printable(rejected.reason));
  }
  return log_safe_lines(text);
}

} // namespace

int run_migrations_command(
    const Environment& environment, const Options& options) {
  const auto workspace = open_workspace(environment, options);
  if (!workspace) {
    complain(environment, workspace.error().message);
    return exit_failed;
  }
  const auto loaded = load_project(
      *workspace->reader,
      check_options(environment, options, *workspace),
      WithLists::no);
  if (!loaded) {
    complain(environment, loaded.error().message);
    return exit_failed;
  }
  if ((*loaded)->project.directories.empty()) {
    complain(environment, "no migration directory was found");
  }
  say_what_is_missing(environment, (*loaded)->incomplete);
  Delivery delivery(environment, workspace->root);
  for (const Output& output : options.outputs) {
    delivery.give(
        output,
        output.format == "json" ? migrations_json((*loaded)->project)
                                : migrations_text(**loaded));
  }
  return delivery.failed() || !(*loaded)->incomplete.empty() ? exit_failed
                                                             : exit_clean;
}

} // namespace migcheck
