// SET, COMMENT, GRANT, REVOKE and ALTER DEFAULT PRIVILEGES.
#include "ddl/arguments.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "text/ascii.hpp"

#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

void read_values(Cursor& cursor, SetVariable& variable) {
  if (cursor.take("default"_kw) || cursor.take("none"_kw)) {
    return;
  }
  while (!cursor.done()) {
    Cursor element = cursor.element();
    if (is_string(element.peek())) {
      variable.values.push_back(string_value(element.bytes()));
    } else if (at_name(element)) {
      variable.values.push_back(read_name(element).text);
    } else {
      variable.values.emplace_back(element.bytes());
    }
  }
}

// Two words that are one variable's name.
void read_variable_name(Cursor& cursor, SetVariable& variable) {
  if (cursor.take("session"_kw, "authorization"_kw)) {
    variable.name = "session authorization";
  } else if (cursor.take("time"_kw, "zone"_kw)) {
    variable.name = "timezone";
  } else {
    const QualifiedName name = read_qualified_name(cursor);
    variable.name = lower_case(
        name.schema.empty() ? name.name : name.schema + "." + name.name);
  }
  if (variable.name == "schema") { // SET SCHEMA 'a'
    variable.name = "search_path";
  }
}

bool is_pseudo_role(WordKey word) {
  return word == "public"_kw || word == "current_user"_kw ||
         word == "session_user"_kw || word == "current_role"_kw;
}

std::vector<Name> read_roles(Cursor& cursor) {
  std::vector<Name> roles;
  do {
    cursor.take("group"_kw);
    if (is_pseudo_role(cursor.word())) {
      cursor.advance();
      continue;
    }
    Name role = read_name(cursor);
    if (cursor.dialect() == Dialect::mysql) {
      cursor.take_mark('@'); // user@host
      while (!cursor.done() && cursor.mark() != ',') {
        cursor.skip();
      }
    }
    roles.push_back(std::move(role));
  } while (cursor.take_mark(','));
  return roles;
}

// ALL TABLES IN SCHEMA
bool take_all_in_schema(Cursor& cursor, Grant& grant) {
  Cursor ahead = cursor;
  if (!ahead.take("all"_kw)) {
    return false;
  }
  switch (ahead.word()) {
  case "sequences"_kw:
    grant.kind = ObjectKind::sequence;
    break;
  case "functions"_kw:
  case "procedures"_kw:
  case "routines"_kw:
    grant.kind = ObjectKind::function;
    break;
  default:
    grant.kind = ObjectKind::table;
  }
  ahead.advance();
  if (!ahead.take("in"_kw, "schema"_kw)) {
    return false;
  }
  cursor = ahead;
  grant.all_in_schema = true;
  return true;
}

void read_objects(Cursor& cursor, Grant& grant) {
  if (!take_all_in_schema(cursor, grant)) {
    const ObjectKind kind = read_object_kind(cursor);
    grant.kind = kind == ObjectKind::other ? ObjectKind::table : kind;
    if (kind == ObjectKind::other && cursor.word(1) != 0 &&
        cursor.word(1) != "to"_kw && cursor.word(1) != "from"_kw) {
      grant.kind = ObjectKind::other; // LARGE OBJECT, LANGUAGE …
    }
  }
  do {
    QualifiedName name = read_qualified_name(cursor);
    if (!name.empty()) {
      grant.objects.push_back(std::move(name));
    }
    cursor.group(); // arguments
  } while (cursor.take_mark(','));
}

// TO or FROM and the rest of the statement, whatever stands before them.
void read_grantees(Cursor& cursor, Grant& grant) {
  while (!cursor.done() && !cursor.take("to"_kw) && !cursor.take("from"_kw)) {
    cursor.skip();
  }
  if (!cursor.done()) {
    grant.roles = read_roles(cursor);
  }
  cursor.finish();
}

} // namespace

void read_set(Cursor& cursor, Sink& sink) {
  SetVariable variable;
  variable.local = cursor.take("local"_kw);
  if (cursor.word() == "session"_kw && cursor.word(1) != "authorization"_kw &&
      cursor.peek(1).kind == TokenKind::word) {
    cursor.advance();
  }
  if (cursor.word() == "transaction"_kw ||
      cursor.word() == "characteristics"_kw ||
      cursor.word() == "constraints"_kw) {
    const bool constraints = cursor.word() == "constraints"_kw;
    cursor.finish();
    if (constraints) {
      sink.emplace_back(NoEffect{"set constraints"});
    } else {
      sink.emplace_back(TransactionStatement{TransactionVerb::other, {}});
    }
    return;
  }
  read_variable_name(cursor, variable);
  if (!cursor.take("to"_kw)) {
    cursor.take_mark('=');
  }
  read_values(cursor, variable);
  sink.emplace_back(std::move(variable));
}

Comment read_comment(Cursor& cursor) {
  Comment comment;
  cursor.take("on"_kw);
  comment.kind = read_object_kind(cursor);
  if (comment.kind == ObjectKind::column) {
    std::vector<Name> parts;
    do {
      parts.push_back(read_name(cursor));
    } while (cursor.take_mark('.'));
    comment.column = std::move(parts.back().text);
    if (parts.size() > 1) {
      comment.name.name = std::move(parts[parts.size() - 2].text);
    }
    if (parts.size() > 2) {
      comment.name.schema = std::move(parts[parts.size() - 3].text);
    }
  } else {
    comment.name = read_qualified_name(cursor);
    cursor.group();
    if (cursor.take("on"_kw)) {
      cursor.take("domain"_kw);
      comment.table = read_qualified_name(cursor);
    }
  }
  cursor.finish();
  return comment;
}

Grant read_default_privileges(Cursor& cursor) {
  Grant grant;
  grant.kind = ObjectKind::privileges;
  while (!cursor.done() && cursor.word() != "grant"_kw &&
         cursor.word() != "revoke"_kw) {
    if (cursor.take("for"_kw, "role"_kw) || cursor.take("for"_kw, "user"_kw)) {
      grant.owners = read_roles(cursor);
    } else {
      cursor.skip(); // IN SCHEMA
    }
  }
  grant.revoke = cursor.word() == "revoke"_kw;
  read_grantees(cursor, grant);
  return grant;
}

Grant read_grant(Cursor& cursor, bool revoke) {
  Grant grant;
  grant.revoke = revoke;
  const Cursor whole = cursor;
  while (!cursor.done() && cursor.word() != "on"_kw &&
         cursor.word() != "to"_kw && cursor.word() != "from"_kw) {
    cursor.skip();
  }
  if (cursor.take("on"_kw)) {
    read_objects(cursor, grant);
  } else {
    grant.membership = true;
    grant.kind = ObjectKind::role;
    Cursor roles = whole;
    do {
      QualifiedName role = read_qualified_name(roles);
      grant.objects.push_back(std::move(role));
    } while (roles.take_mark(','));
  }
  read_grantees(cursor, grant);
  return grant;
}

} // namespace migcheck::ddl
