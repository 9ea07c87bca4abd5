// The lists, as text and as JSON. Places are computed from the files, which
// are read once more and must be the ones that were analysed.
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/notices.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "cli/workspace.hpp"
#include "text/line_index.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <map>

namespace migcheck {
namespace {

// The files that lists and their entries stand in.
class SourceTexts {
 public:
  SourceTexts(const FileReader& reader, std::uint64_t limit)
      : reader_(reader), limit_(limit) {}

  Position position(const std::string& path, std::uint32_t offset) {
    return source(path).lines.position(offset);
  }

  Digest digest(const std::string& path) { return source(path).digest; }

 private:
  struct Source {
    explicit Source(std::string bytes)
        : text(std::move(bytes)), digest(sha256(text)), lines(text) {}

    std::string text;
    Digest digest;
    LineIndex lines;
  };

  Source& source(const std::string& path) {
    std::unique_ptr<Source>& found = sources_[path];
    if (!found) {
      std::string text;
      ReadRequest request;
      request.path = path;
      request.limit = limit_;
      reader_.read(request, text);
      found = std::make_unique<Source>(std::move(text));
    }
    return *found;
  }

  const FileReader& reader_;
  std::uint64_t limit_;
  std::map<std::string, std::unique_ptr<Source>> sources_;
};

Json json_of(
    const MigrationList& list, const ListEntry& entry, SourceTexts& texts) {
  const std::string& path = entry.path.empty() ? list.path : entry.path;
  const Position place = texts.position(path, entry.span.begin);
  Json json = {{"text", entry.text}};
  if (!entry.path.empty()) {
    json["path"] = entry.path;
  }
  json["line"] = place.line;
  json["column"] = place.column;
  json["migration"] =
      entry.migration == nullptr ? Json() : Json(entry.migration->path);
  return json;
}

Json texts_of(
    const MigrationList& list, const std::vector<std::uint32_t>& indexes) {
  Json array = Json::array();
  for (const std::uint32_t index : indexes) {
    array.push_back(list.entries[index].text);
  }
  return array;
}

std::string_view order_name(ListOrder order) {
  return order == ListOrder::same ? "same" : "differs";
}

std::uint32_t start_of(const MigrationList& list) {
  return list.name_span.size() > 0 ? list.name_span.begin : list.span.begin;
}

Json json_of(const MigrationList& list, SourceTexts& texts) {
  Json entries = Json::array();
  for (const ListEntry& entry : list.entries) {
    entries.push_back(json_of(list, entry, texts));
  }
  Json missing = Json::array();
  for (const Migration* migration : list.missing) {
    missing.push_back(migration->path);
  }
  const std::uint32_t last =
      list.span.end > list.span.begin ? list.span.end - 1 : list.span.end;
  return {
      {"path", list.path},
      {"start_line", texts.position(list.path, start_of(list)).line},
      {"end_line", texts.position(list.path, last).line},
      {"language", list.language},
      {"shape", shape_name(list.shape)},
      {"name", json_or_null(list.name)},
      {"directory",
       list.directory == nullptr ? Json() : Json(list.directory->path)},
      {"intent", intent_name(list.intent)},
      {"intent_reason", list.intent_reason},
      {"entries", std::move(entries)},
      {"missing", std::move(missing)},
      {"stale", texts_of(list, list.stale)},
      {"repeated", texts_of(list, list.repeated)},
      {"order", order_name(list.order)}};
}

std::string lists_json(const Project& project, SourceTexts& texts) {
  Json lists = Json::array();
  for (const MigrationList& list : project.lists) {
    lists.push_back(json_of(list, texts));
  }
  return json_text(
      {{"schema_version", 1},
       {"lists", std::move(lists)},
       {"counts", Json::array()}});
}

std::string differences(const MigrationList& list) {
  std::string text;
  for (const Migration* migration : list.missing) {
    text += "  lacks " + printable(migration->path) + "\n";
  }
  for (const std::uint32_t index : list.stale) {
    text += "  stale " + printable(list.entries[index].text) + "\n";
  }
  for (const std::uint32_t index : list.repeated) {
    text += "  repeats " + printable(list.entries[index].text) + "\n";
  }
  if (list.order == ListOrder::differs) {
    text += "  is in another order\n";
  }
  return text;
}

std::string text_of(const MigrationList& list, SourceTexts& texts) {
  const Position place = texts.position(list.path, start_of(list));
  return fmt::format(
      "{}:{}:{}: {}{}, {} entr{}, {}: {}{}\n",
      printable(list.path),
      place.line,
      place.column,
      shape_name(list.shape),
      list.name.empty() ? "" : " " + migcheck::quoted(list.name),
      list.entries.size(),
      list.entries.size() == 1 ? "y" : "ies",
      list.directory == nullptr
          ? "of no directory"
          : "of " + migcheck::quoted(list.directory->path),
      intent_name(list.intent),
      list.intent_reason.empty() ? ""
                                 : " (" + printable(list.intent_reason) + ")");
}

std::string lists_text(const Project& project, SourceTexts& texts) {
  std::string text;
  for (const MigrationList& list : project.lists) {
    text += text_of(list, texts) + differences(list);
  }
  return log_safe_lines(text);
}

// A file that changed since it was analysed: its places would be wrong.
std::string first_changed(const Project& project, SourceTexts& texts) {
  for (const MigrationList& list : project.lists) {
    if (texts.digest(list.path) != list.source) {
      return list.path;
    }
  }
  return {};
}

} // namespace

int run_lists_command(const Environment& environment, const Options& options) {
  const auto workspace = open_workspace(environment, options);
  if (!workspace) {
    complain(environment, workspace.error().message);
    return exit_failed;
  }
  const auto loaded = load_project(
      *workspace->reader,
      check_options(environment, options, *workspace),
      WithLists::yes);
  if (!loaded) {
    complain(environment, loaded.error().message);
    return exit_failed;
  }
  const Project& project = (*loaded)->project;
  SourceTexts texts(*workspace->reader, workspace->config.limits.file);
  if (const std::string changed = first_changed(project, texts);
      !changed.empty()) {
    complain(
        environment, migcheck::quoted(changed) + " changed while it was read");
    return exit_failed;
  }
  say_what_is_missing(environment, (*loaded)->incomplete);
  Delivery delivery(environment, workspace->root);
  for (const Output& output : options.outputs) {
    delivery.give(
        output,
        output.format == "json" ? lists_json(project, texts)
                                : lists_text(project, texts));
  }
  return delivery.failed() || !(*loaded)->incomplete.empty() ? exit_failed
                                                             : exit_clean;
}

} // namespace migcheck
