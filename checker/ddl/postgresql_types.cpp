// PostgreSQL's types as format_type() prints them.
#include "ddl/postgresql_types.hpp"

#include "ddl/names.hpp"
#include "ddl/type_names.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

using Pair = std::pair<std::string_view, std::string_view>;

// Sorted by the first.
constexpr std::array<Pair, 108> built_in = {{
    {"aclitem", ""},
    {"any", "\"any\""},
    {"anyarray", ""},
    {"anycompatible", ""},
    {"anycompatiblearray", ""},
    {"anycompatiblemultirange", ""},
    {"anycompatiblenonarray", ""},
    {"anycompatiblerange", ""},
    {"anyelement", ""},
    {"anyenum", ""},
    {"anymultirange", ""},
    {"anynonarray", ""},
    {"anyrange", ""},
    {"bigint", ""},
    {"bit", ""},
    {"bool", "boolean"},
    {"boolean", ""},
    {"box", ""},
    {"bpchar", ""},
    {"bytea", ""},
    {"char", "character"},
    {"character", ""},
    {"cid", ""},
    {"cidr", ""},
    {"circle", ""},
    {"cstring", ""},
    {"date", ""},
    {"datemultirange", ""},
    {"daterange", ""},
    {"dec", "numeric"},
    {"decimal", "numeric"},
    {"event_trigger", ""},
    {"fdw_handler", ""},
    {"float", "double precision"},
    {"float4", "real"},
    {"float8", "double precision"},
    {"gtsvector", ""},
    {"index_am_handler", ""},
    {"inet", ""},
    {"int", "integer"},
    {"int2", "smallint"},
    {"int2vector", ""},
    {"int4", "integer"},
    {"int4multirange", ""},
    {"int4range", ""},
    {"int8", "bigint"},
    {"int8multirange", ""},
    {"int8range", ""},
    {"integer", ""},
    {"internal", ""},
    {"interval", ""},
    {"json", ""},
    {"jsonb", ""},
    {"jsonpath", ""},
    {"language_handler", ""},
    {"line", ""},
    {"lseg", ""},
    {"macaddr", ""},
    {"macaddr8", ""},
    {"money", ""},
    {"name", ""},
    {"nchar", "character"},
    {"numeric", ""},
    {"nummultirange", ""},
    {"numrange", ""},
    {"oid", ""},
    {"oidvector", ""},
    {"path", ""},
    {"pg_lsn", ""},
    {"pg_snapshot", ""},
    {"point", ""},
    {"polygon", ""},
    {"real", ""},
    {"record", ""},
    {"refcursor", ""},
    {"regclass", ""},
    {"regcollation", ""},
    {"regconfig", ""},
    {"regdictionary", ""},
    {"regnamespace", ""},
    {"regoper", ""},
    {"regoperator", ""},
    {"regproc", ""},
    {"regprocedure", ""},
    {"regrole", ""},
    {"regtype", ""},
    {"smallint", ""},
    {"table_am_handler", ""},
    {"text", ""},
    {"tid", ""},
    {"time", ""},
    {"timestamp", ""},
    {"timestamptz", "timestamp with time zone"},
    {"timetz", "time with time zone"},
    {"trigger", ""},
    {"tsm_handler", ""},
    {"tsmultirange", ""},
    {"tsquery", ""},
    {"tsrange", ""},
    {"tstzmultirange", ""},
    {"tstzrange", ""},
    {"tsvector", ""},
    {"txid_snapshot", ""},
    {"unknown", ""},
    {"uuid", ""},
    {"varbit", "bit varying"},
    {"varchar", "character varying"},
    {"void", ""},
}};

// Not among the above: they would come after `void`.
constexpr std::array<std::string_view, 3> last_built_in = {
    "xid", "xid8", "xml"};

// The text between brackets, without blanks: `10,2`.
std::string modifiers(Cursor& cursor) {
  std::string text;
  if (cursor.mark() != '(') {
    return text;
  }
  for (Cursor inner = cursor.group(); !inner.done(); inner.advance()) {
    text += inner.bytes();
  }
  return text;
}

bool is_interval_field(WordKey word) {
  switch (word) {
  case "year"_kw:
  case "month"_kw:
  case "day"_kw:
  case "hour"_kw:
  case "minute"_kw:
  case "second"_kw:
    return true;
  default:
    return false;
  }
}

// Reads one type without its arrays.
class TypeReader {
 public:
  explicit TypeReader(Cursor& cursor) : cursor_(cursor) {}

  TypeName read(Serial* serial);

 private:
  bool several_words();
  void time(std::string_view name);
  void interval();
  void named(Serial* serial);
  void built_in_type(std::string_view name);
  void with_length(std::string_view name, bool one_by_default);
  void number(std::string_view name);
  void is(std::string bare, const std::string& modifier = {});

  Cursor& cursor_;
  TypeName type_;
};

void TypeReader::is(std::string bare, const std::string& modifier) {
  type_.bare = std::move(bare);
  type_.text =
      modifier.empty() ? type_.bare : type_.bare + "(" + modifier + ")";
}

void TypeReader::with_length(std::string_view name, bool one_by_default) {
  const std::string length = modifiers(cursor_);
  is(std::string(name), length.empty() && one_by_default ? "1" : length);
}

void TypeReader::number(std::string_view name) {
  std::string precision = modifiers(cursor_);
  if (name == "numeric") {
    const bool scale = precision.find(',') != std::string::npos;
    is("numeric", precision.empty() || scale ? precision : precision + ",0");
    return;
  }
  int bits = 0;
  std::from_chars(precision.data(), precision.data() + precision.size(), bits);
  is(bits > 0 && bits <= 24 ? "real" : "double precision");
}

void TypeReader::time(std::string_view name) {
  const std::string precision = modifiers(cursor_);
  bool zone = cursor_.take("with"_kw, "time"_kw, "zone"_kw);
  if (!zone) {
    cursor_.take("without"_kw, "time"_kw, "zone"_kw);
  }
  const std::string tail = zone ? " with time zone" : " without time zone";
  type_.bare = std::string(name) + tail;
  type_.text = precision.empty()
                   ? type_.bare
                   : std::string(name) + "(" + precision + ")" + tail;
}

void TypeReader::interval() {
  std::string fields;
  if (is_interval_field(cursor_.word())) {
    fields = " " + lower_case(cursor_.bytes());
    cursor_.advance();
    if (cursor_.word() == "to"_kw && is_interval_field(cursor_.word(1))) {
      fields += " to " + lower_case(cursor_.bytes(1));
      cursor_.advance(2);
    }
  }
  const std::string precision = modifiers(cursor_);
  is("interval" + fields, precision);
  type_.bare = "interval";
}

// Types whose names have several words, or may have.
bool TypeReader::several_words() {
  const WordKey word = cursor_.word();
  const std::size_t national = word == "national"_kw ? 1 : 0;
  const WordKey name = cursor_.word(national);
  switch (name) {
  case "double"_kw:
    if (cursor_.take(name, "precision"_kw)) {
      is("double precision");
      return true;
    }
    return false;
  case "character"_kw:
  case "char"_kw:
  case "nchar"_kw:
  case "bit"_kw: {
    cursor_.advance(national + 1);
    const bool bits = name == "bit"_kw;
    const bool varying = cursor_.take("varying"_kw);
    if (varying) {
      with_length(bits ? "bit varying" : "character varying", false);
    } else {
      with_length(bits ? "bit" : "character", true);
    }
    return true;
  }
  case "timestamp"_kw:
  case "time"_kw:
    cursor_.advance();
    time(name == "time"_kw ? "time" : "timestamp");
    return true;
  case "interval"_kw:
    cursor_.advance();
    interval();
    return true;
  default:
    return false;
  }
}

void TypeReader::built_in_type(std::string_view name) {
  if (name == "timestamptz" || name == "timetz") {
    const std::string precision = modifiers(cursor_);
    const std::string base = name == "timetz" ? "time" : "timestamp";
    type_.bare = base + " with time zone";
    type_.text = precision.empty()
                     ? type_.bare
                     : base + "(" + precision + ") with time zone";
    return;
  }
  const std::string_view canonical = canonical_type(name);
  if (canonical == "numeric" || name == "float") {
    number(canonical);
  } else if (canonical == "timestamp" || canonical == "time") {
    time(canonical); // with a schema, or in quotes
  } else if (name == "bpchar") {
    with_length("bpchar", false);
    if (type_.text.size() > 6) {
      type_.text.replace(0, 6, "character");
    }
    type_.bare = "character";
  } else {
    with_length(canonical, false);
  }
}

void TypeReader::named(Serial* serial) {
  QualifiedName name = read_qualified_name(cursor_);
  if (name.empty()) {
    return;
  }
  const bool system = name.schema.empty() || name.schema == "pg_catalog";
  const Serial kind = serial_kind(name.name);
  if (serial != nullptr && system && !name.quoted && kind != Serial::none) {
    *serial = kind;
    is(kind == Serial::small    ? "smallint"
       : kind == Serial::normal ? "integer"
                                : "bigint");
    return;
  }
  if (system && name.quoted && name.name == "char") {
    is("\"char\"");
    return;
  }
  if (system && !canonical_type(name.name).empty()) {
    built_in_type(name.name);
    return;
  }
  std::string bare = quoted_as_needed(name.name);
  if (!name.schema.empty() && name.schema != "public") {
    bare = quoted_as_needed(name.schema) + "." + bare;
  }
  is(std::move(bare), modifiers(cursor_));
  type_.user_type = std::move(name);
}

TypeName TypeReader::read(Serial* serial) {
  if (cursor_.peek().kind == TokenKind::quoted_identifier ||
      cursor_.mark(1) == '.' || !several_words()) {
    named(serial);
  }
  return std::move(type_);
}

// `[]`, `[3]`, ARRAY, ARRAY[3].
bool read_array(Cursor& cursor) {
  bool array = cursor.take("array"_kw);
  while (cursor.mark() == '[') {
    cursor.group();
    array = true;
  }
  return array;
}

} // namespace

std::string_view canonical_type(std::string_view name) {
  if (std::find(last_built_in.begin(), last_built_in.end(), name) !=
      last_built_in.end()) {
    return name;
  }
  const auto found = std::lower_bound(
      built_in.begin(), built_in.end(), name, [](const Pair& a, auto& b) {
        return a.first < b;
      });
  if (found == built_in.end() || found->first != name) {
    return {};
  }
  return found->second.empty() ? found->first : found->second;
}

Serial serial_kind(std::string_view name) {
  if (name == "serial" || name == "serial4") {
    return Serial::normal;
  }
  if (name == "bigserial" || name == "serial8") {
    return Serial::big;
  }
  return name == "smallserial" || name == "serial2" ? Serial::small
                                                    : Serial::none;
}

TypeName read_postgresql_type(Cursor& cursor, Serial* serial) {
  TypeName type = TypeReader(cursor).read(serial);
  if (cursor.mark() == '%' &&
      (cursor.word(1) == "type"_kw || cursor.word(1) == "rowtype"_kw)) {
    cursor.advance(2);
    read_array(cursor);
    return {};
  }
  if (!type.empty() && read_array(cursor)) {
    type.array = true;
    type.text += "[]";
    type.bare += "[]";
  }
  return type;
}

} // namespace migcheck::ddl
