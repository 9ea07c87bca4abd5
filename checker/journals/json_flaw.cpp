#include "journals/json_flaw.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace migcheck {
namespace {

constexpr std::string_view json_blanks = " \t\r\n";

// Takes everything in, and keeps where reading ended.
class FlawSeeker : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::optional<std::size_t> position; // how many bytes were read

  bool null() override { return true; }

  bool boolean(bool) override { return true; }

  bool number_integer(number_integer_t) override { return true; }

  bool number_unsigned(number_unsigned_t) override { return true; }

  bool number_float(number_float_t, const string_t&) override { return true; }

  bool string(string_t&) override { return true; }

  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override { return true; }

  bool key(string_t&) override { return true; }

  bool end_object() override { return true; }

  bool start_array(std::size_t) override { return true; }

  bool end_array() override { return true; }

  bool parse_error(
      std::size_t read,
      const std::string&,
      const nlohmann::detail::exception& error) override {
    constexpr int number_too_large = 406;
    if (error.id != number_too_large) {
      position = read;
    }
    return false;
  }
};

// With what JavaScript takes and the reader does not replaced, byte for byte.
std::string tamed(std::string_view text) {
  std::string tame(text);
  for (std::size_t i = 0; i < tame.size(); ++i) {
    if (static_cast<unsigned char>(tame[i]) >= 0x80) {
      tame[i] = '?';
    } else if (
        (tame[i] == 'd' || tame[i] == 'D') && i > 1 && tame[i - 1] == 'u' &&
        tame[i - 2] == '\\') {
      tame[i] = '0';
    }
  }
  return tame;
}

Span byte_at(std::size_t at) {
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
}

// The last byte that is no blank.
Span last_byte(std::string_view text) {
  const std::size_t last = text.find_last_not_of(json_blanks);
  return last == text.npos ? Span{} : byte_at(last);
}

} // namespace

std::optional<Span> find_json_flaw(std::string_view text) {
  FlawSeeker seeker;
  nlohmann::json::sax_parse(tamed(text), &seeker);
  if (!seeker.position) {
    return std::nullopt;
  }
  const std::size_t read = *seeker.position;
  const bool ended =
      text.find_first_not_of(json_blanks, std::max<std::size_t>(read, 1) - 1) ==
      text.npos;
  return ended ? last_byte(text) : byte_at(std::max<std::size_t>(read, 1) - 1);
}

std::optional<Span> find_object_flaw(std::string_view text) {
  const std::size_t first = text.find_first_not_of(json_blanks);
  const std::size_t last = text.find_last_not_of(json_blanks);
  const bool whole = first != text.npos && text[first] == '{' &&
                     text[last] == '}' && first < last;
  const bool other = first != text.npos && text[first] != '{';
  return whole || other ? std::nullopt : std::optional(last_byte(text));
}

} // namespace migcheck
