// A TOML document as plain values, each with its place. The library that
// reads it is known to toml_value.cpp alone.
#pragma once

#include "config/problems.hpp"
#include "text/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

enum class TomlKind : std::uint8_t {
  string,
  integer,
  real,
  boolean,
  date, // or time
  array,
  table
};

// "a string", "an integer", ...
std::string_view kind_in_words(TomlKind kind);

struct TomlMember;

struct TomlValue {
  TomlKind kind = TomlKind::table;
  Span span; // as written; of a table its header
  std::string text;
  std::int64_t integer = 0;
  bool boolean = false;
  std::vector<TomlValue> items;    // of an array
  std::vector<TomlMember> members; // of a table, by key
};

struct TomlMember {
  std::string key;
  Span key_span;
  TomlValue value;
};

// Reads a document; the result is a table. Nothing: it cannot be read, and
// the problems say why. A result may come with problems too (a key that is
// set twice, a number out of range): then reading went on without them.
// Values nest at most 256 deep, and so does the result.
std::optional<TomlValue> read_toml(std::string_view text, Problems& problems);

} // namespace migcheck
