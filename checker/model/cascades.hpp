// Which directories drop objects together with what hangs on them.
#pragma once

#include "model/migration.hpp"

namespace migcheck {

// True for PostgreSQL where some Up part drops with CASCADE.
bool drops_with_cascade(const MigrationDirectory& directory);

} // namespace migcheck
