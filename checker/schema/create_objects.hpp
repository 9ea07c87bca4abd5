// CREATE of everything but tables and indexes.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

void create_type(Session& session, const ddl::CreateType& statement);
void create_domain(Session& session, const ddl::CreateDomain& statement);
void create_schema(Session& session, const ddl::CreateSchema& statement);
void create_extension(Session& session, const ddl::CreateExtension& statement);
void create_view(Session& session, const ddl::CreateView& statement);
void create_function(Session& session, const ddl::CreateFunction& statement);
void create_trigger(Session& session, const ddl::CreateTrigger& statement);
void create_table_rule(Session& session, const ddl::TableRule& statement);
void create_other(Session& session, const ddl::CreateOther& statement);

// CREATE SEQUENCE and ALTER SEQUENCE.
void sequence_statement(
    Session& session, const ddl::SequenceStatement& statement);

} // namespace migcheck::schema
