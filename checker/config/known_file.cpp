#include "config/known_file.hpp"

#include "config/section.hpp"
#include "config/toml_string.hpp"
#include "config/toml_value.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace migcheck {
namespace {

constexpr int newest_format = 1;

constexpr std::string_view first_line = "# migcheck: known findings";

constexpr std::string_view head =
    R"(
# What is accepted for now, each with a reason. A finding that is not here is
# reported, and so is an entry that matches none. `migcheck --known FILE
# --write-known` writes this file again and keeps the reasons.
format = 1
)";

constexpr std::array<std::string_view, 2> top_keys = {"format", "known"};

constexpr std::array<std::string_view, 5> known_keys = {
    "rule", "path", "of", "parts", "reason"};

bool is_conflict(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
}

// Where git has left a conflict: the parser's own words for that are no help.
bool has_conflict(std::string_view text, Problems& problems) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (is_conflict(text.substr(at, end - at))) {
      const auto begin = static_cast<std::uint32_t>(at);
      problems.add(
          {begin, begin + 7},
          "a merge conflict was left here; keep the tables of both sides");
      return true;
    }
    at = end + 1;
  }
  return false;
}

void read_strings(
    ConfigSection& section,
    std::string_view key,
    std::vector<std::string>& out) {
  for (const TomlValue* value : section.strings(key)) {
    out.push_back(value->text);
  }
}

KnownFinding read_finding(const TomlValue& table, Problems& problems) {
  ConfigSection section(table, "[[known]]", known_keys, problems);
  KnownFinding made;
  made.location = {problems.path(), table.span};
  section.require("rule");
  section.require("path");
  section.read("rule", made.identity.rule);
  section.read("path", made.identity.path);
  read_strings(section, "of", made.identity.of);
  read_strings(section, "parts", made.identity.parts);
  section.read("reason", made.reason);
  made.identity = storable(std::move(made.identity));
  return made;
}

void read_format(ConfigSection& top) {
  top.require("format");
  const TomlValue* format = top.find("format", TomlKind::integer);
  if (format != nullptr && format->integer != newest_format) {
    top.problem(
        *format,
        fmt::format(
            "format {} is not known to this migcheck, expected {}",
            format->integer,
            newest_format));
  }
}

void read_findings(
    const TomlValue& document, Problems& problems, KnownFile& file) {
  ConfigSection top(document, "the file", top_keys, problems);
  read_format(top);
  const TomlValue* tables = top.find("known", TomlKind::array);
  if (tables == nullptr) {
    return;
  }
  for (const TomlValue& table : tables->items) {
    if (has_kind(table, "known", TomlKind::table, problems)) {
      file.findings.push_back(read_finding(table, problems));
    }
  }
}

// Several strings stand on lines of their own: a difference shows each.
std::string
array_text(std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) {
    return "";
  }
  if (values.size() == 1) {
    return fmt::format("{} = [{}]\n", key, toml_string(values.front()));
  }
  std::string text = fmt::format("{} = [\n", key);
  for (const std::string& value : values) {
    text += fmt::format("  {},\n", toml_string(value));
  }
  return text + "]\n";
}

} // namespace

Result<KnownFile> parse_known(std::string_view text, const std::string& path) {
  Problems problems(text, path);
  KnownFile file;
  file.path = path;
  if (!is_known_file(text)) {
    problems.add(
        {}, "the first line is not " + quoted(first_line) + ", expected that");
  } else if (!has_conflict(text, problems)) {
    if (const auto document = read_toml(text, problems)) {
      read_findings(*document, problems, file);
    }
  }
  if (!problems.empty()) {
    return tl::unexpected(problems.error());
  }
  return file;
}

std::string format_known(std::vector<KnownFinding> findings) {
  std::sort(
      findings.begin(),
      findings.end(),
      [](const KnownFinding& a, const KnownFinding& b) {
        return std::tie(a.identity, a.reason) < std::tie(b.identity, b.reason);
      });
  std::string text(first_line);
  text += head;
  for (const KnownFinding& known : findings) {
    text += fmt::format(
        "\n[[known]]\nrule = {}\npath = {}\n{}{}reason = {}\n",
        toml_string(known.identity.rule),
        toml_string(known.identity.path),
        array_text("of", known.identity.of),
        array_text("parts", known.identity.parts),
        toml_string(known.reason));
  }
  return text;
}

bool is_known_file(std::string_view text) {
  return text.starts_with(first_line);
}

} // namespace migcheck
