// Tables of the migrations that code creates besides: in tests, in set-up
// code, in the scripts and manifests of deployments.
#pragma once

#include "lists/find_lists.hpp"
#include "model/schema_copy.hpp"

#include <vector>

namespace migcheck {

struct FoundCopies {
  std::vector<SchemaCopy> copies;  // by path, then position, then dialect
  std::vector<ListSource> sources; // files that hold some, by path
};

// CREATE TABLE in strings, for tables that the migrations of a directory in
// use (whose statements have been recognised) create too; read in the
// directory's dialect. Left out is what cannot be read as a whole, what is no
// table of its own (temporary, partition, LIKE, AS), what is older on purpose
// by its path or by the words around it, and what one file says differently
// twice or alters. Files are lexed only where they name such a table.
// Deterministic for any `jobs`.
FoundCopies find_copies(
    const std::vector<TableSource>& sources,
    const std::vector<MigrationDirectory>& directories,
    unsigned jobs);

} // namespace migcheck
