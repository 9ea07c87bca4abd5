// Reads every migration once: bytes -> digests, tokens, statements, headers.
#pragma once

#include "config/config.hpp"
#include "io/file_reader.hpp"
#include "model/migration.hpp"

#include <string_view>
#include <vector>

namespace migcheck {

// What one file's bytes say, but for its path. Pure and linear. A file in
// UTF-16 has no statements; its token hash is that of its bytes.
SqlFile read_sql_file(
    std::string_view bytes,
    Dialect dialect,
    LayoutId layout,
    const Limits& limits,
    Digests digests = Digests::yes);

// Fills in `file` and `down_file` of every migration, retired ones included.
// Files whose names hold no `.sql` get digests, keys and byte counts alone.
// There are digests where the directory asks for them. A read
// that fails is kept as `failure`. Deterministic for any `jobs`.
void load_migrations(
    const FileReader& reader,
    std::vector<MigrationDirectory>& directories,
    const Limits& limits,
    unsigned jobs);

} // namespace migcheck
