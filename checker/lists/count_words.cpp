#include "lists/count_words.hpp"

#include "lists/words.hpp"
#include "text/ascii.hpp"
#include "text/one_of.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

constexpr std::array<std::string_view, 23> database_words = {
    "migration", "migrations", "migrate",   "migrated",   "migrator",
    "db",        "database",   "databases", "flyway",     "liquibase",
    "goose",     "sqlx",       "diesel",    "patch",      "patches",
    "changeset", "changesets", "evolution", "evolutions", "dbmate",
    "sqitch",    "alembic",    "ddl"};

constexpr std::array<std::string_view, 8> level_words = {
    "version", "versions", "level", "revision", "rev", "ver", "vers", "levels"};

constexpr std::array<std::string_view, 21> newest_words = {
    "latest",  "current",  "newest", "max",  "maximum", "highest", "head",
    "target",  "expected", "expect", "last", "final",   "wanted",  "want",
    "require", "required", "needed", "top",  "actual",  "recent",  "known"};

constexpr std::array<std::string_view, 12> amount_words = {
    "count",
    "counts",
    "total",
    "num",
    "number",
    "amount",
    "len",
    "length",
    "size",
    "applied",
    "nr",
    "n"};

constexpr std::array<std::string_view, 6> lowest_words = {
    "min", "minimum", "lowest", "oldest", "first", "minimal"};

// Words that a name of the schema's version may hold besides.
constexpr std::array<std::string_view, 46> plain_words = {
    "k",          "g",        "s",        "m",       "c",         "e",
    "the",        "of",       "for",      "my",      "our",       "const",
    "static",     "sql",      "sqlite",   "sqlite3", "mysql",     "postgres",
    "postgresql", "pg",       "pgsql",    "mariadb", "store",     "storage",
    "engine",     "internal", "embedded", "bundled", "code",      "int",
    "value",      "exports",  "module",   "this",    "self",      "in",
    "is",         "at",       "to",       "default", "supported", "main",
    "tables",     "data",     "id",       "user"};

// What else has a version or a number.
constexpr std::array<std::string_view, 98> other_words = {
    "api",      "app",       "application", "backup",     "base",
    "baseline", "batch",     "before",      "broken",     "build",
    "bytes",    "cache",     "cert",        "cli",        "client",
    "column",   "columns",   "concurrency", "config",     "connections",
    "cookie",   "days",      "delay",       "deprecated", "device",
    "down",     "event",     "events",      "file",       "format",
    "from",     "frontend",  "header",      "hours",      "http",
    "ignore",   "index",     "initial",     "interval",   "journal",
    "json",     "key",       "keys",        "kb",         "lease",
    "legacy",   "limit",     "lock",        "log",        "magic",
    "manifest", "mb",        "message",     "minutes",    "ms",
    "node",     "old",       "openapi",     "package",    "page",
    "pending",  "plugin",    "pool",        "port",       "prev",
    "previous", "protocol",  "proto",       "queue",      "release",
    "request",  "response",  "retries",     "retry",      "rollback",
    "row",      "rows",      "rpc",         "seconds",    "server",
    "session",  "since",     "skip",        "snapshot",   "squash",
    "start",    "starting",  "step",        "steps",      "test",
    "threads",  "threshold", "timeout",     "tls",        "token",
    "undo",     "until",     "workers"};

constexpr std::array<std::string_view, 8> glued_heads = {
    "db",
    "database",
    "schema",
    "migration",
    "migrations",
    "latest",
    "current",
    "max"};

// "dbversion", "schemaversion", "dbapi".
bool part(const std::string& word, std::vector<std::string>& out) {
  for (const std::string_view head : glued_heads) {
    if (word.size() <= head.size() || !word.starts_with(head)) {
      continue;
    }
    const std::string tail = word.substr(head.size());
    if (is_one_of(tail, level_words) || is_one_of(tail, amount_words) ||
        tail == "schema" || tail == "api" || tail == "migration") {
      out.emplace_back(head);
      out.push_back(tail == "api" ? "version" : tail);
      return true;
    }
  }
  return false;
}

} // namespace

std::vector<std::string> count_words(std::string_view name) {
  std::vector<std::string> words;
  for (std::string& word : split_words(name)) {
    if (!part(word, words)) {
      words.push_back(std::move(word));
    }
  }
  return words;
}

CountSense count_sense(const std::vector<std::string>& words) {
  CountSense sense;
  for (const std::string& word : words) {
    const bool database = is_one_of(word, database_words);
    sense.database |= database;
    sense.topic |= database || word == "schema" || word == "schemas";
    sense.several |= word == "migrations" || word == "patches" ||
                     word == "changesets" || word == "evolutions";
    sense.all |= word == "all" || word == "every" || word == "total";
    sense.next |= word == "next";
    sense.number |= word == "number" || word == "num" || word == "nr";
    const bool level = is_one_of(word, level_words);
    const bool newest = is_one_of(word, newest_words);
    const bool amount = is_one_of(word, amount_words);
    const bool lowest = is_one_of(word, lowest_words);
    const bool other = is_one_of(word, other_words);
    sense.level |= level;
    sense.newest |= newest;
    sense.amount |= amount;
    sense.lowest |= lowest;
    sense.other |= other;
    const bool known = database || level || newest || amount || lowest ||
                       other || word == "schema" || word == "schemas" ||
                       word == "all" || word == "every" || word == "next" ||
                       is_one_of(word, plain_words);
    sense.unknown += known ? 0 : 1;
  }
  if (sense.number && sense.newest && !sense.several) {
    sense.level = true; // MAX_MIGRATION_NUMBER
    sense.amount = false;
  }
  return sense;
}

bool is_topic(std::string_view word) {
  return is_one_of(word, database_words) || word == "schema" ||
         word == "schemas";
}

bool has_topic(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return is_topic(word);
  });
}

bool says_part(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 30> partial = {
      "pending",   "remaining", "failed",   "failing", "skipped",   "rollback",
      "rolled",    "revert",    "reverted", "before",  "until",     "upto",
      "through",   "step",      "steps",    "partial", "partially", "down",
      "downgrade", "upgrade",   "upgrades", "undo",    "redo",      "legacy",
      "subset",    "fake",      "mock",     "dummy",   "fixture",   "stub"};
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return is_one_of(word, partial);
  });
}

bool is_assertion_word(std::string_view callee) {
  for (const std::string_view head :
       {"assert", "expect", "should", "require", "verify", "ensure", "check"}) {
    if (starts_with_ignoring_case(callee, head)) {
      return true;
    }
  }
  constexpr std::array<std::string_view, 30> words = {
      "Equal",
      "Equals",
      "EqualValues",
      "Len",
      "Exactly",
      "toBe",
      "toEqual",
      "toStrictEqual",
      "toHaveLength",
      "toHaveCount",
      "hasSize",
      "isEqualTo",
      "HaveCount",
      "HaveLen",
      "Be",
      "BeEquivalentTo",
      "eq",
      "eql",
      "equal",
      "equals",
      "isEqualToString",
      "hasSameSizeAs",
      "is",
      "be",
      "AreEqual",
      "XCTAssertEqual",
      "deepEqual",
      "strictEqual",
      "lengthOf",
      "same"};
  return is_one_of(callee, words);
}

bool is_size_word(std::string_view callee) {
  constexpr std::array<std::string_view, 14> words = {
      "Len",
      "toHaveLength",
      "toHaveCount",
      "hasSize",
      "HaveCount",
      "HaveLen",
      "lengthOf",
      "assertCount",
      "assert_len",
      "len",
      "length",
      "size",
      "count",
      "Count"};
  return is_one_of(callee, words);
}

} // namespace migcheck::lists
