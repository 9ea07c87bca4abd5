#include "report/inventory.hpp"
#include "report/shown.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t widest_version = 20;

// Text made of lines that are each safe for a log.
class Lines {
 public:
  void add(std::string_view line) {
    text_ += log_safe(line);
    text_ += '\n';
  }

  // A blank line between blocks.
  void separate() { text_ += text_.empty() ? "" : "\n"; }

  // `  NAME       value`; the name stands on the first line only.
  void field(std::string_view name, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      add(fmt::format("  {:<9}  {}", name, printable(value)));
      name = "";
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// The part of a path below its directory, to keep lines short.
std::string_view
below(std::string_view path, const MigrationDirectory& directory) {
  const std::string_view top = directory.path;
  if (path.size() > top.size() && path.starts_with(top) &&
      path[top.size()] == '/') {
    path.remove_prefix(top.size() + 1);
  }
  return path;
}

std::string
remarks(const Migration& migration, const MigrationDirectory& directory) {
  std::vector<std::string> parts;
  if (migration.kind != MigrationKind::versioned) {
    parts.emplace_back(kind_name(migration.kind));
  }
  if (!migration.down.empty()) {
    parts.push_back("down: " + printable(below(migration.down, directory)));
  }
  if (!directory.baseline.empty() && migration.entry == directory.baseline) {
    parts.emplace_back("counting starts here");
  }
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "  (" : ", ") + part;
  }
  return out.empty() ? out : out + ")";
}

void add_directory(Lines& lines, const MigrationDirectory& directory) {
  lines.separate();
  const std::string evidence =
      directory.layout_evidence.empty()
          ? ""
          : " (" + printable(directory.layout_evidence) + ")";
  lines.add(fmt::format(
      "{}: {}{}, {}, {}",
      printable(directory.path),
      layout(directory.layout).name,
      evidence,
      dialect_name(directory.dialect),
      counted(directory.migrations.size(), "migration")));
  std::size_t width = 1;
  for (const Migration& migration : directory.migrations) {
    width = std::max(width, display_width(printable(migration.version_text)));
  }
  width = std::min(width, widest_version);
  for (const Migration& migration : directory.migrations) {
    const std::string version = printable(migration.version_text);
    const std::size_t used = std::min(display_width(version), width);
    lines.add(fmt::format(
        "  {}{}  {}{}",
        std::string(width - used, ' '),
        version,
        printable(below(migration.path, directory)),
        remarks(migration, directory)));
  }
  for (const Migration& migration : directory.retired) {
    lines.add("  retired: " + printable(below(migration.path, directory)));
  }
  for (const SkippedEntry& entry : directory.skipped) {
    lines.add(fmt::format(
        "  skipped: {}: {}",
        printable(below(entry.path, directory)),
        printable(entry.reason)));
  }
}

std::vector<std::string>
texts_of(const MigrationList& list, const std::vector<std::uint32_t>& indexes) {
  std::vector<std::string> texts;
  texts.reserve(indexes.size());
  for (const std::uint32_t index : indexes) {
    texts.push_back(list.entries[index].text);
  }
  return texts;
}

std::vector<std::string> stale_of(const MigrationList& list) {
  std::vector<std::string> texts = texts_of(list, list.stale);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i < list.stale_hints.size() && !list.stale_hints[i].empty()) {
      texts[i] += " (" + list.stale_hints[i] + ")";
    }
  }
  return texts;
}

// "go array"; a shape that says its language already stands alone.
std::string form_of(const MigrationList& list) {
  const std::string shape(shape_name(list.shape));
  return shape.starts_with(list.language) ? shape : list.language + " " + shape;
}

void add_list(Lines& lines, const MigrationList& list, const ListPlace& place) {
  lines.separate();
  lines.add(fmt::format(
      "{}:{}-{}: {}",
      printable(list.path),
      place.start.line,
      place.end.line,
      list.name.empty() ? "a list without a name" : printable(list.name)));
  lines.field(
      "mirrors",
      {list.directory == nullptr ? "no directory that was found"
                                 : list.directory->path});
  const std::string reason =
      list.intent_reason.empty() ? "" : ": " + list.intent_reason;
  lines.field("intent", {std::string(intent_name(list.intent)) + reason});
  lines.field(
      "shape",
      {fmt::format(
          "{}, {} entr{}",
          form_of(list),
          list.entries.size(),
          list.entries.size() == 1 ? "y" : "ies")});
  std::vector<std::string> missing;
  missing.reserve(list.missing.size());
  for (const Migration* migration : list.missing) {
    missing.push_back(migration->entry);
  }
  lines.field("missing", missing);
  std::vector<std::string> handled;
  handled.reserve(list.elsewhere.size());
  for (const HandledElsewhere& one : list.elsewhere) {
    handled.push_back(one.migration->entry + " (" + one.where + ")");
  }
  lines.field("elsewhere", handled);
  lines.field("stale", stale_of(list));
  lines.field("repeated", texts_of(list, list.repeated));
  if (list.order == ListOrder::differs) {
    lines.field("order", {"differs from the runner's"});
  }
  if (missing.empty() && list.stale.empty() && list.repeated.empty() &&
      list.order == ListOrder::same && list.directory != nullptr) {
    lines.field("differs", {"no"});
  }
}

std::string_view relation_words(CountRelation relation) {
  switch (relation) {
  case CountRelation::highest:
    return "the newest version";
  case CountRelation::count:
    return "the number of migrations";
  case CountRelation::highest_plus_one:
    return "one more than the newest version";
  case CountRelation::count_minus_one:
    return "one less than the number of migrations";
  case CountRelation::lowest:
    break;
  }
  return "the oldest version";
}

void add_count(Lines& lines, const MigrationCount& count, Position place) {
  lines.separate();
  lines.add(fmt::format(
      "{}:{}: {}",
      printable(count.path),
      place.line,
      count.name.empty() ? "a number without a name" : printable(count.name)));
  lines.field("mirrors", {count.directory->path});
  lines.field(
      "is", {count.text + ", " + std::string(relation_words(count.relation))});
  if (count.stale) {
    lines.field("now", {count.actual});
  } else {
    lines.field("differs", {"no"});
  }
}

} // namespace

std::string write_migrations_text(
    const Project& project,
    const std::vector<RejectedDirectory>& rejected,
    Detail detail) {
  Lines lines;
  for (const MigrationDirectory& directory : project.directories) {
    add_directory(lines, directory);
  }
  if (project.directories.empty()) {
    lines.add("no migration directory found");
  }
  if (detail == Detail::verbose && !rejected.empty()) {
    lines.separate();
    for (const RejectedDirectory& directory : rejected) {
      lines.add(fmt::format(
          "left out: {}: {}",
          printable(directory.path),
          printable(directory.reason)));
    }
  }
  return lines.take();
}

std::string write_lists_text(const Project& project, const ListPlaces& places) {
  Lines lines;
  for (std::size_t i = 0; i < project.lists.size(); ++i) {
    add_list(lines, project.lists[i], places.lists[i]);
  }
  for (std::size_t i = 0; i < project.counts.size(); ++i) {
    add_count(lines, project.counts[i], places.counts[i]);
  }
  if (project.lists.empty() && project.counts.empty()) {
    lines.add("no list of migrations found");
  }
  return lines.take();
}

std::string write_rules_text(const std::vector<RuleRow>& rows) {
  std::size_t width = 0;
  for (const RuleRow& row : rows) {
    width = std::max(width, row.info->name.size());
  }
  Lines lines;
  for (const RuleRow& row : rows) {
    lines.add(fmt::format(
        "{:<{}}  {:<7}  {:<3}  {}",
        row.info->name,
        width,
        severity_name(row.level),
        row.enabled ? "on" : "off",
        row.info->summary));
  }
  return lines.take();
}

} // namespace migcheck
