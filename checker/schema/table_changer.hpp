// ALTER TABLE, action by action. Its parts: alter_table, alter_columns and
// alter_constraints.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

// Applies the actions of one statement to one table, in the passes in which
// the server runs them.
class TableChanger {
 public:
  TableChanger(Session& session, const ddl::AlterTable& statement, Id table)
      : session_(session), catalogue_(session.catalogue), statement_(statement),
        table_(table) {}

  void change();

  void operator()(const ddl::UnknownAction& action);

  void operator()(const ddl::OtherAction&) {}

  void operator()(const ddl::AddColumn& action);
  void operator()(const ddl::DropColumn& action);
  void operator()(const ddl::SetColumnType& action);
  void operator()(const ddl::SetDefault& action);
  void operator()(const ddl::SetNotNull& action);
  void operator()(const ddl::SetIdentity& action);
  void operator()(const ddl::SetGenerated& action);
  void operator()(const ddl::ModifyColumn& action);
  void operator()(const ddl::RenameColumn& action);
  void operator()(const ddl::AddConstraint& action);
  void operator()(const ddl::DropConstraint& action);
  void operator()(const ddl::RenameConstraint& action);
  void operator()(const ddl::ValidateConstraint& action);
  void operator()(const ddl::AddIndex& action);
  void operator()(const ddl::DropTableIndex& action);
  void operator()(const ddl::RenameTableIndex& action);
  void operator()(const ddl::RenameTable& action);
  void operator()(const ddl::SetTableSchema& action);
  void operator()(const ddl::AttachPartition& action);
  void operator()(const ddl::DetachPartition& action);
  void operator()(const ddl::Inherit& action);
  void operator()(const ddl::SetRowSecurity& action);

  void operator()(const ddl::SetTableOwner&) {}

 private:
  bool is_view() const {
    const RelationKind kind = catalogue_.relations[table_].kind;
    return kind == RelationKind::view ||
           kind == RelationKind::materialized_view;
  }

  ColumnNumber column(const ddl::Name& name, bool if_exists = false) {
    return session_.need_column(table_, name.text, if_exists);
  }

  void drop_constraint(Id constraint, bool cascade);

  void move_column(ColumnNumber column, const ddl::ColumnPosition& position);
  Id find_index(const ddl::Name& name) const;

  Session& session_;
  Catalogue& catalogue_;
  const ddl::AlterTable& statement_;
  Id table_;
};

} // namespace migcheck::schema
