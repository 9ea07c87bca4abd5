// How files are searched, apart from what is looked for.
#pragma once

#include "lists/earlier_scan.hpp"
#include "lists/list_history.hpp"
#include "lists/silent_files.hpp"
#include "lists/table_search.hpp"

namespace migcheck::lists {

struct ScanOptions {
  unsigned jobs = 0; // threads; 0 = as many as are worth it

  // What an earlier check found, which may be nothing. Null: nobody wants to
  // know what this one finds either.
  const SilentFiles* silent = nullptr;

  // What a scan found a moment ago; null: there was none. Where there is one,
  // `silent` is not null.
  const EarlierScan* before = nullptr;

  WithTables tables = WithTables::no;

  const ListHistory* history = nullptr; // null: none is known
};

} // namespace migcheck::lists
