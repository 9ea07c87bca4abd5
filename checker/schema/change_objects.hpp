// ALTER of everything but tables, and DROP of everything.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

void alter_type(Session& session, const ddl::AlterType& statement);
void alter_domain(Session& session, const ddl::AlterDomain& statement);
void alter_object(Session& session, const ddl::AlterObject& statement);
void rename_tables(Session& session, const ddl::RenameTables& statement);
void drop_objects(Session& session, const ddl::Drop& statement);

} // namespace migcheck::schema
