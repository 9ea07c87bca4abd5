// What a directory's migrations do, by the kinds of their statements alone.
#pragma once

#include "model/migration.hpp"

#include <algorithm>

namespace migcheck {

// Whether a statement of any Up part is one.
template <typename Predicate>
bool any_up_statement(
    const MigrationDirectory& directory, Predicate predicate) {
  const auto is_one = [&](const Statement& statement) {
    return statement.section == Section::up && predicate(statement);
  };
  return std::any_of(
      directory.migrations.begin(),
      directory.migrations.end(),
      [&](const Migration& migration) {
        const auto& statements = migration.file.statements;
        return std::any_of(statements.begin(), statements.end(), is_one);
      });
}

} // namespace migcheck
