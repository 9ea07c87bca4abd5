// CREATE TABLE in all its forms.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

void create_table(Session& session, const ddl::CreateTable& statement);

} // namespace migcheck::schema
