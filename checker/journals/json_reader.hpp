// JSON as a row of tokens with their places: for finding the few values that
// count in a long text without building it.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

enum class JsonKind : std::uint8_t {
  begin_object,
  end_object,
  begin_array,
  end_array,
  string,
  other // a number, true, false, null
};

struct JsonToken {
  JsonKind kind = JsonKind::other;
  std::size_t depth = 0; // how many objects and arrays it lies in
  std::string_view key;  // raw; "" in an array
  Span span;             // of a string without its quotes
};

// Takes what it gets: whether a text is JSON at all, it does not tell. Linear,
// without recursion; the text must outlive it.
class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : text_(text) {}

  // False at the end, or where nothing sensible follows.
  bool next(JsonToken& token);

 private:
  bool read_string(Span& span);
  void skip_blanks();
  bool open(JsonToken& token, char bracket);
  bool close(JsonToken& token, char bracket);

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<char> open_; // brackets
  std::string_view key_;
};

// The text of a string, its escapes replaced. \u of a surrogate becomes `?`.
std::string json_text(std::string_view raw);

} // namespace migcheck
