#include "ddl/names.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace migcheck::ddl {
namespace {

using sql::TokenKind;

bool folds(Dialect dialect) {
  return dialect == Dialect::postgresql || dialect == Dialect::ansi;
}

// MySQL and SQLite take strings for names where only a name can stand.
bool strings_are_names(Dialect dialect) {
  return dialect == Dialect::mysql || dialect == Dialect::sqlite;
}

void append_utf8(std::string& text, std::uint32_t code) {
  const auto byte = [&text](std::uint32_t value) {
    text += static_cast<char>(value);
  };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0U | code >> 6U);
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    byte(0xE0U | code >> 12U);
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | (code >> 18U & 0x07U));
    byte(0x80U | (code >> 12U & 0x3FU));
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
}

// Resolves U&'s `\XXXX` and `\+XXXXXX`.
std::string decode_unicode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool longer = i + 1 < text.size() && text[i + 1] == '+';
    const std::size_t begin = i + (longer ? 2 : 1);
    const std::string_view digits =
        text.substr(std::min(begin, text.size()), longer ? std::size_t{6} : 4);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (text[i] == '\\' && error == std::errc{} && code > 0 &&
        code < 0x110000 && end == digits.data() + digits.size() &&
        digits.size() == (longer ? 6 : 4)) {
      append_utf8(decoded, code);
      i = begin + digits.size() - 1;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

// Takes the quotes away; doubled closing ones become single.
std::string without_quotes(std::string_view token) {
  const bool unicode = token.size() > 2 && token[1] == '&';
  std::string_view inner = token.substr(unicode ? 2 : 0);
  const char close = inner.front() == '[' ? ']' : inner.front();
  inner.remove_prefix(1);
  if (!inner.empty() && inner.back() == close) {
    inner.remove_suffix(1);
  }
  std::string name;
  name.reserve(inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) {
    name += inner[i];
    if (inner[i] == close && i + 1 < inner.size() && inner[i + 1] == close) {
      ++i;
    }
  }
  return unicode ? decode_unicode(name) : name;
}

// A template directly before or after this lexeme is part of its name.
bool template_touches(const Cursor& cursor, std::size_t ahead) {
  const Lexeme& next = cursor.peek(ahead);
  return next.kind == TokenKind::template_ && !next.spaced;
}

// Passes the pieces of a name that templates are part of.
Name read_templated_name(Cursor& cursor) {
  const std::size_t begin = cursor.place();
  const auto is_piece = [](const Lexeme& lexeme) {
    return lexeme.kind == TokenKind::template_ ||
           lexeme.kind == TokenKind::word ||
           lexeme.kind == TokenKind::quoted_identifier ||
           lexeme.kind == TokenKind::number;
  };
  do {
    cursor.advance();
  } while (!cursor.done() && !cursor.peek().spaced && is_piece(cursor.peek()));
  Name name;
  name.span = cursor.span_since(begin);
  return name;
}

// `:name`, `:"name"`: a variable of psql, or of the program that sends the
// statement.
bool at_variable(const Cursor& cursor) {
  const Lexeme& name = cursor.peek(1);
  return cursor.mark() == ':' && !name.spaced &&
         (name.kind == TokenKind::word ||
          name.kind == TokenKind::quoted_identifier);
}

} // namespace

bool is_string(const Lexeme& lexeme) {
  return lexeme.kind == TokenKind::string ||
         lexeme.kind == TokenKind::dollar_string;
}

bool at_name(const Cursor& cursor) {
  if (cursor.done()) {
    return false;
  }
  switch (cursor.peek().kind) {
  case TokenKind::word:
  case TokenKind::quoted_identifier:
  case TokenKind::template_:
    return true;
  case TokenKind::operator_:
    return at_variable(cursor);
  case TokenKind::string: {
    const char first = cursor.bytes().front();
    return strings_are_names(cursor.dialect()) &&
           (first == '"' || first == '\'');
  }
  default:
    return false;
  }
}

Name read_name(Cursor& cursor) {
  Name name;
  if (!at_name(cursor)) {
    return name;
  }
  const Lexeme& lexeme = cursor.peek();
  if (lexeme.kind == TokenKind::template_ || template_touches(cursor, 1) ||
      at_variable(cursor)) {
    return read_templated_name(cursor);
  }
  const std::string_view bytes = cursor.bytes();
  name.span = lexeme.span;
  name.quoted = lexeme.kind != TokenKind::word;
  if (name.quoted) {
    name.text = without_quotes(bytes);
    // Templates inside quotes are no tokens.
    if (bytes.find("{{") != std::string_view::npos ||
        bytes.find("${") != std::string_view::npos) {
      name.text.clear();
    }
  } else {
    name.text =
        folds(cursor.dialect()) ? lower_case(bytes) : std::string(bytes);
  }
  cursor.advance();
  return name;
}

QualifiedName read_qualified_name(Cursor& cursor) {
  const std::size_t begin = cursor.place();
  QualifiedName name;
  Name part = read_name(cursor);
  bool known = !part.empty();
  // T-SQL: `database..name`.
  while (cursor.mark() == '.' && cursor.place() > begin) {
    Cursor after = cursor;
    after.advance();
    if (!at_name(after) && after.mark() != '.') {
      break;
    }
    cursor = after;
    name.schema = std::move(part.text);
    part = read_name(cursor);
    known = !part.empty();
  }
  name.name = known ? std::move(part.text) : "";
  name.quoted = part.quoted;
  name.span = cursor.span_since(begin);
  return name;
}

std::vector<QualifiedName> read_names(Cursor& cursor) {
  std::vector<QualifiedName> names;
  while (!cursor.done()) {
    Cursor element = cursor.element();
    QualifiedName name = read_qualified_name(element);
    if (!name.empty()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::vector<std::string> read_column_list(Cursor& cursor) {
  std::vector<std::string> columns;
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    columns.push_back(read_name(element).text);
  }
  return columns;
}

QualifiedName name_in(std::string_view literal, Dialect dialect) {
  Lexemes lexemes(literal, dialect);
  lexemes.load({0, static_cast<std::uint32_t>(literal.size())});
  Cursor cursor(lexemes);
  QualifiedName name = read_qualified_name(cursor);
  name.span = {};
  return cursor.done() ? name : QualifiedName{};
}

std::string string_value(std::string_view token) {
  if (token.empty()) {
    return {};
  }
  if (token.front() == '$') {
    const std::size_t tag = token.find('$', 1) + 1;
    return tag == 0 || token.size() < 2 * tag
               ? std::string{}
               : std::string(token.substr(tag, token.size() - 2 * tag));
  }
  const std::size_t quote = token.find_first_of("'\"");
  if (quote == std::string_view::npos) {
    return {};
  }
  const std::string_view prefix = token.substr(0, quote);
  const bool escapes = equals_ignoring_case(prefix, "e");
  std::string value = without_quotes(token.substr(quote));
  if (equals_ignoring_case(prefix, "u&")) {
    return decode_unicode(value);
  }
  if (!escapes || value.find('\\') == std::string::npos) {
    return value;
  }
  std::string plain;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool escape = value[i] == '\\' && i + 1 < value.size();
    const char byte = escape ? value[++i] : value[i];
    plain += !escape       ? byte
             : byte == 'n' ? '\n'
             : byte == 't' ? '\t'
             : byte == 'r' ? '\r'
                           : byte;
  }
  return plain;
}

std::string first_words(Cursor cursor, std::size_t count) {
  constexpr std::size_t longest = 60;
  std::string words;
  for (; count > 0 && cursor.peek().kind == TokenKind::word; --count) {
    words += words.empty() ? "" : " ";
    words += lower_case(cursor.bytes().substr(0, longest));
    cursor.advance();
  }
  return words;
}

std::string quoted_as_needed(std::string_view name) {
  // Those of PostgreSQL's reserved words that are wanted as names.
  static constexpr std::array<std::string_view, 31> reserved = {
      "all",     "analyse", "analyze", "and",        "any",    "array", "as",
      "case",    "check",   "column",  "default",    "desc",   "do",    "end",
      "foreign", "from",    "grant",   "group",      "limit",  "not",   "null",
      "offset",  "order",   "primary", "references", "select", "table", "to",
      "unique",  "user",    "when"};
  const bool plain = !name.empty() && !is_digit(name.front()) &&
                     name.front() != '$' &&
                     std::all_of(name.begin(), name.end(), [](char byte) {
                       return (is_letter(byte) && !is_upper(byte)) ||
                              is_digit(byte) || byte == '_' || byte == '$';
                     });
  if (plain &&
      std::find(reserved.begin(), reserved.end(), name) == reserved.end()) {
    return std::string(name);
  }
  std::string quoted = "\"";
  for (const char byte : name) {
    quoted += byte;
    quoted += byte == '"' ? "\"" : "";
  }
  return quoted + "\"";
}

} // namespace migcheck::ddl
