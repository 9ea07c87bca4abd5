// What the text and the comments of a statement say that its kind does not.
#pragma once

#include "model/statement_kind.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <string_view>

namespace migcheck::sql {

// DROP TABLE, SCHEMA, DATABASE and COLUMN, TRUNCATE, DELETE without WHERE.
bool loses_data(const StatementKind& kind);

// True when a comment by a person speaks of the loss: in the statement, on its
// last line, between it and the statement before, or before `head_end`, the
// file's first statement. What generators write (`-- DropTable`) is none.
bool is_acknowledged(
    std::string_view text, Span statement, std::uint32_t head_end);

// Whether CREATE TABLE ends with PARTITION BY RANGE (…), and at most a few
// other groups after it. Looks at the last few groups alone.
bool divides_by_range(std::string_view statement);

struct BlockFacts {
  bool conditional_ddl = false; // CREATE, ALTER, DROP under an IF
  bool raises = false;          // RAISE EXCEPTION, ASSERT
};

// Of the body of a DO block. Linear.
BlockFacts read_block(std::string_view statement);

} // namespace migcheck::sql
