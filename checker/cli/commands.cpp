// What is said about each command, its options excepted.
#include "cli/option_table.hpp"

#include <array>

namespace migcheck {
namespace {

constexpr std::array<Example, 7> check_examples = {
    {{"migcheck", "check the project around the working directory"},
     {"migcheck check service --fail-on warning",
      "check the project in service/, and fail on warnings too"},
     {"migcheck check --format text --format sarif=migcheck.sarif",
      "a report to read and one for code scanning"},
     {"migcheck check --select 'list-*' --ignore list-wrong-order",
      "only some of the rules"},
     {"migcheck check --known migcheck.known --write-known --reason 'as found'",
      "accept what is there, and see only what comes on top"},
     {"migcheck check --staged",
      "as a git hook: what would be committed, whatever else lies on disk"},
     {"migcheck check --rev v1.2.0 --base v1.1.0",
      "what a release brought, without checking it out"}}};

constexpr std::array<Example, 2> migrations_examples = {
    {{"migcheck migrations", "every directory and its migrations in order"},
     {"migcheck migrations --format json | jq '.directories[].path'",
      "the directories alone"}}};

constexpr std::array<Example, 2> lists_examples = {
    {{"migcheck lists", "every list, and what it lacks"},
     {"migcheck lists --format json=lists.json", "the same for programs"}}};

constexpr std::array<Example, 3> schema_examples = {
    {{"migcheck schema", "the tables of each directory, and what is in them"},
     {"migcheck schema --format json | jq '.tables | keys'",
      "for programs: the names of all tables"},
     {"migcheck schema --format mermaid=docs/schema.mmd",
      "a diagram of tables and foreign keys"}}};

constexpr std::array<Example, 2> graph_examples = {
    {{"migcheck graph", "each migration, what it needs, and why"},
     {"migcheck graph --format html=graph.html",
      "a page to open, with a picture"}}};

constexpr std::array<Example, 3> cat_examples = {
    {{"migcheck cat | psql -v ON_ERROR_STOP=1 scratch",
      "make a database, without the runner"},
     {"migcheck cat --tables orders,invoices",
      "what these two tables need, in order"},
     {"migcheck cat --directory services/billing/migrations",
      "where there are several directories"}}};

constexpr std::array<Example, 4> lock_examples = {
    {{"migcheck lock", "record the migrations that are new"},
     {"migcheck lock --check", "only compare; 1 when something differs"},
     {"migcheck lock --amend migrations/003_x.sql --reason 'typo in a comment'",
      "record a deliberate edit"},
     {"migcheck lock --force --reason 'released before the rule existed'",
      "record new migrations in which rules find errors"}}};

constexpr std::array<Example, 2> statements_examples = {
    {{"migcheck statements migrations/003_x.sql", "a line per statement"},
     {"migcheck statements --dialect mysql --format json dump.sql",
      "the same for programs"}}};

constexpr std::array<Example, 2> init_examples = {
    {{"migcheck init", "write migcheck.toml from what is there"},
     {"migcheck init --hook", "and let git run the check on every commit"}}};

constexpr std::array<Example, 1> explain_examples = {
    {{"migcheck explain duplicate-version", "the page of one rule"}}};

constexpr std::array<Example, 2> rules_examples = {
    {{"migcheck rules", "a line per rule"},
     {"migcheck rules --format markdown", "the table of rules/README.md"}}};

constexpr std::array<Example, 3> completions_examples = {
    {{"migcheck completions bash > "
      "~/.local/share/bash-completion/completions/migcheck",
      "for bash"},
     {"migcheck completions zsh > ~/.zfunc/_migcheck",
      "for zsh, with ~/.zfunc in fpath"},
     {"migcheck completions fish > ~/.config/fish/completions/migcheck.fish",
      "for fish"}}};

constexpr std::array<Example, 1> man_examples = {
    {{"migcheck man | man -l -", "read the manual"}}};

constexpr CommandInfo commands[] = {
    {CommandId::check,
     "check",
     "check the migrations and all that must agree with them",
     "migcheck [check] [OPTION...] [PATH]",
     "Finds the migration directories, the lists that name their files, and "
     "the lockfiles, and reports where they disagree. Needs no configuration "
     "and no database. This is what migcheck does when no command is named.",
     check_examples},
    {CommandId::migrations,
     "migrations",
     "print every migration directory and its migrations in order",
     "migcheck migrations [OPTION...] [PATH]",
     "The order is the one in which the directory's runner applies them. "
     "Names that are no migrations are shown with the reason.",
     migrations_examples},
    {CommandId::lists,
     "lists",
     "print every hardcoded list of migrations and how it differs",
     "migcheck lists [OPTION...] [PATH]",
     "Shows where each list is, which directory it mirrors, what it is taken "
     "for and why, and what it lacks.",
     lists_examples},
    {CommandId::schema,
     "schema",
     "print the schema that the migrations make",
     "migcheck schema [OPTION...] [PATH]",
     "Computed from the Up parts in the runner's order, from a baseline on, "
     "without a database. What only running the SQL could tell (names that it "
     "puts together, functions that it calls) is listed as not known.",
     schema_examples},
    {CommandId::graph,
     "graph",
     "print which migrations need which",
     "migcheck graph [OPTION...] [PATH]",
     "A migration needs those that its `-- DEPENDS:` header names, and the "
     "last one before it that made or changed an object which its SQL "
     "touches. Pictures leave out what other arrows imply.",
     graph_examples},
    {CommandId::cat,
     "cat",
     "print the SQL that a runner executes for a new database",
     "migcheck cat [OPTION...] [PATH]",
     "The Up statements of each migration, in the runner's order, each after a "
     "comment with the file's path. A baseline is where it starts. With "
     "--tables: the migrations that make or change these tables, and those "
     "which they need, as `migcheck graph` shows them.",
     cat_examples},
    {CommandId::lock,
     "lock",
     "write or extend the lockfiles",
     "migcheck lock [OPTION...] [PATH]",
     "Records every migration that the lockfile of its directory does not "
     "hold. Lines that are there never change, except by --amend. Rules about "
     "the content of migrations run on what is added; an error of theirs "
     "stops it, unless --force and a reason are given.",
     lock_examples},
    {CommandId::statements,
     "statements",
     "print where each statement of a file begins and ends",
     "migcheck statements [OPTION...] FILE",
     "This is how the check splits the file: as the server's own client does. "
     "Bytes count from 0; a statement reaches from its first token to the end "
     "of its terminator.",
     statements_examples},
    {CommandId::init,
     "init",
     "write a commented migcheck.toml from what is there",
     "migcheck init [OPTION...] [PATH]",
     "Nothing is overwritten: neither a configuration nor a git hook.",
     init_examples},
    {CommandId::explain,
     "explain",
     "print the page of a rule",
     "migcheck explain RULE",
     "",
     explain_examples},
    {CommandId::rules,
     "rules",
     "print the table of rules",
     "migcheck rules [OPTION...]",
     "",
     rules_examples},
    {CommandId::completions,
     "completions",
     "print completions for a shell",
     "migcheck completions SHELL",
     "",
     completions_examples},
    {CommandId::man,
     "man",
     "print the manual page",
     "migcheck man",
     "",
     man_examples},
};

} // namespace

std::span<const CommandInfo> all_commands() {
  return commands;
}

const CommandInfo& command_info(CommandId id) {
  return commands[static_cast<std::size_t>(id)];
}

const CommandInfo* find_command(std::string_view name) {
  for (const CommandInfo& command : commands) {
    if (command.name == name) {
      return &command;
    }
  }
  return nullptr;
}

} // namespace migcheck
