#include "model/lock_text.hpp"

#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace migcheck {
namespace {

constexpr std::string_view header_word = "migcheck-lock ";

// Bytes of a name that needs no quotes.
bool is_plain(char byte) {
  return is_letter(byte) || is_digit(byte) ||
         std::string_view("._-/+@,:~").find(byte) != std::string_view::npos;
}

void append_escaped_byte(std::string& out, char byte) {
  switch (byte) {
  case '\n':
    out += "\\n";
    break;
  case '\r':
    out += "\\r";
    break;
  case '\t':
    out += "\\t";
    break;
  default:
    out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
  }
}

// Between double quotes, reversible.
std::string escape(std::string_view bytes) {
  std::string out = "\"";
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const std::uint32_t point = next_code_point(bytes, at);
    const bool shown = point != invalid_code_point && point >= ' ' &&
                       point != 0x7F && !is_deceptive(point);
    if (point == '"' || point == '\\') {
      out += '\\';
    }
    for (std::size_t i = begin; i < at; ++i) {
      if (shown) {
        out += bytes[i];
      } else {
        append_escaped_byte(out, bytes[i]);
      }
    }
  }
  return out + "\"";
}

std::string format_name(std::string_view name) {
  const bool plain = !name.empty() &&
                     std::all_of(name.begin(), name.end(), is_plain) &&
                     name != "head";
  return plain ? std::string(name) : escape(name);
}

int hex_value(char byte) {
  if (is_digit(byte)) {
    return byte - '0';
  }
  return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

// A reader of one line, from its front.
struct Reader {
  std::string_view text;
  std::size_t at = 0;

  bool eat(std::string_view word) {
    if (text.substr(at, word.size()) != word) {
      return false;
    }
    at += word.size();
    return true;
  }

  std::string_view hex_digits() {
    const std::size_t begin = at;
    while (at < text.size() && hex_value(text[at]) >= 0) {
      ++at;
    }
    return text.substr(begin, at - begin);
  }

  // At most nine digits.
  std::optional<std::uint32_t> number() {
    const std::size_t begin = at;
    std::uint32_t value = 0;
    while (at < text.size() && is_digit(text[at]) && at - begin < 9) {
      value = 10 * value + static_cast<std::uint32_t>(text[at++] - '0');
    }
    return at == begin ? std::nullopt : std::optional(value);
  }

  bool escaped_byte(std::string& out) {
    const std::string_view simple = "\"\\nrt";
    const std::string_view meaning = "\"\\\n\r\t";
    const char byte = at < text.size() ? text[at] : '\0';
    if (const std::size_t i = simple.find(byte); i != std::string_view::npos) {
      out += meaning[i];
      ++at;
      return true;
    }
    const int high = at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
    if (byte != 'x' || high < 0 || low < 0) {
      return false;
    }
    out += static_cast<char>(16 * high + low);
    at += 3;
    return true;
  }

  // What stands between double quotes; false when they do not close.
  bool quoted_text(std::string& out) {
    if (!eat("\"")) {
      return false;
    }
    while (at < text.size() && text[at] != '"') {
      if (text[at] != '\\') {
        out += text[at++];
      } else if (++at; !escaped_byte(out)) {
        return false;
      }
    }
    return eat("\"");
  }

  bool name(std::string& out) {
    if (at < text.size() && text[at] == '"') {
      return quoted_text(out);
    }
    const std::size_t begin = at;
    while (at < text.size() && is_plain(text[at])) {
      ++at;
    }
    out = std::string(text.substr(begin, at - begin));
    return at > begin;
  }
};

using Damage = std::optional<LockDamage>;

Damage damage(const Reader& reader, std::string message) {
  return LockDamage{reader.at, std::move(message)};
}

Damage read_digest(Reader& reader, std::string_view key, Digest& digest) {
  if (!reader.eat(fmt::format(" {}=", key))) {
    return damage(reader, fmt::format("the field \"{}\" is missing", key));
  }
  const std::size_t begin = reader.at;
  const std::string_view digits = reader.hex_digits();
  const auto parsed = parse_digest(digits);
  if (!parsed) {
    reader.at = begin;
    return damage(
        reader,
        fmt::format(
            "\"{}\" has {} hexadecimal digits, not 64", key, digits.size()));
  }
  digest = *parsed;
  return std::nullopt;
}

Damage read_statements(Reader& reader, LockLine& line) {
  const auto count =
      reader.eat(" statements=") ? reader.number() : std::nullopt;
  if (!count || !reader.eat(":")) {
    return damage(reader, "the field \"statements\" is missing");
  }
  line.statement_count = *count;
  const std::size_t expected =
      std::min<std::size_t>(*count, LockLine::most_statements);
  for (std::size_t i = 0; i < expected; ++i) {
    const bool separated = i == 0 || reader.eat(",");
    const std::string_view digits =
        separated ? reader.hex_digits() : std::string_view{};
    if (digits.size() != 6) {
      return damage(
          reader,
          fmt::format(
              "statement {} has {} hexadecimal digits, not 6",
              i + 1,
              digits.size()));
    }
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + 6, value, 16);
    line.statements.push_back(value);
  }
  return std::nullopt;
}

Damage read_reason(Reader& reader, std::string_view key, std::string& reason) {
  if (!reader.eat(fmt::format(" {}=", key))) {
    return std::nullopt;
  }
  if (!reader.quoted_text(reason) || reason.empty()) {
    return damage(reader, fmt::format("the reason of \"{}\" is damaged", key));
  }
  return std::nullopt;
}

Damage read_fields(Reader& reader, LockLine& line) {
  if (!reader.name(line.entry) || line.entry.empty()) {
    return damage(reader, "the name of a migration is missing or damaged");
  }
  Damage found = read_digest(reader, "raw", line.raw);
  found = found ? found : read_digest(reader, "neutral", line.neutral);
  found = found ? found : read_digest(reader, "tokens", line.tokens);
  found = found ? found : read_statements(reader, line);
  line.retired = !found && reader.eat(" retired");
  found = found ? found : read_reason(reader, "amended", line.amended);
  found = found ? found : read_reason(reader, "forced", line.forced);
  if (!found && reader.at < reader.text.size()) {
    found = damage(reader, "unexpected text follows the fields");
  }
  return found;
}

} // namespace

std::optional<Digest> parse_digest(std::string_view text) {
  Digest digest{};
  if (text.size() != 2 * digest.size()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const int high = hex_value(text[2 * i]);
    const int low = hex_value(text[2 * i + 1]);
    if (high < 0 || low < 0) {
      return std::nullopt;
    }
    digest[i] = static_cast<std::uint8_t>(16 * high + low);
  }
  return digest;
}

std::string format_lock_header(std::uint32_t lexer, Dialect dialect) {
  return fmt::format(
      "{}{} lexer {} dialect {}",
      header_word,
      lockfile_format,
      lexer,
      dialect_name(dialect));
}

std::optional<LockHeader> parse_lock_header(std::string_view line) {
  Reader reader{line};
  const auto format = reader.eat(header_word) ? reader.number() : std::nullopt;
  const auto lexer =
      format && reader.eat(" lexer ") ? reader.number() : std::nullopt;
  if (!lexer || !reader.eat(" dialect ")) {
    return std::nullopt;
  }
  const auto dialect = dialect_from(line.substr(reader.at));
  return dialect ? std::optional(LockHeader{*format, *lexer, *dialect})
                 : std::nullopt;
}

std::string format_lock_line(const LockLine& line) {
  std::string text = fmt::format(
      "{} raw={} neutral={} tokens={} statements={}:",
      format_name(line.entry),
      hex(line.raw),
      hex(line.neutral),
      hex(line.tokens),
      line.statement_count);
  for (std::size_t i = 0; i < line.statements.size(); ++i) {
    text += fmt::format(
        "{}{:06x}", i == 0 ? "" : ",", line.statements[i] & 0xFFFFFFu);
  }
  text += line.retired ? " retired" : "";
  if (!line.amended.empty()) {
    text += " amended=" + escape(line.amended);
  }
  if (!line.forced.empty()) {
    text += " forced=" + escape(line.forced);
  }
  return text;
}

std::optional<LockDamage>
parse_lock_line(std::string_view text, LockLine& line) {
  Reader reader{text};
  if (auto found = read_fields(reader, line)) {
    return found;
  }
  const std::string right = format_lock_line(line);
  if (right == text) {
    return std::nullopt;
  }
  const auto difference =
      std::mismatch(text.begin(), text.end(), right.begin(), right.end());
  return LockDamage{
      static_cast<std::size_t>(difference.first - text.begin()),
      "the line is not written as migcheck writes it"};
}

} // namespace migcheck
