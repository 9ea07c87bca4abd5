#include "sql/dialect_rules.hpp"

namespace migcheck::sql {
namespace {

constexpr std::size_t index(char byte) {
  return static_cast<unsigned char>(byte);
}

constexpr void
mark(DialectRules& rules, std::string_view bytes, ByteClass byte_class) {
  for (const char byte : bytes) {
    rules.first[index(byte)] = byte_class;
  }
}

constexpr void mark_words(DialectRules& rules) {
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') ||
                        (byte >= 'A' && byte <= 'Z') || byte == '_' ||
                        byte >= 0x80;
    const bool digit = byte >= '0' && byte <= '9';
    if (letter || digit) {
      rules.first[byte] = letter ? ByteClass::word : ByteClass::digit;
      rules.word_part[byte] = true;
    }
  }
}

// What all dialects agree on.
constexpr DialectRules shared() {
  DialectRules rules;
  mark_words(rules);
  mark(rules, " \t\n\r\f\v", ByteClass::space);
  mark(rules, "(),[]}", ByteClass::punctuation);
  mark(rules, "+*<>=~!^&|?`#@\"", ByteClass::operator_);
  mark(rules, "'", ByteClass::quote);
  mark(rules, "\"", ByteClass::double_quote);
  mark(rules, "$", ByteClass::dollar);
  mark(rules, "-", ByteClass::hyphen);
  mark(rules, "/", ByteClass::slash);
  mark(rules, ".", ByteClass::dot);
  mark(rules, ":", ByteClass::colon);
  mark(rules, ";", ByteClass::semicolon);
  mark(rules, "\\", ByteClass::backslash);
  mark(rules, "{", ByteClass::brace);
  mark(rules, "%", ByteClass::percent);
  for (const char byte : std::string_view("+-*/<>=~!%^&|?`#@")) {
    rules.operator_part[index(byte)] = true;
  }
  return rules;
}

// Gives a byte a meaning of its own, so that no operator holds it.
constexpr void claim(DialectRules& rules, char byte, ByteClass byte_class) {
  rules.first[index(byte)] = byte_class;
  rules.operator_part[index(byte)] = false;
}

constexpr DialectRules postgresql() {
  DialectRules rules = shared();
  rules.word_part[index('$')] = true;
  rules.string_prefixes = "eEbBxXnN";
  rules.nested_comments = true;
  rules.escape_strings = true;
  rules.unicode_strings = true;
  rules.dollar_quotes = true;
  rules.psql_commands = true;
  return rules;
}

constexpr DialectRules mysql() {
  DialectRules rules = shared();
  claim(rules, '#', ByteClass::hash);
  claim(rules, '@', ByteClass::at_sign);
  claim(rules, '`', ByteClass::backtick);
  rules.word_part[index('$')] = true;
  rules.string_prefixes = "bBxXnN";
  rules.hash = HashComment::always;
  rules.dash_needs_blank = true;
  rules.code_comments = true;
  rules.backslash_strings = true;
  rules.charset_strings = true;
  rules.double_quote_string = true;
  rules.backtick_names = true;
  rules.at_words = true;
  rules.delimiter_command = true;
  rules.command_size = std::string_view("delimiter").size();
  return rules;
}

constexpr DialectRules sqlite() {
  DialectRules rules = shared();
  claim(rules, '@', ByteClass::at_sign);
  claim(rules, '`', ByteClass::backtick);
  claim(rules, '[', ByteClass::bracket);
  rules.word_part[index('$')] = true;
  rules.string_prefixes = "xX";
  rules.backtick_names = true;
  rules.bracket_names = true;
  rules.at_words = true;
  rules.dot_commands = true;
  return rules;
}

constexpr DialectRules clickhouse() {
  DialectRules rules = shared();
  claim(rules, '#', ByteClass::hash);
  claim(rules, '`', ByteClass::backtick);
  rules.word_part[index('$')] = true;
  rules.string_prefixes = "bBxX";
  rules.hash = HashComment::before_blank;
  rules.backslash_strings = true;
  rules.backtick_names = true;
  rules.dollar_quotes = true;
  rules.insert_data = true;
  return rules;
}

constexpr DialectRules tsql() {
  DialectRules rules = shared();
  claim(rules, '#', ByteClass::hash);
  claim(rules, '@', ByteClass::at_sign);
  claim(rules, '[', ByteClass::bracket);
  for (const char byte : std::string_view("$@#")) {
    rules.word_part[index(byte)] = true;
  }
  rules.string_prefixes = "nN";
  rules.nested_comments = true;
  rules.bracket_names = true;
  rules.doubled_bracket = true;
  rules.at_words = true;
  rules.hash_words = true;
  rules.batch_lines = true;
  rules.command_size = std::string_view("go").size();
  return rules;
}

constexpr DialectRules ansi() {
  DialectRules rules = shared();
  claim(rules, '`', ByteClass::backtick);
  rules.string_prefixes = "bBxXnN";
  rules.nested_comments = true;
  rules.unicode_strings = true;
  rules.backtick_names = true;
  return rules;
}

constexpr DialectRules with_word_ends(DialectRules rules) {
  for (std::size_t byte = 0; byte < 256; ++byte) {
    rules.ends_word[byte] = !rules.word_part[byte];
  }
  for (const char byte : std::string_view("'\"&")) {
    rules.ends_word[index(byte)] = false;
  }
  return rules;
}

// In the order of Dialect.
constexpr std::array<DialectRules, 6> all = {
    with_word_ends(postgresql()),
    with_word_ends(mysql()),
    with_word_ends(sqlite()),
    with_word_ends(clickhouse()),
    with_word_ends(tsql()),
    with_word_ends(ansi())};

} // namespace

const DialectRules& dialect_rules(Dialect dialect) {
  return all[static_cast<std::size_t>(dialect)];
}

} // namespace migcheck::sql
