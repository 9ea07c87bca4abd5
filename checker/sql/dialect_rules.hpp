// What differs between dialects when bytes become tokens: one table each.
#pragma once

#include "sql/dialect.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace migcheck::sql {

// What a byte can begin.
enum class ByteClass : std::uint8_t {
  bad, // NUL and other control characters
  space,
  word,
  digit,
  quote,
  double_quote,
  backtick,
  bracket,
  dollar,
  hyphen,
  slash,
  hash,
  at_sign,
  dot,
  colon,
  semicolon,
  backslash,
  brace,
  percent,
  operator_,  // a run of such bytes is one token
  punctuation // one byte is one token
};

enum class HashComment : std::uint8_t {
  none,
  always,
  before_blank // `# ` and `#!`
};

struct DialectRules {
  std::array<ByteClass, 256> first{};
  std::array<bool, 256> word_part{}; // after the first byte of a word
  // After a word that is one whatever follows: no part of it, and no quote that
  // it may be the prefix of.
  std::array<bool, 256> ends_word{};
  std::array<bool, 256> operator_part{}; // of an operator of several bytes
  std::string_view string_prefixes;      // letters directly before a quote
  HashComment hash = HashComment::none;
  bool nested_comments = false;
  bool dash_needs_blank = false;    // `--` begins a comment only before one
  bool code_comments = false;       // `/*! … */`
  bool backslash_strings = false;   // in every '…'
  bool escape_strings = false;      // E'…'
  bool unicode_strings = false;     // U&'…'
  bool charset_strings = false;     // _utf8mb4'…'
  bool double_quote_string = false; // else "…" is an identifier
  bool backtick_names = false;
  bool bracket_names = false;
  bool doubled_bracket = false; // `]]` stays inside
  bool dollar_quotes = false;
  bool at_words = false;      // @variable
  bool hash_words = false;    // #table
  bool psql_commands = false; // `\d`, COPY data
  bool dot_commands = false;  // `.mode` at the start of a line
  bool delimiter_command = false;
  std::size_t command_size = 0; // of the words DELIMITER or GO
  bool batch_lines = false;     // GO, `:r`
  bool insert_data = false;     // INSERT … FORMAT, then data
};

const DialectRules& dialect_rules(Dialect dialect);

} // namespace migcheck::sql
