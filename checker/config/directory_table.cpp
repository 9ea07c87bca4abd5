#include "config/name_pattern.hpp"
#include "config/section.hpp"
#include "config/sizes.hpp"
#include "config/tables.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 9> directory_keys = {
    "path",
    "layout",
    "dialect",
    "name",
    "gaps",
    "baseline",
    "transaction",
    "lock",
    "lock_chain"};

constexpr std::array<std::string_view, 2> transactions = {"file", "none"};

constexpr std::array<std::string_view, 6> dialects = {
    "postgresql", "mysql", "sqlite", "clickhouse", "tsql", "ansi"};

void read_layout(ConfigSection& section, DirectoryConfig& out) {
  std::vector<std::string_view> names;
  names.reserve(all_layouts().size());
  for (const Layout& layout : all_layouts()) {
    names.push_back(layout.name);
  }
  if (const auto word = section.word("layout", names)) {
    out.layout = all_layouts()[*word].id;
  }
  if (const auto word = section.word("dialect", dialects)) {
    out.dialect = dialect_from(dialects[*word]);
  }
}

void read_name(ConfigSection& section, DirectoryConfig& out) {
  const TomlValue* pattern = section.find("name", TomlKind::string);
  if (pattern == nullptr) {
    return;
  }
  out.name_pattern = pattern->text;
  out.name_location = section.location(pattern->span);
  if (const auto compiled = NamePattern::compile(pattern->text); !compiled) {
    section.problem(*pattern, "name: " + compiled.error().message);
  }
}

void read_gap(
    ConfigSection& section, const TomlValue& gap, DirectoryConfig& out) {
  std::string text = gap.text;
  if (gap.kind == TomlKind::integer) {
    text = std::to_string(gap.integer);
  } else if (gap.kind != TomlKind::string) {
    section.problem(
        gap,
        fmt::format(
            "\"gaps\" holds {}, expected versions such as 5 or \"21-25\"",
            kind_in_words(gap.kind)));
    return;
  }
  if (const auto range = version_range(text)) {
    out.gaps.push_back(*range);
  } else {
    section.problem(
        gap,
        fmt::format(
            "gap {} is not a version such as 5 or a range such as \"21-25\"",
            quoted(text)));
  }
}

void read_gaps(ConfigSection& section, DirectoryConfig& out) {
  if (const TomlValue* gaps = section.find("gaps", TomlKind::array)) {
    for (const TomlValue& gap : gaps->items) {
      read_gap(section, gap, out);
    }
  }
}

void read_baseline(ConfigSection& section, DirectoryConfig& out) {
  const TomlValue* entry = section.find("baseline", TomlKind::string);
  if (entry == nullptr) {
    return;
  }
  out.baseline = entry->text;
  out.baseline_location = section.location(entry->span);
  if (entry->text.empty() || entry->text.find('/') != std::string::npos) {
    section.problem(
        *entry,
        fmt::format(
            "baseline {} is not the name of a file in the directory",
            quoted(entry->text)));
  }
}

} // namespace

DirectoryConfig read_directory(const TomlValue& table, Problems& problems) {
  ConfigSection section(table, "[[directory]]", directory_keys, problems);
  DirectoryConfig out;
  out.location = section.location(table.span);
  section.require("path");
  out.path = section.path("path").value_or("");
  read_layout(section, out);
  read_name(section, out);
  read_gaps(section, out);
  read_baseline(section, out);
  if (const auto word = section.word("transaction", transactions)) {
    out.transaction =
        *word == 0 ? RunnerTransaction::file : RunnerTransaction::none;
  }
  out.lock = section.path("lock").value_or("");
  section.read("lock_chain", out.lock_chain);
  return out;
}

} // namespace migcheck
