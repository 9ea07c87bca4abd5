#include "sql/plain_file.hpp"

#include <cstring>
#include <type_traits>

namespace migcheck::sql {
namespace {

// Yes and no of a file, one bit each.
enum class FileBit : std::uint32_t {
  commands = 1U << 0U,
  statement_too_long = 1U << 1U,
  nested_too_deep = 1U << 2U,
  has_up = 1U << 3U,
  has_down = 1U << 4U,
  down_explained = 1U << 5U,
  up_transaction = 1U << 6U,
  down_transaction = 1U << 7U
};

// … and of a statement.
enum class StatementBit : std::uint16_t {
  terminated = 1U << 0U,
  bare = 1U << 1U,
  acknowledged = 1U << 2U,
  conditional = 1U << 3U,
  raises = 1U << 4U,
  by_range = 1U << 5U
};

// The section of a statement stands above its bits.
constexpr unsigned section_shift = 8;

// Without gaps, so that no byte is left to chance.
struct Head {
  std::uint64_t size = 0;
  ContentKey content;
  ContentKey acts;
  Digest raw{};
  Digest neutral{};
  Digest tokens{};
  BlobId blob;
  std::uint32_t lf = 0;
  std::uint32_t crlf = 0;
  std::uint32_t cr = 0;
  std::uint32_t bits = 0;
};

struct Row {
  Span span;
  std::uint32_t hash24 = 0;
  std::uint16_t part = 0;
  std::uint16_t bits = 0;
  std::uint16_t flags = 0;
  std::uint8_t verb = 0;
  std::uint8_t object = 0;
};

static_assert(std::has_unique_object_representations_v<Head>);
static_assert(std::has_unique_object_representations_v<Row>);

template <typename Bit>
auto bit_if(bool set, Bit bit) {
  using Number = std::underlying_type_t<Bit>;
  return set ? static_cast<Number>(bit) : Number{0};
}

template <typename Number, typename Bit>
bool is_set(Number bits, Bit bit) {
  return (bits & static_cast<Number>(bit)) != 0;
}

bool is_plain(const SqlFile& file) {
  const Annotations& marks = file.annotations;
  return file.read && file.failure == ReadFailure::none && file.sql &&
         !file.utf16 && file.script == nullptr && file.defects.empty() &&
         file.open_ends.empty() && file.depends.empty() &&
         file.malformed_depends.empty() && marks.refused.empty() &&
         marks.ignored.empty() && marks.cut.empty() &&
         file.suppressions.empty() && file.head_comment.empty();
}

Head head_of(const SqlFile& file) {
  const Annotations& marks = file.annotations;
  Head head;
  head.size = file.size;
  head.content = file.content;
  head.acts = file.acts;
  head.raw = file.raw;
  head.neutral = file.neutral;
  head.tokens = file.tokens;
  head.blob = file.blob;
  head.lf = file.lf;
  head.crlf = file.crlf;
  head.cr = file.cr;
  head.bits = bit_if(file.commands, FileBit::commands) |
              bit_if(file.statement_too_long, FileBit::statement_too_long) |
              bit_if(file.nested_too_deep, FileBit::nested_too_deep) |
              bit_if(marks.has_up, FileBit::has_up) |
              bit_if(marks.has_down, FileBit::has_down) |
              bit_if(marks.down_explained, FileBit::down_explained) |
              bit_if(marks.up_transaction, FileBit::up_transaction) |
              bit_if(marks.down_transaction, FileBit::down_transaction);
  return head;
}

void read_head(const Head& head, SqlFile& file) {
  Annotations& marks = file.annotations;
  file.read = true;
  file.size = head.size;
  file.content = head.content;
  file.acts = head.acts;
  file.raw = head.raw;
  file.neutral = head.neutral;
  file.tokens = head.tokens;
  file.blob = head.blob;
  file.lf = head.lf;
  file.crlf = head.crlf;
  file.cr = head.cr;
  file.commands = is_set(head.bits, FileBit::commands);
  file.statement_too_long = is_set(head.bits, FileBit::statement_too_long);
  file.nested_too_deep = is_set(head.bits, FileBit::nested_too_deep);
  marks.has_up = is_set(head.bits, FileBit::has_up);
  marks.has_down = is_set(head.bits, FileBit::has_down);
  marks.down_explained = is_set(head.bits, FileBit::down_explained);
  marks.up_transaction = is_set(head.bits, FileBit::up_transaction);
  marks.down_transaction = is_set(head.bits, FileBit::down_transaction);
}

Row row_of(const Statement& statement) {
  Row row;
  row.span = statement.span;
  row.hash24 = statement.hash24;
  row.part = statement.part;
  row.bits = static_cast<std::uint16_t>(
      static_cast<unsigned>(statement.section) << section_shift |
      bit_if(statement.terminated, StatementBit::terminated) |
      bit_if(statement.bare, StatementBit::bare) |
      bit_if(statement.acknowledged, StatementBit::acknowledged) |
      bit_if(statement.conditional, StatementBit::conditional) |
      bit_if(statement.raises, StatementBit::raises) |
      bit_if(statement.by_range, StatementBit::by_range));
  row.flags = statement.kind.flags;
  row.verb = static_cast<std::uint8_t>(statement.kind.verb);
  row.object = static_cast<std::uint8_t>(statement.kind.object);
  return row;
}

Statement statement_of(const Row& row) {
  return {
      .span = row.span,
      .section = static_cast<Section>(row.bits >> section_shift),
      .terminated = is_set(row.bits, StatementBit::terminated),
      .bare = is_set(row.bits, StatementBit::bare),
      .acknowledged = is_set(row.bits, StatementBit::acknowledged),
      .conditional = is_set(row.bits, StatementBit::conditional),
      .raises = is_set(row.bits, StatementBit::raises),
      .by_range = is_set(row.bits, StatementBit::by_range),
      .part = row.part,
      .hash24 = row.hash24,
      .kind = {
          static_cast<StatementVerb>(row.verb),
          static_cast<ddl::ObjectKind>(row.object),
          row.flags}};
}

template <typename Part>
void append(const Part& part, std::string& record) {
  char bytes[sizeof part];
  std::memcpy(bytes, &part, sizeof part);
  record.append(bytes, sizeof part);
}

template <typename Part>
Part take(std::string_view& record) {
  Part part;
  std::memcpy(&part, record.data(), sizeof part);
  record.remove_prefix(sizeof part);
  return part;
}

} // namespace

std::string plain_record(const SqlFile& file) {
  std::string record;
  if (!is_plain(file)) {
    return record;
  }
  record.reserve(sizeof(Head) + file.statements.size() * sizeof(Row));
  append(head_of(file), record);
  for (const Statement& statement : file.statements) {
    append(row_of(statement), record);
  }
  return record;
}

bool read_plain_record(std::string_view record, SqlFile& file) {
  if (record.size() < sizeof(Head) ||
      (record.size() - sizeof(Head)) % sizeof(Row) != 0) {
    return false;
  }
  read_head(take<Head>(record), file);
  file.statements.reserve(record.size() / sizeof(Row));
  while (!record.empty()) {
    file.statements.push_back(statement_of(take<Row>(record)));
  }
  return true;
}

} // namespace migcheck::sql
