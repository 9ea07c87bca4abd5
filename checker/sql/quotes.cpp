#include "sql/quotes.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace migcheck::sql {
namespace {

// A bound on what is looked through for an end that may be missing.
constexpr std::size_t longest_template = 1024;
constexpr std::size_t longest_argument = 1024;

std::size_t find_byte(std::string_view text, char byte, std::size_t at) {
  const void* found =
      at < text.size() ? std::memchr(text.data() + at, byte, text.size() - at)
                       : nullptr;
  return found == nullptr ? no_end
                          : static_cast<std::size_t>(
                                static_cast<const char*>(found) - text.data());
}

bool is_tag_byte(char byte, bool first) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
         value == '_' || value >= 0x80 ||
         (!first && value >= '0' && value <= '9');
}

bool is_name_byte(char byte) {
  return is_tag_byte(byte, false);
}

// In `${…}`: names, `flyway:user`, `NAME:-default`.
bool is_placeholder_byte(char byte) {
  return is_name_byte(byte) ||
         std::string_view(".:-+=?/, ").find(byte) != std::string_view::npos;
}

// The offset of the next quote or backslash.
std::size_t
quote_or_backslash(std::string_view text, std::size_t at, char quote) {
  while (at < text.size() && text[at] != quote && text[at] != '\\') {
    ++at;
  }
  return at < text.size() ? at : no_end;
}

std::size_t braces_end(std::string_view text, std::size_t at) {
  const std::size_t found =
      text.substr(0, at + longest_template).find("}}", at + 2);
  return found == no_end ? no_end : found + 2;
}

std::size_t dollar_brace_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  const std::size_t limit = at + longest_template;
  while (end < text.size() && end < limit && is_placeholder_byte(text[end])) {
    ++end;
  }
  return end > at + 2 && text.substr(end, 1) == "}" ? end + 1 : no_end;
}

std::size_t percent_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  const std::size_t limit = at + longest_template;
  while (end < text.size() && end < limit && is_name_byte(text[end])) {
    ++end;
  }
  return end > at + 2 && text.substr(end, 2) == ")s" ? end + 2 : no_end;
}

// psql's commands whose arguments are not split.
bool takes_whole_line(std::string_view command) {
  constexpr std::array<std::string_view, 8> names = {
      "\\!", "\\copy", "\\ef", "\\ev", "\\h", "\\help", "\\sf", "\\sv"};
  const std::string_view name = command.substr(0, command.find_first_of(" \t"));
  return std::find(names.begin(), names.end(), name) != names.end() ||
         command.starts_with("\\!");
}

// Offset after a quoted argument; `at` stands after its quote.
std::size_t argument_end(std::string_view command, std::size_t at, char quote) {
  return quote_end(
      command.substr(0, at + longest_argument),
      at,
      quote,
      quote == '\'' ? Backslash::escapes : Backslash::plain,
      Doubling::none);
}

} // namespace

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t found = find_byte(text, '\n', at);
  return found == no_end ? text.size() : found;
}

std::size_t quote_end(
    std::string_view text,
    std::size_t at,
    char quote,
    Backslash backslash,
    Doubling doubling) {
  while (true) {
    at = backslash == Backslash::escapes ? quote_or_backslash(text, at, quote)
                                         : find_byte(text, quote, at);
    if (at == no_end) {
      return no_end;
    }
    const bool next_is_quote = at + 1 < text.size() && text[at + 1] == quote;
    if (text[at] == quote &&
        !(next_is_quote && doubling == Doubling::stays_inside)) {
      return at + 1;
    }
    at += 2;
  }
}

std::size_t
comment_end(std::string_view text, std::size_t at, Nesting nesting) {
  std::size_t depth = 1;
  std::size_t free = at; // bytes before it belong to a mark already
  while (true) {
    at = find_byte(text, '*', at);
    if (at == no_end) {
      return no_end;
    }
    if (nesting == Nesting::counted && at > free && text[at - 1] == '/') {
      ++depth;
      free = at + 1;
    } else if (at + 1 < text.size() && text[at + 1] == '/') {
      if (--depth == 0) {
        return at + 2;
      }
      free = at + 2;
    }
    at = at + 1 > free ? at + 1 : free;
  }
}

std::size_t dollar_tag_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_tag_byte(text[end], end == at + 1)) {
    ++end;
  }
  return end < text.size() && text[end] == '$' ? end + 1 : no_end;
}

std::size_t copy_data_end(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at < text.size()) {
    const std::size_t mark = text.find("\\.", at);
    if (mark == no_end) {
      return no_end;
    }
    const bool begins = mark == start || text[mark - 1] == '\n';
    std::string_view rest = text.substr(mark + 2, 2);
    if (!rest.empty() && rest.front() == '\r') {
      rest.remove_prefix(1);
    }
    if (begins && (rest.empty() || rest.front() == '\n')) {
      return mark + 2;
    }
    at = mark + 2;
  }
  return no_end;
}

std::size_t insert_data_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t end = line_end(text, at);
    if (end == at || (end == at + 1 && text[at] == '\r')) {
      return at;
    }
    at = end + 1;
  }
  return text.size();
}

std::size_t client_command_end(std::string_view text, std::size_t at) {
  const std::string_view command = text.substr(at);
  const bool whole = takes_whole_line(command);
  bool quotes = true; // until one is not closed soon
  for (std::size_t i = 1; !whole && i < command.size();) {
    const char byte = command[i++];
    if (quotes && (byte == '\'' || byte == '"' || byte == '`')) {
      const std::size_t closed = argument_end(command, i, byte);
      quotes = closed != no_end;
      i = quotes ? closed : i;
    } else if (command.substr(i - 1, 2) == "\\\\") {
      return at + i + 1;
    }
  }
  std::size_t end = text.size();
  while (end > at && text[end - 1] == '\r') {
    --end;
  }
  return end;
}

std::size_t template_end(std::string_view text, std::size_t at) {
  const std::string_view opening = text.substr(at, 2);
  if (opening == "{{") {
    return braces_end(text, at);
  }
  if (opening == "${") {
    return dollar_brace_end(text, at);
  }
  return opening == "%(" ? percent_end(text, at) : no_end;
}

} // namespace migcheck::sql
