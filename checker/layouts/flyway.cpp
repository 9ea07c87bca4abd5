// Flyway: V, U, B with a version or R without one, "__", a description; and
// callbacks. The prefixes are case-sensitive, the suffix is not.
#include "layouts/grammar.hpp"

#include <algorithm>
#include <array>

namespace migcheck::layouts {
namespace {

constexpr std::array<std::string_view, 43> callbacks = {
    "afterBaseline",
    "afterBaselineError",
    "afterBaselineOperationFinish",
    "afterClean",
    "afterCleanError",
    "afterCleanOperationFinish",
    "afterConnect",
    "afterEachMigrate",
    "afterEachMigrateError",
    "afterEachMigrateStatement",
    "afterEachMigrateStatementError",
    "afterEachUndo",
    "afterEachUndoError",
    "afterEachUndoStatement",
    "afterEachUndoStatementError",
    "afterInfo",
    "afterInfoError",
    "afterInfoOperationFinish",
    "afterMigrate",
    "afterMigrateApplied",
    "afterMigrateError",
    "afterMigrateOperationFinish",
    "afterRepair",
    "afterRepairError",
    "afterRepairOperationFinish",
    "afterUndo",
    "afterUndoError",
    "afterUndoOperationFinish",
    "afterValidate",
    "afterValidateError",
    "afterValidateOperationFinish",
    "afterVersioned",
    "beforeBaseline",
    "beforeClean",
    "beforeConnect",
    "beforeEachMigrate",
    "beforeEachMigrateStatement",
    "beforeInfo",
    "beforeMigrate",
    "beforeRepair",
    "beforeRepeatables",
    "beforeValidate",
    "createSchema"};

bool is_callback(std::string_view prefix) {
  return prefix == "beforeUndo" || prefix == "beforeEachUndo" ||
         prefix == "beforeEachUndoStatement" ||
         std::find(callbacks.begin(), callbacks.end(), prefix) !=
             callbacks.end();
}

// "1_2.0" -> "1.2"; "" when a part is no number.
std::string canonical_version(std::string_view text) {
  std::string version;
  std::string pending; // zero parts that count only if another follows
  while (true) {
    const std::size_t end = text.find_first_of("._");
    const std::string_view part = text.substr(0, end);
    if (!all_digits(part)) {
      return "";
    }
    const std::string number = canonical_decimal(part);
    if (number == "0" && !version.empty()) {
      pending += ".0";
    } else {
      if (!version.empty()) {
        version.append(pending).append(".");
      }
      version += number;
      pending.clear();
    }
    if (end == std::string_view::npos) {
      return version;
    }
    text.remove_prefix(end + 1);
  }
}

MigrationKind kind_of(char prefix) {
  switch (prefix) {
  case 'U':
    return MigrationKind::undo;
  case 'B':
    return MigrationKind::baseline;
  case 'R':
    return MigrationKind::repeatable;
  default:
    return MigrationKind::versioned;
  }
}

ParsedName parse_stem(std::string_view stem) {
  const std::size_t bars = stem.find("__");
  const std::string_view head = stem.substr(0, bars);
  if (is_callback(head)) {
    return companion();
  }
  if (head.empty() ||
      std::string_view("VUBR").find(head[0]) == std::string_view::npos) {
    return skipped("none of Flyway's prefixes V, U, B, R");
  }
  if (bars == std::string_view::npos) {
    return skipped("no \"__\" before the description");
  }
  ParsedName parsed{
      .verdict = NameVerdict::migration,
      .version_text = head.substr(1),
      .title = stem.substr(bars + 2),
      .kind = kind_of(head[0])};
  if (parsed.kind == MigrationKind::repeatable) {
    return parsed.version_text.empty()
               ? parsed
               : skipped("a repeatable migration has no version");
  }
  parsed.version = canonical_version(parsed.version_text);
  if (parsed.version.empty()) {
    return skipped("the text after the prefix is not a version");
  }
  if (parsed.kind == MigrationKind::undo) {
    parsed.direction = Direction::down;
  }
  return parsed;
}

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  if (take_suffix_any_case(stem, ".sql")) {
    return parse_stem(stem);
  }
  return is_common_companion(name) || name.ends_with(".conf")
             ? companion()
             : skipped("the name does not end in .sql");
}

// Versions first; then repeatables by description.
Order compare(
    const ParsedName& a,
    std::string_view name_a,
    const ParsedName& b,
    std::string_view name_b) {
  const bool repeatable_a = a.kind == MigrationKind::repeatable;
  const bool repeatable_b = b.kind == MigrationKind::repeatable;
  if (repeatable_a != repeatable_b) {
    return repeatable_a ? Order::greater : Order::less;
  }
  if (repeatable_a) {
    const Order order = a.title.compare(b.title) <=> 0;
    return std::is_neq(order) ? order : name_a.compare(name_b) <=> 0;
  }
  return by_dotted(a, name_a, b, name_b);
}

} // namespace

const Layout flyway = {
    .id = LayoutId::flyway,
    .name = "flyway",
    .parse = parse,
    .compare = compare,
    .recursive = true,
    .sequential_gaps = true,
    .hash = RunnerHash::neutral};

} // namespace migcheck::layouts
