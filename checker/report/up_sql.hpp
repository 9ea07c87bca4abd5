// The SQL of a new database: what `migcheck cat` prints.
#pragma once

#include "model/sql_file.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// A comment with the migration's path, then its Up statements as they stand in
// the file, with the comments between them. A last statement without its
// semicolon gets one. `bytes` is what the file held when it was analysed.
std::string up_sql(std::string_view bytes, const SqlFile& file);

} // namespace migcheck
