// The short form of what a plain SQL file holds, to be kept from one run to
// the next.
#pragma once

#include "model/sql_file.hpp"

#include <string>
#include <string_view>

namespace migcheck::sql {

// For a file that was read and lexed and has nothing but statements: no
// defect, header, suppression or annotation that is refused or ignored, and
// nothing that a rule asks for besides. "" for any other.
std::string plain_record(const SqlFile& file);

// Gives `file` all but its path, as it was. False where the record has another
// size than one made here; its content is trusted.
bool read_plain_record(std::string_view record, SqlFile& file);

} // namespace migcheck::sql
