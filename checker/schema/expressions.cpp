#include "schema/expressions.hpp"

#include "text/ascii.hpp"

#include <array>
#include <optional>

namespace migcheck::schema {
namespace {

bool is_name_byte(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_' || byte == '$' ||
         (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

// The offset after a quoted piece that begins at `at`.
std::size_t after_quote(std::string_view text, std::size_t at) {
  const std::size_t end = text.find(text[at], at + 1);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// What stands in a text at parenthesis depth 0.
struct Outline {
  bool whole_parentheses = false; // one pair holds everything
  std::size_t first_open = std::string_view::npos;
  std::size_t first_close = std::string_view::npos; // of first_open
  std::size_t last_cast = std::string_view::npos;   // of `::`
  bool others = false; // operators, blanks between words, literals
};

class OutlineReader {
 public:
  explicit OutlineReader(std::string_view text) : text_(text) {}

  Outline read();

 private:
  void mark(std::size_t at);

  // `d AT TIME ZONE 'UTC'` is a call of its own kind.
  bool after_time_zone(std::size_t at) const {
    constexpr std::string_view words = " at time zone ";
    return at >= words.size() &&
           equals_ignoring_case(
               text_.substr(at - words.size(), words.size()), words);
  }

  std::string_view text_;
  Outline outline_;
  std::size_t depth_ = 0;
};

void OutlineReader::mark(std::size_t at) {
  const char byte = text_[at];
  if (byte == '(' || byte == '[') {
    if (depth_++ == 0 && outline_.first_open == std::string_view::npos) {
      outline_.first_open = at;
    }
  } else if ((byte == ')' || byte == ']') && depth_ > 0) {
    if (--depth_ == 0 && outline_.first_close == std::string_view::npos) {
      outline_.first_close = at;
    }
  } else if (depth_ == 0 && byte == ':' && text_.substr(at, 2) == "::") {
    outline_.last_cast = at;
  } else if (
      depth_ == 0 && !is_name_byte(byte) && byte != '.' && byte != ':' &&
      byte != ' ') {
    outline_.others = true;
  }
}

Outline OutlineReader::read() {
  std::size_t at = 0;
  while (at < text_.size()) {
    if (text_[at] == '\'' || text_[at] == '"') {
      outline_.others = outline_.others || (depth_ == 0 && text_[at] == '\'' &&
                                            !after_time_zone(at));
      at = after_quote(text_, at);
      continue;
    }
    mark(at++);
  }
  outline_.whole_parentheses = outline_.first_open == 0 && text_[0] == '(' &&
                               outline_.first_close + 1 == text_.size();
  return outline_;
}

// Whether the text is one name, with its schema: `a`, `s.a`, `"A b"`.
bool is_name(std::string_view text) {
  std::size_t at = 0;
  if (text.empty() || is_digit(text[0])) {
    return false;
  }
  while (at < text.size()) {
    if (text[at] == '"') {
      at = after_quote(text, at);
    } else if (is_name_byte(text[at]) || text[at] == '.') {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

std::string last_name(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = after_quote(text, at);
    } else {
      begin = text[at] == '.' ? at + 1 : begin;
      ++at;
    }
  }
  const std::string_view name = text.substr(begin);
  if (name.size() < 2 || name.front() != '"') {
    return lower_case(name);
  }
  std::string plain;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    plain += name[i];
    i += name.substr(i, 2) == "\"\"" ? 1 : 0;
  }
  return plain;
}

struct Spelling {
  std::string_view written;
  std::string_view internal;
};

// What the server calls types and functions that have a syntax of their own.
constexpr std::array<Spelling, 16> type_spellings = {
    {{"int", "int4"},
     {"integer", "int4"},
     {"bigint", "int8"},
     {"smallint", "int2"},
     {"boolean", "bool"},
     {"real", "float4"},
     {"double precision", "float8"},
     {"decimal", "numeric"},
     {"character varying", "varchar"},
     {"char", "bpchar"},
     {"character", "bpchar"},
     {"timestamp with time zone", "timestamptz"},
     {"timestamp without time zone", "timestamp"},
     {"time with time zone", "timetz"},
     {"time without time zone", "time"},
     {"float", "float8"}}};

std::string internal_type(std::string_view text) {
  text = trim(text.substr(0, text.find_first_of("([")));
  const std::string name = lower_case(text);
  for (const Spelling& spelling : type_spellings) {
    if (spelling.written == name) {
      return std::string(spelling.internal);
    }
  }
  return is_name(text) ? last_name(text) : std::string();
}

// Longer ones are not looked into.
constexpr std::size_t longest_expression = 4096;

std::string_view without_parentheses(std::string_view text) {
  text = trim(text);
  while (!text.empty() && OutlineReader(text).read().whole_parentheses) {
    text = trim(text.substr(1, text.size() - 2));
  }
  return text;
}

// `x::type` or `CAST(x AS type)`.
struct Cast {
  std::string_view inner;
  std::string_view type;
};

std::optional<Cast> read_cast(std::string_view text, const Outline& outline) {
  if (outline.last_cast != std::string_view::npos && !outline.others) {
    return Cast{
        text.substr(0, outline.last_cast), text.substr(outline.last_cast + 2)};
  }
  if (outline.first_open == std::string_view::npos ||
      outline.first_close + 1 != text.size() ||
      !equals_ignoring_case(trim(text.substr(0, outline.first_open)), "cast")) {
    return std::nullopt;
  }
  const std::string_view inside = text.substr(
      outline.first_open + 1, outline.first_close - outline.first_open - 1);
  std::size_t as = std::string_view::npos;
  for (std::size_t at = 0; at + 4 <= inside.size(); ++at) {
    as = equals_ignoring_case(inside.substr(at, 4), " as ") ? at : as;
  }
  return as == std::string_view::npos
             ? std::nullopt
             : std::optional(Cast{inside.substr(0, as), inside.substr(as + 4)});
}

std::string name_of_call(std::string_view text, const Outline& outline) {
  const std::string_view name = trim_right(text.substr(0, outline.first_open));
  if (text[outline.first_open] == '[') {
    const bool array = equals_ignoring_case(name, "array");
    return array ? "array" : is_name(name) ? last_name(name) : "";
  }
  const std::string called = is_name(name) ? last_name(name) : "";
  return called == "trim" ? "btrim" : called;
}

// What stands without casts around it; "" for what has no name.
std::string name_of_plain(std::string_view text, const Outline& outline) {
  const bool closed = outline.first_open != std::string_view::npos &&
                      outline.first_close + 1 == text.size();
  if (starts_with_ignoring_case(text, "case ") && text.size() > 4 &&
      equals_ignoring_case(text.substr(text.size() - 4), " end")) {
    return "case";
  }
  if (outline.others) {
    return "";
  }
  if (find_ignoring_case(text, " at time zone ") != std::string_view::npos &&
      !closed) {
    return "timezone";
  }
  if (is_name(text)) {
    return last_name(text);
  }
  return closed ? name_of_call(text, outline) : "";
}

} // namespace

std::vector<ColumnNumber> columns_of(
    const Session& session, Id table, const ddl::Expression& expression) {
  std::vector<ColumnNumber> found;
  for (const std::string& name : expression.columns) {
    const ColumnNumber column = session.catalogue.find_column(table, name);
    if (column != no_column) {
      add_missing(found, column);
    }
  }
  return found;
}

std::vector<Id>
functions_of(const Session& session, const ddl::Expression& expression) {
  std::vector<Id> found;
  for (const ddl::QualifiedName& name : expression.functions) {
    const Id function = session.find_function(name, nullptr);
    if (function != no_id) {
      add_missing(found, function);
    }
  }
  return found;
}

// A name counts before the type that it is cast to, and the innermost type
// before those around it.
std::string name_of_expression(std::string_view text) {
  std::string type;
  if (text.size() > longest_expression) {
    return "expr";
  }
  text = without_parentheses(text);
  Outline outline = OutlineReader(text).read();
  while (const auto cast = read_cast(text, outline)) {
    type = internal_type(cast->type);
    text = without_parentheses(cast->inner);
    outline = OutlineReader(text).read();
  }
  const std::string name = name_of_plain(text, outline);
  return !name.empty() ? name : !type.empty() ? type : "expr";
}

} // namespace migcheck::schema
