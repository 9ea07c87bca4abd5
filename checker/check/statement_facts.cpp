#include "check/statement_facts.hpp"

#include <algorithm>

namespace migcheck {
namespace {

using enum StatementVerb;

bool has(const StatementKind& kind, StatementFlag flag) {
  return kind.has(flag);
}

std::string_view verb_words(StatementVerb verb) {
  switch (verb) {
  case create:
    return "CREATE";
  case alter:
    return "ALTER";
  case drop:
    return "DROP";
  case rename:
    return "RENAME";
  case truncate:
    return "TRUNCATE";
  case delete_:
    return "DELETE";
  case vacuum:
    return "VACUUM";
  case reindex:
    return "REINDEX";
  case cluster:
    return "CLUSTER";
  case begin:
    return "BEGIN";
  case commit:
    return "COMMIT";
  case rollback:
    return "ROLLBACK";
  default:
    return "the statement";
  }
}

std::string_view object_words(ddl::ObjectKind object) {
  using enum ddl::ObjectKind;
  switch (object) {
  case table:
    return " TABLE";
  case foreign_table:
    return " FOREIGN TABLE";
  case index:
    return " INDEX";
  case view:
    return " VIEW";
  case materialized_view:
    return " MATERIALIZED VIEW";
  case sequence:
    return " SEQUENCE";
  case type:
    return " TYPE";
  case domain:
    return " DOMAIN";
  case schema:
    return " SCHEMA";
  case database:
    return " DATABASE";
  case extension:
    return " EXTENSION";
  case function:
    return " FUNCTION";
  case procedure:
    return " PROCEDURE";
  case trigger:
    return " TRIGGER";
  case policy:
    return " POLICY";
  case role:
    return " ROLE";
  case tablespace:
    return " TABLESPACE";
  default:
    return "";
  }
}

bool has_section(const SqlFile& file, Section section) {
  return std::any_of(
      file.statements.begin(),
      file.statements.end(),
      [section](const Statement& statement) {
        return statement.section == section;
      });
}

} // namespace

bool changes_something(const StatementKind& kind) {
  switch (kind.verb) {
  case insert:
  case update:
  case delete_:
  case merge:
  case truncate:
  case copy:
  case call:
  case create:
  case alter:
  case drop:
  case rename:
  case grant:
  case revoke:
  case do_block:
    return true;
  default:
    return false;
  }
}

bool is_ddl(const StatementKind& kind) {
  return kind.verb == create || kind.verb == alter || kind.verb == drop ||
         kind.verb == rename;
}

bool fails_when_repeated(const StatementKind& kind) {
  switch (kind.verb) {
  case create:
    return !has(kind, StatementFlag::if_not_exists) &&
           !has(kind, StatementFlag::or_replace) &&
           !has(kind, StatementFlag::temporary);
  case drop:
    return !has(kind, StatementFlag::if_exists);
  case alter:
    return has(kind, StatementFlag::bare_add) ||
           has(kind, StatementFlag::bare_drop);
  case rename:
    return true;
  default:
    return false;
  }
}

std::string statement_words(const StatementKind& kind) {
  std::string words(verb_words(kind.verb));
  if (is_ddl(kind) || kind.verb == reindex) {
    words += object_words(kind.object);
  }
  if (has(kind, StatementFlag::concurrently)) {
    words += kind.verb == alter ? " … CONCURRENTLY" : " CONCURRENTLY";
  }
  return words;
}

std::vector<PlacedStatement>
placed_statements(const SqlFile& file, Section section) {
  std::vector<PlacedStatement> placed;
  bool open = false;
  std::uint16_t part = 0;
  for (const Statement& statement : file.statements) {
    if (statement.section != section) {
      continue;
    }
    open = open && statement.part == part;
    part = statement.part;
    placed.push_back({&statement, open});
    const StatementVerb verb = statement.kind.verb;
    open = verb == begin || (open && verb != commit && verb != rollback);
  }
  return placed;
}

std::vector<SectionOfFile> sections_of(const Migration& migration) {
  std::vector<SectionOfFile> sections;
  const SqlFile* const files[] = {&migration.file, &*migration.down_file};
  for (const SqlFile* file : files) {
    for (const Section section : {Section::up, Section::down}) {
      if (has_section(*file, section)) {
        sections.push_back({file, section});
      }
    }
  }
  return sections;
}

} // namespace migcheck
