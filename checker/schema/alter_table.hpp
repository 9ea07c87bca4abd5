// ALTER TABLE, and what ALTER VIEW, INDEX and SEQUENCE share with it.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

void alter_table(Session& session, const ddl::AlterTable& statement);

} // namespace migcheck::schema
