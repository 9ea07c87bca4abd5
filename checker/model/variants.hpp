// Migrations of one version that differ by the database they are for.
#pragma once

#include "model/migration.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// A migration's name without the parts between dots that name a database or
// say how to run it: "add_users.mysql.autocommit" is "add_users" for "mysql".
struct VariantName {
  std::string base;
  std::string database; // as written, in lower case, digits at its end left
                        // out; "" = any
};

VariantName read_variant(std::string_view name);

// One migration for two databases: the same version and base, another
// database. Without one, it is for every other database.
bool are_variants(const Migration& a, const Migration& b);

} // namespace migcheck
