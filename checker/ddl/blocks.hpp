// Bodies of DO blocks and functions, one level deep.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::ddl {

// Where a body stands in its file.
struct BodyPlace {
  Span span;              // of the body, without its quotes
  std::uint32_t line = 1; // of its first byte
  bool exact = true;      // false: the body is not the file's bytes, so that
                          // everything in it stands at `span`
};

struct BlockContents {
  Script statements; // static DDL, with guards, places and lines
  std::vector<DynamicPart> dynamic;
  std::vector<QualifiedName> reads, writes, calls;
};

// Reads a body in SQL or PL/pgSQL (`procedural`). Static DDL becomes
// statements, EXECUTE of constant text too; EXECUTE of anything else becomes a
// dynamic part. Linear but for EXECUTE, which is bounded.
BlockContents
read_block(std::string_view body, const BodyPlace& place, bool procedural);

} // namespace migcheck::ddl
