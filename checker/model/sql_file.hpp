// What is kept of one SQL file after its single read: digests, statements,
// places of defects, headers. Not its text.
#pragma once

#include "diagnostic/suppression.hpp"
#include "io/content_key.hpp"
#include "io/digest.hpp"
#include "io/file_reader.hpp"
#include "model/annotations.hpp"
#include "model/lexical_defect.hpp"
#include "model/statement_kind.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace migcheck {

namespace ddl {
struct Recognised;
} // namespace ddl

enum class Section : std::uint8_t { none, up, down };

struct Statement {
  Span span; // first to last token, terminator included
  Section section = Section::up;
  // False: the file or its part ends without `;`.
  bool terminated : 1 = true;
  // A mark in the file keeps the runner's transaction away.
  bool bare : 1 = false;
  // Of what loses data: a comment speaks of it.
  bool acknowledged : 1 = false;
  // A DO block with DDL under an IF, and one that raises or asserts.
  bool conditional : 1 = false;
  bool raises : 1 = false;
  // CREATE TABLE … PARTITION BY RANGE, as its last words tell.
  bool by_range : 1 = false;
  std::uint16_t part = 0; // of the file, as the runner runs it; 65535: or later
  std::uint32_t hash24 = 0; // first 24 bits of the statement's token hash
  StatementKind kind;
};

// Bytes that should not be there, found while lexing. One entry per kind and
// file, with the first place and how often.
enum class ByteDefect : std::uint8_t {
  byte_order_mark,
  not_utf8,
  nul_byte,
  conflict_marker,
  mixed_line_endings,
  deceptive_text,
  control_character
};

struct FoundDefect {
  ByteDefect kind;
  Span first;
  std::uint32_t count = 1;
};

// One item of a `-- DEPENDS:` header.
struct DependsItem {
  Span span;
  std::string target; // file name, path from the root, or version
  std::string remark; // inside the parentheses, may be empty
};

enum class DependsProblem : std::uint8_t {
  near_miss,   // "-- Depends on x", "--DEPEND: x"
  not_in_head, // after the first SQL token
  no_item,     // nothing after the colon, or an empty item
  bad_item     // a blank inside, an open parenthesis
};

struct MalformedDepends {
  DependsProblem problem;
  Span span;
  std::string suggestion; // the right form of the line
};

// Whether SHA-256 is computed: lockfiles and inventories need it. Without,
// `raw`, `neutral`, `tokens` and `hash24` stay zero.
enum class Digests : bool { no, yes };

struct SqlFile {
  std::string path;
  ReadFailure failure = ReadFailure::none;
  bool read = false;  // false with failure `none`: not asked for
  bool sql = true;    // false: a migration in another language, not lexed
  bool utf16 = false; // seen by its mark or its NULs; not lexed
  std::uint64_t size = 0;
  Digest raw{};       // of the bytes
  Digest neutral{};   // line endings as LF
  Digest tokens{};    // of the tokens that act
  BlobId blob;        // git's name of the bytes, where it is asked for
  ContentKey content; // of the bytes
  ContentKey acts;    // of the tokens that act; of a file that was lexed
  std::vector<Statement> statements;
  // What the statements hold (model/ddl.hpp), where it is asked for.
  std::shared_ptr<const std::vector<ddl::Recognised>> script;
  bool commands = false; // client commands, which may read other files
  bool statement_too_long = false;
  bool nested_too_deep = false; // parentheses
  std::vector<FoundDefect> defects;
  std::vector<LexicalDefect> open_ends;   // in order of place
  std::uint32_t lf = 0, crlf = 0, cr = 0; // line ends of each kind
  std::vector<DependsItem> depends;
  std::vector<MalformedDepends> malformed_depends;
  Annotations annotations;
  std::vector<Suppression> suppressions;
  // Words of the comments before the first SQL, at most 4 KiB. Kept where it
  // is asked for: of retired files, and of those without a statement in Up.
  std::string head_comment;
};

} // namespace migcheck
