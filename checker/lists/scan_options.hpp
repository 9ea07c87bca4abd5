// How files are searched, apart from what is looked for.
#pragma once

#include "lists/earlier_scan.hpp"
#include "lists/list_history.hpp"
#include "lists/silent_files.hpp"
#include "lists/table_search.hpp"
#include "model/migration.hpp"

#include <vector>

namespace migcheck::lists {

struct ScanOptions {
  unsigned jobs = 0; // threads; 0 = as many as are worth it

  // What an earlier check found, which may be nothing. Null: nobody wants to
  // know what this one finds either.
  const SilentFiles* silent = nullptr;

  // What a scan found a moment ago; null: there was none. Where there is one,
  // `silent` is not null.
  const EarlierScan* before = nullptr;

  // The directories of another scan that may follow, of the merge base: what
  // gives nothing with their numbers either is noted. They must outlive it.
  std::vector<const MigrationDirectory*> after = {};

  WithTables tables = WithTables::no;

  const ListHistory* history = nullptr; // null: none is known
};

} // namespace migcheck::lists
