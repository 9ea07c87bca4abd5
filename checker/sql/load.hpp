// Reads every migration once: bytes -> digests, tokens, statements, headers.
#pragma once

#include "config/config.hpp"
#include "io/file_reader.hpp"
#include "io/record_store.hpp"
#include "model/earlier_files.hpp"
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

// The same for any file of a directory, with its path: one whose name holds no
// `.sql` gets digests, keys and byte counts alone.
SqlFile read_content(
    std::string_view bytes,
    std::string_view path,
    const MigrationDirectory& directory,
    const Limits& limits,
    Digests digests);

struct LoadOptions {
  unsigned jobs = 0; // 0 = as many as are worth it
  // What plain files held when they were read; null: nothing is known, and
  // nothing is to be found out.
  const RecordStore* known = nullptr;
  // What a look at much the same project read a moment ago; null: there was
  // none.
  const EarlierFiles* before = nullptr;
};

// Fills in `file` and `down_file` of every migration, retired ones included.
// There are digests where the directory asks for them. A read that fails is
// kept as `failure`. A file that is as it was when its record was made is
// looked at, and not read again. Deterministic for any `jobs`.
LearnedRecords load_migrations(
    const FileReader& reader,
    std::vector<MigrationDirectory>& directories,
    const Limits& limits,
    const LoadOptions& how);

} // namespace migcheck
