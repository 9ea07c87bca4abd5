#include "cli/starter_config.hpp"

#include "config/toml_string.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

constexpr std::string_view head =
    R"(# Configuration of migcheck. Every key is optional: without this file, what
# stands here is detected. Lines with `#` show what else there is.

# detect = true                # false: only what [[directory]] names
# exclude = ["fixtures/**"]    # never looked at
# docs = true                  # lists in documentation too, as notes
)";

constexpr std::string_view directory_keys =
    R"(# name = '^\d{4}_[a-z0-9_]+\.sql$'   # a naming convention of your own
# gaps = [5, "21-25"]          # versions that are missing on purpose
# baseline = "0030_baseline.sql"     # gaps and order count from here
# transaction = "file"         # or "none": what a runner of your own does
# lock = "migrations/migrations.lock"
# lock_chain = true            # branches that both add migrations conflict
)";

constexpr std::string_view tail = R"(
# [[list]]                     # to overrule what is detected
# file = "test/migrations.go"
# name = "AuditMigrations"
# directory = "migrations"
# intent = "subset"            # complete, subset, exclusion, ignore
# except = ["1000_seed.sql"]

# [rules]                      # `migcheck rules` names them
# version-gap = "off"          # off, note, warning, error
# partition-horizon = { level = "warning", months = 6 }

# [[ignore]]                   # a reason is required
# rule = "RULE"
# path = "migrations/078-*.sql"
# reason = "both were released"

# [base]
# ref = "origin/main"          # compare with it, also outside of CI

# [schema.required.users]      # what the application needs of a table
# required = ["id", "email"]
# optional = ["password_hash"]

# [limits]
# file = "16 MiB"
)";

std::string text_of(const MigrationDirectory& directory) {
  // A name that TOML cannot hold: the directory stays detected.
  if (!is_utf8(directory.path)) {
    return fmt::format(
        "\n# {} is detected; its name is not UTF-8\n",
        printable(directory.path));
  }
  std::string text = fmt::format(
      "\n[[directory]]\npath = {}\nlayout = {}\ndialect = {}\n",
      toml_string(directory.path),
      toml_string(layout(directory.layout).name),
      toml_string(dialect_name(directory.dialect)));
  if (!directory.baseline.empty() && is_utf8(directory.baseline)) {
    text += "baseline = " + toml_string(directory.baseline) + "\n";
  }
  return text;
}

} // namespace

std::string starter_config(const std::vector<MigrationDirectory>& directories) {
  std::string text(head);
  for (const MigrationDirectory& directory : directories) {
    text += text_of(directory);
    if (&directory == &directories.front()) {
      text += directory_keys;
    }
  }
  if (directories.empty()) {
    text += "\n# [[directory]]              # none was found\n"
            "# path = \"migrations\"\n# layout = \"goose\"\n";
    text += directory_keys;
  }
  return text + std::string(tail);
}

} // namespace migcheck
