// From TOML values to a Config, one function per table. Reading goes on after
// a problem, so that one run shows them all.
#include "config/config.hpp"

#include "config/contract.hpp"
#include "config/name_pattern.hpp"
#include "config/section.hpp"
#include "config/sizes.hpp"
#include "config/toml_value.hpp"
#include "io/git_objects.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

namespace migcheck {
namespace {

constexpr std::size_t longest_glob = 1024;

using Words = std::span<const std::string_view>;

class Reader {
 public:
  explicit Reader(Problems& problems) : problems_(problems) {}

  Config read(const TomlValue& document);

 private:
  void read_directory(const TomlValue& table);
  void read_layout(ConfigSection& section, DirectoryConfig& out);
  void read_name(ConfigSection& section, DirectoryConfig& out);
  void read_gaps(ConfigSection& section, DirectoryConfig& out);
  void read_list(const TomlValue& table);
  void read_rules(const TomlValue& table);
  void read_rule(const TomlMember& rule);
  void read_ignore(const TomlValue& table);
  void read_base(const TomlValue& table);
  void read_limits(const TomlValue& table);
  std::string read_glob(const TomlValue& value, std::string_view key);
  void no_repeated_directory();

  Location location(Span span) const { return {problems_.path(), span}; }

  using ReadTable = void (Reader::*)(const TomlValue&);
  void
  read_each(ConfigSection& top, std::string_view key, ReadTable read_table);

  Problems& problems_;
  Config config_;
};

constexpr std::array<std::string_view, 10> top_keys = {
    "detect",
    "docs",
    "exclude",
    "directory",
    "list",
    "rules",
    "ignore",
    "base",
    "schema",
    "limits"};

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

constexpr std::array<std::string_view, 5> list_keys = {
    "file", "name", "directory", "intent", "except"};

constexpr std::array<std::string_view, 3> ignore_keys = {
    "rule", "path", "reason"};

constexpr std::array<std::string_view, 1> base_keys = {"ref"};

constexpr std::array<std::string_view, 2> rule_keys = {"level", "months"};

constexpr int most_months = 1200;

constexpr std::array<std::string_view, 4> levels = {
    "off", "note", "warning", "error"};

constexpr std::array<std::string_view, 2> transactions = {"file", "none"};

constexpr std::array<std::string_view, 6> dialects = {
    "postgresql", "mysql", "sqlite", "clickhouse", "tsql", "ansi"};

Config Reader::read(const TomlValue& document) {
  ConfigSection top(document, "", top_keys, problems_);
  config_.path = problems_.path();
  top.read("detect", config_.detect);
  top.read("docs", config_.docs);
  for (const TomlValue* pattern : top.strings("exclude")) {
    config_.exclude.push_back(read_glob(*pattern, "exclude"));
  }
  read_each(top, "directory", &Reader::read_directory);
  read_each(top, "list", &Reader::read_list);
  read_each(top, "ignore", &Reader::read_ignore);
  if (const TomlValue* rules = top.find("rules", TomlKind::table)) {
    read_rules(*rules);
  }
  if (const TomlValue* base = top.find("base", TomlKind::table)) {
    read_base(*base);
  }
  if (const TomlValue* schema = top.find("schema", TomlKind::table)) {
    config_.contract = read_contract(*schema, problems_);
  }
  if (const TomlValue* limits = top.find("limits", TomlKind::table)) {
    read_limits(*limits);
  }
  no_repeated_directory();
  return std::move(config_);
}

// The tables of `[[key]]`.
void Reader::read_each(
    ConfigSection& top, std::string_view key, ReadTable read_table) {
  const TomlValue* tables = top.find(key);
  if (tables == nullptr) {
    return;
  }
  if (tables->kind == TomlKind::table) {
    problems_.add(
        tables->span, fmt::format("write [[{0}]] instead of [{0}]", key));
    return;
  }
  if (!has_kind(*tables, key, TomlKind::array, problems_)) {
    return;
  }
  for (const TomlValue& table : tables->items) {
    if (has_kind(table, key, TomlKind::table, problems_)) {
      (this->*read_table)(table);
    }
  }
}

std::string Reader::read_glob(const TomlValue& value, std::string_view key) {
  if (value.text.size() > longest_glob) {
    problems_.add(
        value.span,
        fmt::format(
            "{} has {} bytes, at most {} are allowed",
            key,
            value.text.size(),
            longest_glob));
    return {};
  }
  std::string path = value.text;
  const bool folder = path.ends_with('/');
  if (const auto wrong = make_plain_path(path)) {
    problems_.add(
        value.span, fmt::format("{} {} {}", key, quoted(value.text), *wrong));
  }
  return folder ? path + "/" : path;
}

void Reader::read_directory(const TomlValue& table) {
  ConfigSection section(table, "[[directory]]", directory_keys, problems_);
  DirectoryConfig out;
  out.location = location(table.span);
  section.require("path");
  out.path = section.path("path").value_or("");
  read_layout(section, out);
  read_name(section, out);
  read_gaps(section, out);
  if (const TomlValue* entry = section.find("baseline", TomlKind::string)) {
    out.baseline = entry->text;
    out.baseline_location = location(entry->span);
    if (entry->text.empty() || entry->text.find('/') != std::string::npos) {
      section.problem(
          *entry,
          fmt::format(
              "baseline {} is not the name of a file in the directory",
              quoted(entry->text)));
    }
  }
  if (const auto word = section.word("transaction", transactions)) {
    out.transaction =
        *word == 0 ? RunnerTransaction::file : RunnerTransaction::none;
  }
  out.lock = section.path("lock").value_or("");
  section.read("lock_chain", out.lock_chain);
  config_.directories.push_back(std::move(out));
}

void Reader::read_layout(ConfigSection& section, DirectoryConfig& out) {
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

void Reader::read_name(ConfigSection& section, DirectoryConfig& out) {
  const TomlValue* pattern = section.find("name", TomlKind::string);
  if (pattern == nullptr) {
    return;
  }
  out.name_pattern = pattern->text;
  out.name_location = location(pattern->span);
  if (const auto compiled = NamePattern::compile(pattern->text); !compiled) {
    section.problem(*pattern, "name: " + compiled.error().message);
  }
}

void Reader::read_gaps(ConfigSection& section, DirectoryConfig& out) {
  const TomlValue* gaps = section.find("gaps", TomlKind::array);
  if (gaps == nullptr) {
    return;
  }
  for (const TomlValue& gap : gaps->items) {
    std::string text = gap.text;
    if (gap.kind == TomlKind::integer) {
      text = std::to_string(gap.integer);
    } else if (gap.kind != TomlKind::string) {
      section.problem(
          gap,
          fmt::format(
              "\"gaps\" holds {}, expected versions such as 5 or \"21-25\"",
              kind_in_words(gap.kind)));
      continue;
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
}

void Reader::read_list(const TomlValue& table) {
  ConfigSection section(table, "[[list]]", list_keys, problems_);
  ListConfig out;
  out.location = location(table.span);
  section.require("file");
  out.file = section.path("file").value_or("");
  section.read("name", out.name);
  out.directory = section.path("directory").value_or("");
  constexpr std::array<std::string_view, 4> words = {
      "complete", "subset", "exclusion", "ignore"};
  constexpr std::array<Intent, 4> intents = {
      Intent::complete, Intent::subset, Intent::exclusion, Intent::ignored};
  if (const auto word = section.word("intent", words)) {
    out.intent = intents[*word];
  }
  for (const TomlValue* name : section.strings("except")) {
    out.except.push_back(name->text);
  }
  config_.lists.push_back(std::move(out));
}

void Reader::read_rules(const TomlValue& table) {
  for (const TomlMember& rule : table.members) {
    read_rule(rule);
  }
}

void Reader::read_rule(const TomlMember& rule) {
  RuleConfig out;
  out.location = location(rule.key_span);
  out.rule = rule.key;
  const TomlValue* level = &rule.value;
  if (rule.value.kind == TomlKind::table) {
    const std::string name = "rule " + quoted(rule.key);
    ConfigSection section(rule.value, name, rule_keys, problems_);
    level = section.find("level");
    out.months = section.number("months", most_months);
  }
  if (level != nullptr &&
      has_kind(*level, "level", TomlKind::string, problems_)) {
    out.level = severity_from(level->text);
    if (!out.level) {
      problems_.add(level->span, "level " + not_one_of(level->text, levels));
    }
  }
  config_.rules.push_back(std::move(out));
}

void Reader::read_ignore(const TomlValue& table) {
  ConfigSection section(table, "[[ignore]]", ignore_keys, problems_);
  IgnoreConfig out;
  out.location = location(table.span);
  section.require("rule");
  section.read("rule", out.rule);
  section.require("reason");
  if (const TomlValue* path = section.find("path", TomlKind::string)) {
    out.path = read_glob(*path, "path");
  }
  if (const TomlValue* reason = section.find("reason", TomlKind::string)) {
    out.reason = reason->text;
    if (reason->text.find_first_not_of(" \t\r\n") == std::string::npos) {
      section.problem(*reason, "reason is empty, say why");
    }
  }
  config_.ignores.push_back(std::move(out));
}

void Reader::read_base(const TomlValue& table) {
  ConfigSection section(table, "[base]", base_keys, problems_);
  section.require("ref");
  const TomlValue* ref = section.find("ref", TomlKind::string);
  if (ref == nullptr) {
    return;
  }
  config_.base_ref = ref->text;
  if (!is_plain_ref(ref->text)) {
    section.problem(
        *ref,
        fmt::format(
            "ref {} is not the name of a branch, tag or commit",
            quoted(ref->text)));
  }
}

void Reader::read_limits(const TomlValue& table) {
  Limits& limits = config_.limits;

  struct Row {
    std::string_view key;
    std::uint64_t* out;
    LimitUnit unit;
  };

  const std::array<Row, 7> rows = {
      {{"file", &limits.file, LimitUnit::bytes},
       {"lockfile", &limits.lockfile, LimitUnit::bytes},
       {"statement", &limits.statement, LimitUnit::bytes},
       {"nesting", &limits.nesting, LimitUnit::count},
       {"findings", &limits.findings, LimitUnit::count},
       {"depth", &limits.depth, LimitUnit::count},
       {"files", &limits.files, LimitUnit::count}}};
  std::vector<std::string_view> keys;
  keys.reserve(rows.size());
  for (const Row& row : rows) {
    keys.push_back(row.key);
  }
  ConfigSection section(table, "[limits]", keys, problems_);
  for (const Row& row : rows) {
    if (const TomlValue* value = section.find(row.key)) {
      if (const auto limit = read_limit(*value, row.unit)) {
        *row.out = *limit;
      } else {
        section.problem(
            *value,
            fmt::format("{} {}", quoted(row.key), limit_form(row.unit)));
      }
    }
  }
}

void Reader::no_repeated_directory() {
  std::unordered_map<std::string_view, Span> seen;
  for (const DirectoryConfig& directory : config_.directories) {
    const Span span = directory.location.span;
    const auto [first, added] = seen.try_emplace(directory.path, span);
    if (!added && !directory.path.empty()) {
      problems_.add(
          span,
          fmt::format(
              "directory {} is already configured on line {}",
              quoted(directory.path),
              problems_.lines().position(first->second.begin).line));
    }
  }
}

} // namespace

Result<Config> parse_config(std::string_view text, const std::string& path) {
  const std::uint64_t most = Limits{}.config;
  if (text.size() > most) {
    return fail(fmt::format(
        "{}:1:1: the configuration has {} bytes, at most {} are allowed",
        printable(path),
        text.size(),
        most));
  }
  Problems problems(text, path);
  const std::optional<TomlValue> document = read_toml(text, problems);
  Config config;
  if (document) {
    config = Reader(problems).read(*document);
  }
  if (!problems.empty()) {
    return tl::unexpected(problems.error());
  }
  return config;
}

} // namespace migcheck
