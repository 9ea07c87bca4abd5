// What a check says: which rule, how bad, where, and what to do. Plain data;
// every place is a byte span, and only reports turn it into lines and columns.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace migcheck {

enum class Severity : std::uint8_t { off, note, warning, error };

// "error", "warning", "note", "off".
std::string_view severity_name(Severity severity);
std::optional<Severity> severity_from(std::string_view name);

enum class FixKind : std::uint8_t { none, safe, unsafe };

// What a rule works on; the pipeline provides only what a selected rule needs.
enum class Needs : std::uint8_t {
  migrations,
  lists,
  lockfile,
  attributes,
  declared_statements, // SqlFile::script, where headers or CASCADE are
  listed_statements,   // and lists: where these say what migrations make
  partition_ends,      // Project::partition_ends
  unknown_roles,       // Project::unknown_roles
  contract,            // SqlFile::script, where [schema.required] is
  statements,          // of all migrations
  base,                // what the branch is compared with
  journals,            // Project::drifts
  copies // and statements, where the strings of code create tables
};

// Everything that is said about a rule outside its page, rule.md.
struct RuleInfo {
  std::string_view name;    // also of its folder
  std::string_view summary; // one line, no dot
  Severity severity;        // the highest that a finding of it has
  bool on_by_default = true;
  FixKind fix = FixKind::none;
  Needs needs = Needs::migrations;
  bool has_months = false; // a setting `months` under [rules]
  std::string_view since = "0.1.0";
};

// A second place, with a one-line message.
struct Related {
  Location location;
  std::string message;
};

// Replaces `span` of `path` by `text`; an empty span inserts.
struct Edit {
  std::string path;
  Span span;
  std::string text;
};

struct Rename {
  std::string from;
  std::string to;
};

// One change that makes the finding go away. Unsafe: it could change meaning.
// Edits of one file do not overlap and stand in order.
struct Fix {
  std::string title; // imperative: "add the missing entries"
  FixKind kind = FixKind::safe;
  std::vector<Edit> edits;
  std::vector<Rename> renames;
};

using DataValue =
    std::variant<std::string, std::int64_t, bool, std::vector<std::string>>;

// Facts of a finding for machines, in a fixed order per rule.
using Data = std::vector<std::pair<std::string_view, DataValue>>;

struct Diagnostic {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::error;
  Location location;
  std::string message; // one lower-case sentence, foreign parts `quoted`
  std::vector<Related> related;
  std::string help; // advice; lines separated by LF; foreign parts printable
  Data data;
  std::optional<Fix> fix;

  // What stays the same when lines move: list or version and the values. The
  // fingerprint is made of it, the rule, the path and `parts`. Both empty: the
  // data serve.
  std::vector<std::string> identity;

  // Of a finding about several things of one kind (the migrations that a list
  // lacks): their names. Who accepted it has accepted each of them, and no
  // other one.
  std::vector<std::string> parts;
};

} // namespace migcheck
