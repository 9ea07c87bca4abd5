#include "lists/name_forms.hpp"

#include "lists/words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace migcheck::lists {
namespace {

constexpr std::size_t shortest_title = 3;

enum class Form : std::uint8_t { snake, upper, camel, pascal, joined };

constexpr std::array<Form, 5> forms = {
    Form::snake, Form::upper, Form::camel, Form::pascal, Form::joined};

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string shown(const std::vector<std::string>& words, Form form) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word = words[i];
    if (form == Form::upper) {
      std::transform(word.begin(), word.end(), word.begin(), upper);
    } else if (form == Form::pascal || (form == Form::camel && i > 0)) {
      word.front() = upper(word.front());
    }
    const bool parted = form == Form::snake || form == Form::upper;
    text += parted && i > 0 ? "_" : "";
    text += word;
  }
  return text;
}

// True when the title at [at, at + size) is not a part of longer words.
bool stands_apart(std::string_view text, std::size_t at, std::size_t size) {
  const char before = at == 0 ? '_' : text[at - 1];
  const char after = at + size < text.size() ? text[at + size] : '_';
  const char first = text[at];
  const char last = text[at + size - 1];
  const bool begins =
      !is_letter(before) || (is_upper(first) && !is_upper(before));
  const bool ends = !is_letter(after) || (is_upper(after) && !is_upper(last));
  return begins && ends;
}

bool replace_title(
    std::string& text,
    const std::vector<std::string>& from,
    const std::vector<std::string>& to) {
  for (const Form form : forms) {
    const std::string title = shown(from, form);
    const std::size_t at = text.find(title);
    if (title.size() >= shortest_title && at != std::string::npos &&
        stands_apart(text, at, title.size())) {
      text.replace(at, title.size(), shown(to, form));
      return true;
    }
  }
  return false;
}

bool replace_number(
    std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (from.empty() || at == std::string::npos) {
    return false;
  }
  const std::size_t end = at + from.size();
  const bool whole = (at == 0 || !is_digit(text[at - 1])) &&
                     (end == text.size() || !is_digit(text[end]));
  if (whole) {
    text.replace(at, from.size(), to);
  }
  return whole;
}

} // namespace

std::optional<std::string> renamed_identifier(
    std::string_view identifier,
    const Migration& model,
    const Migration& wanted) {
  std::string text(identifier);
  const std::vector<std::string> from = split_words(model.name);
  const std::vector<std::string> to = split_words(wanted.name);
  const bool titled =
      !from.empty() && !to.empty() && replace_title(text, from, to);
  const bool numbered =
      replace_number(text, model.version_text, wanted.version_text) ||
      replace_number(text, model.version, wanted.version);
  return titled || numbered ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace migcheck::lists
