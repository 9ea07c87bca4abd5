// migcheck.toml, checked and typed. Every value that can be wrong later keeps
// the place it came from.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/error.hpp"
#include "layouts/layout.hpp"
#include "sql/dialect.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace migcheck {

enum class Intent : std::uint8_t {
  complete,
  subset,
  exclusion,
  fixture,
  unknown,
  ignored
};

// "complete" ... ; `ignored` is spelt "ignored" in reports and "ignore" in
// the configuration.
std::string_view intent_name(Intent intent);

// Versions that are missing on purpose, inclusive, as decimal strings without
// leading zeros.
struct VersionRange {
  std::string first;
  std::string last;
};

// What a runner does that migcheck does not know.
enum class RunnerTransaction : std::uint8_t {
  file, // one transaction around each file
  none
};

struct DirectoryConfig {
  Location location; // of the table's header
  std::string path;
  std::optional<LayoutId> layout;
  std::optional<Dialect> dialect;
  std::string name_pattern; // "" = none
  Location name_location;
  std::vector<VersionRange> gaps;
  std::string baseline; // file name, "" = none
  std::optional<RunnerTransaction> transaction;
  Location baseline_location;
  std::string lock; // root-relative; "" = PATH/migrations.lock
  bool lock_chain = false;
};

struct ListConfig {
  Location location;
  std::string file;
  std::string name;      // "" = any list of the file
  std::string directory; // "" = as detected
  std::optional<Intent> intent;
  std::vector<std::string> except;
};

struct RuleConfig {
  Location location;
  std::string rule;
  std::optional<Severity> level;
  std::optional<int> months; // of rules that have this setting; 0 to 1200
};

struct IgnoreConfig {
  Location location;
  std::string rule;
  std::string path; // glob, "" = everywhere
  std::string reason;
};

// A table of [schema.required], or one of its columns.
struct ContractName {
  Location location;
  std::string text; // as written
};

// What the application needs of one table after the last migration.
struct ContractTable {
  ContractName name;
  std::vector<ContractName> required;
  std::vector<ContractName> optional;
};

// Limits of the robustness page that this version enforces, in bytes and
// counts.
struct Limits {
  std::uint64_t file = 16u << 20;
  std::uint64_t config = 1u << 20;
  std::uint64_t lockfile = 16u << 20;
  std::uint64_t statement = 4u << 20;
  std::uint64_t nesting = 1000;
  std::uint64_t findings = 10000;
  std::uint64_t depth = 256;
  std::uint64_t files = 1000000;
};

struct Config {
  std::string path; // of the file, root-relative; "" = there is none
  bool detect = true;
  bool docs = false;                // lists in documentation are looked for too
  std::vector<std::string> exclude; // globs
  std::vector<DirectoryConfig> directories;
  std::vector<ListConfig> lists;
  std::vector<RuleConfig> rules;
  std::vector<IgnoreConfig> ignores;
  std::string base_ref;                // "" = none
  std::vector<ContractTable> contract; // by name
  Limits limits;
};

// Reads the text of a configuration file. `path` is for messages. On error
// every problem is one line `path:line:column: …`, with a "did you mean" for
// unknown keys. `known_rules` are the names that [rules] and [[ignore]] may
// use; others are kept (the engine rule unknown-rule reports them).
Result<Config> parse_config(std::string_view text, const std::string& path);

} // namespace migcheck
