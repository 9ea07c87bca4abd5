// One recognised statement: all that the catalogue and the rules need of it.
#pragma once

#include "model/ddl_alter.hpp"
#include "model/ddl_data.hpp"
#include "model/ddl_objects.hpp"
#include "model/ddl_table.hpp"
#include "model/sql_file.hpp"

#include <string>
#include <variant>
#include <vector>

namespace migcheck::ddl {

// Known, and without effect on schema, data, session or transaction: VACUUM,
// ANALYZE, NOTIFY, PRAGMA …
struct NoEffect {
  std::string words; // the first few, lower case
};

// Not understood: it may change anything, of which `part` says what can be
// said.
struct Unknown {
  std::string words; // the first few, lower case
  DynamicPart part;
};

using What = std::variant<
    NoEffect,
    Unknown,
    CreateTable,
    AlterTable,
    CreateIndex,
    CreateType,
    AlterType,
    CreateDomain,
    AlterDomain,
    SequenceStatement,
    CreateSchema,
    CreateExtension,
    CreateView,
    CreateFunction,
    CreateTrigger,
    TableRule,
    CreateOther,
    Drop,
    AlterObject,
    RenameTables,
    DataStatement,
    TransactionStatement,
    SetVariable,
    UseDatabase,
    DoBlock,
    Comment,
    Grant>;

// How a statement inside a block runs.
enum class Guard : std::uint8_t {
  none,
  // IF NOT EXISTS (SELECT …) THEN: it runs where what it makes is not there.
  if_missing,
  // IF EXISTS (SELECT …) THEN: it runs where what it changes is there.
  if_present,
  conditional, // any other IF, CASE or handler
  // The block has EXCEPTION WHEN duplicate_… THEN: an error does not matter.
  tolerant
};

struct Recognised {
  Span span;              // in the file; of statements in blocks: their own
  std::uint32_t line = 1; // of its first byte, from 1
  std::uint32_t statement = 0; // index in SqlFile::statements
  Section section = Section::up;
  bool inside_block = false; // of a DO block, which comes before
  Guard guard = Guard::none;
  // A template stands in it: what is there is right, but names that hold one
  // are missing.
  bool templated = false;
  What what;
};

// All statements of one file, in order.
using Script = std::vector<Recognised>;

} // namespace migcheck::ddl
