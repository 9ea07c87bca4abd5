// The whole of migcheck.toml; its tables are read by config/tables.
#include "config/config.hpp"

#include "config/section.hpp"
#include "config/tables.hpp"
#include "config/toml_value.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

namespace migcheck {
namespace {

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

class Reader {
 public:
  Reader(const TomlValue& document, Problems& problems)
      : problems_(problems), top_(document, "", top_keys, problems) {}

  Config read();

 private:
  template <typename Row>
  std::vector<Row> rows(
      std::string_view key,
      Row (*read_table)(const TomlValue& table, Problems& problems));

  const TomlValue* table(std::string_view key) {
    return top_.find(key, TomlKind::table);
  }

  Problems& problems_;
  ConfigSection top_;
};

// The tables of `[[key]]`.
template <typename Row>
std::vector<Row> Reader::rows(
    std::string_view key,
    Row (*read_table)(const TomlValue& table, Problems& problems)) {
  std::vector<Row> found;
  const TomlValue* tables = top_.find(key);
  if (tables == nullptr) {
    return found;
  }
  if (tables->kind == TomlKind::table) {
    top_.problem(*tables, fmt::format("write [[{0}]] instead of [{0}]", key));
    return found;
  }
  if (!has_kind(*tables, key, TomlKind::array, problems_)) {
    return found;
  }
  for (const TomlValue& table : tables->items) {
    if (has_kind(table, key, TomlKind::table, problems_)) {
      found.push_back(read_table(table, problems_));
    }
  }
  return found;
}

void no_repeated_directory(const Config& config, Problems& problems) {
  std::unordered_map<std::string_view, Span> seen;
  for (const DirectoryConfig& directory : config.directories) {
    const Span span = directory.location.span;
    const auto [first, added] = seen.try_emplace(directory.path, span);
    if (!added && !directory.path.empty()) {
      problems.add(
          span,
          fmt::format(
              "directory {} is already configured on line {}",
              quoted(directory.path),
              problems.lines().position(first->second.begin).line));
    }
  }
}

Config Reader::read() {
  Config config;
  config.path = problems_.path();
  top_.read("detect", config.detect);
  top_.read("docs", config.docs);
  for (const TomlValue* pattern : top_.strings("exclude")) {
    config.exclude.push_back(top_.glob("exclude", *pattern));
  }
  config.directories = rows("directory", read_directory);
  config.lists = rows("list", read_list);
  config.ignores = rows("ignore", read_ignore);
  if (const TomlValue* rules = table("rules")) {
    for (const TomlMember& rule : rules->members) {
      config.rules.push_back(read_rule(rule, problems_));
    }
  }
  if (const TomlValue* base = table("base")) {
    config.base_ref = read_base(*base, problems_);
  }
  if (const TomlValue* schema = table("schema")) {
    config.contract = read_contract(*schema, problems_);
  }
  if (const TomlValue* limits = table("limits")) {
    config.limits = read_limits(*limits, problems_);
  }
  no_repeated_directory(config, problems_);
  return config;
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
    config = Reader(*document, problems).read();
  }
  if (!problems.empty()) {
    return tl::unexpected(problems.error());
  }
  return config;
}

} // namespace migcheck
