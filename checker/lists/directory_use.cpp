#include "lists/directory_use.hpp"

#include "lists/language.hpp"
#include "text/ascii.hpp"
#include "text/path_parts.hpp"

#include <string>

namespace migcheck::lists {
namespace {

constexpr std::size_t most_files = 4096;
constexpr std::uint64_t longest_file = 1u << 20;

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

} // namespace

bool names_folder(std::string_view text, std::string_view folder) {
  for (std::size_t at = text.find(folder); at != std::string_view::npos;
       at = text.find(folder, at + folder.size())) {
    const std::size_t end = at + folder.size();
    const bool begins =
        at == 0 || (!is_word_byte(text[at - 1]) && text[at - 1] != '.');
    const bool ends = end == text.size() || !is_word_byte(text[end]);
    const bool goes_on = end + 1 < text.size() && text[end] == '/' &&
                         is_word_byte(text[end + 1]);
    if (begins && ends && !goes_on) {
      return true;
    }
  }
  return false;
}

bool goes_through_folder(std::string_view text, std::string_view folder) {
  return text.find("*.sql") < text.size() && names_folder(text, folder);
}

bool is_read_as_a_whole(
    const FileReader& reader,
    const std::vector<std::string_view>& paths,
    std::string_view directory) {
  const std::string_view folder = last_part(directory);
  std::size_t read = 0;
  std::string text;
  for (const std::string_view path : paths) {
    const bool inside = path.size() > directory.size() &&
                        path.starts_with(directory) &&
                        path[directory.size()] == '/';
    if (inside || language_of(path) == nullptr) {
      continue;
    }
    if (++read > most_files) {
      return true;
    }
    const ReadFailure failure =
        reader.read({path, ReadCare::careful, longest_file, 0}, text);
    if (failure == ReadFailure::none && names_folder(text, folder)) {
      return true;
    }
  }
  return false;
}

} // namespace migcheck::lists
