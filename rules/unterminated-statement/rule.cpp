// What begins in a migration and never ends. A last statement without its
// semicolon is none of it: all runners but goose take that.
#include "check/rule.hpp"

#include <array>

namespace migcheck::rules {
namespace {

struct Words {
  std::string_view message;
  std::string_view help;
  std::string_view name; // for data
};

constexpr std::size_t most_related = 3;

// In the order of LexicalError.
constexpr std::array<Words, 5> words = {
    {{"a string begins here and never ends",
      "close it; where this looks right, a quote is missing or one too many "
      "above it",
      "string"},
     {"a quoted name begins here and never ends",
      "close it; where this looks right, a quote is missing or one too many "
      "above it",
      "name"},
     {"a comment begins here and never ends, the rest of the file is in it",
      "close it with `*/`",
      "comment"},
     {"a dollar quote begins here and never ends",
      "close it with the same tag",
      "dollar-quote"},
     {"the data of COPY begin here and never end",
      "end them with a line `\\.`",
      "copy-data"}}};

// What comes after the first open end is read on a guess: it is shown with it.
void check_file(
    const MigrationDirectory& directory,
    const SqlFile& file,
    const std::string& path,
    Findings& findings) {
  if (file.open_ends.empty()) {
    return;
  }
  const LexicalDefect& first = file.open_ends.front();
  const Words& say = words[static_cast<std::size_t>(first.error)];
  const std::string dialect(dialect_name(directory.dialect));
  Diagnostic& finding =
      findings.report({path, first.at}, std::string(say.message));
  finding.help = std::string(say.help) + "; the file was read as " + dialect;
  for (const LexicalDefect& other : file.open_ends) {
    if (other.at != first.at && finding.related.size() < most_related) {
      finding.related.push_back({{path, other.at}, "nor does this"});
    }
  }
  finding.data = {{"open", std::string(say.name)}, {"dialect", dialect}};
  finding.identity = {path, std::string(say.name)};
}

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  check_file(directory, migration.file, migration.path, findings);
  check_file(directory, *migration.down_file, migration.down, findings);
}

} // namespace

extern const Rule unterminated_statement;
const Rule unterminated_statement = {
    .info =
        {.name = "unterminated-statement",
         .summary = "a string, a comment or a dollar quote never ends",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
