#include "report/inventory.hpp"
#include "report/json_text.hpp"
#include "report/shown.hpp"

#include <charconv>

namespace migcheck {
namespace {

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(as_utf8(text));
}

Json json_of(const Migration& migration) {
  Json depends = Json::array();
  for (const DependsItem& item : migration.file.depends) {
    depends.push_back(as_utf8(item.target));
  }
  const bool read =
      migration.file.read && migration.file.failure == ReadFailure::none;
  return {
      {"path", as_utf8(migration.path)},
      {"version", as_utf8(migration.version)},
      {"name", as_utf8(migration.name)},
      {"kind", kind_name(migration.kind)},
      {"direction", direction_name(migration.direction)},
      {"down", or_null(migration.down)},
      {"sha256", read ? Json(hex(migration.file.raw)) : Json(nullptr)},
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

Json json_of(const MigrationDirectory& directory, const Lockfile* lockfile) {
  Json skipped = Json::array();
  for (const SkippedEntry& entry : directory.skipped) {
    skipped.push_back(
        {{"path", as_utf8(entry.path)}, {"reason", as_utf8(entry.reason)}});
  }
  const bool locked = lockfile != nullptr && lockfile->present;
  return {
      {"path", as_utf8(directory.path)},
      {"layout", layout(directory.layout).name},
      {"dialect", dialect_name(directory.dialect)},
      {"lockfile", locked ? Json(as_utf8(lockfile->path)) : Json(nullptr)},
      {"migrations", json_of(directory.migrations)},
      {"retired", json_of(directory.retired)},
      {"skipped", std::move(skipped)}};
}

Json json_of(const ListEntry& entry, Position place) {
  Json object = {{"text", as_utf8(entry.text)}};
  if (!entry.path.empty()) {
    object["path"] = as_utf8(entry.path);
  }
  object["line"] = place.line;
  object["column"] = place.column;
  object["migration"] = entry.migration == nullptr
                            ? Json(nullptr)
                            : Json(as_utf8(entry.migration->path));
  return object;
}

Json texts_of(
    const MigrationList& list, const std::vector<std::uint32_t>& indexes) {
  Json array = Json::array();
  for (const std::uint32_t index : indexes) {
    array.push_back(as_utf8(list.entries[index].text));
  }
  return array;
}

Json json_of(const MigrationList& list, const ListPlace& place) {
  Json entries = Json::array();
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    entries.push_back(json_of(list.entries[i], place.entries[i]));
  }
  Json missing = Json::array();
  for (const Migration* migration : list.missing) {
    missing.push_back(as_utf8(migration->path));
  }
  Json handled = Json::array();
  for (const HandledElsewhere& elsewhere : list.elsewhere) {
    handled.push_back(
        {{"migration", as_utf8(elsewhere.migration->path)},
         {"where", as_utf8(elsewhere.where)}});
  }
  Json object = {
      {"path", as_utf8(list.path)},
      {"start_line", place.start.line},
      {"end_line", place.end.line},
      {"language", as_utf8(list.language)},
      {"shape", shape_name(list.shape)},
      {"name", or_null(list.name)},
      {"directory",
       list.directory == nullptr ? Json(nullptr)
                                 : Json(as_utf8(list.directory->path))},
      {"intent", intent_name(list.intent)},
      {"intent_reason", as_utf8(list.intent_reason)},
      {"entries", std::move(entries)},
      {"missing", std::move(missing)},
      {"stale", texts_of(list, list.stale)},
      {"repeated", texts_of(list, list.repeated)},
      {"order", list.order == ListOrder::same ? "same" : "differs"}};
  if (!handled.empty()) {
    object["handled"] = std::move(handled);
  }
  return object;
}

// A number, or the text of a version with dots.
Json number_of(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? Json(value) : Json(as_utf8(text));
}

Json json_of(const MigrationCount& count, Position place) {
  return {
      {"path", as_utf8(count.path)},
      {"line", place.line},
      {"name", as_utf8(count.name)},
      {"value", count.value ? Json(*count.value) : Json(as_utf8(count.text))},
      {"relation", relation_name(count.relation)},
      {"directory", as_utf8(count.directory->path)},
      {"actual", number_of(count.actual)}};
}

std::string_view fix_name(FixKind kind) {
  switch (kind) {
  case FixKind::safe:
    return "safe";
  case FixKind::unsafe:
    return "unsafe";
  case FixKind::none:
    break;
  }
  return "none";
}

} // namespace

std::string write_migrations_json(const Project& project) {
  Json directories = Json::array();
  for (std::size_t i = 0; i < project.directories.size(); ++i) {
    const Lockfile* lockfile =
        i < project.lockfiles.size() ? &project.lockfiles[i] : nullptr;
    directories.push_back(json_of(project.directories[i], lockfile));
  }
  return json_text(
      {{"schema_version", 1}, {"directories", std::move(directories)}});
}

std::string write_lists_json(const Project& project, const ListPlaces& places) {
  Json lists = Json::array();
  for (std::size_t i = 0; i < project.lists.size(); ++i) {
    lists.push_back(json_of(project.lists[i], places.lists[i]));
  }
  Json counts = Json::array();
  for (std::size_t i = 0; i < project.counts.size(); ++i) {
    counts.push_back(json_of(project.counts[i], places.counts[i]));
  }
  return json_text(
      {{"schema_version", 1},
       {"lists", std::move(lists)},
       {"counts", std::move(counts)}});
}

std::string write_rules_json(const std::vector<RuleRow>& rows) {
  Json rules = Json::array();
  for (const RuleRow& row : rows) {
    rules.push_back(
        {{"name", row.info->name},
         {"level", severity_name(row.level)},
         {"enabled", row.enabled},
         {"fix", fix_name(row.info->fix)},
         {"since", row.info->since},
         {"summary", row.info->summary}});
  }
  return json_text({{"schema_version", 1}, {"rules", std::move(rules)}});
}

} // namespace migcheck
