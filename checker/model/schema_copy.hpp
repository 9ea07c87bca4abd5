// CREATE TABLE in the strings of code: a second place that says what a table
// of the migrations is.
#pragma once

#include "model/ddl_table.hpp"
#include "sql/dialect.hpp"
#include "text/span.hpp"

#include <memory>
#include <string>

namespace migcheck {

struct SchemaCopy {
  std::string path;
  Span span;       // of the table's name
  Dialect dialect; // that it was read in
  ddl::CreateTable table;
  std::string generated_by;                // "" = written by hand
  std::shared_ptr<const std::string> text; // of the whole file
  std::shared_ptr<const std::string> code; // the same, comments left blank
};

} // namespace migcheck
