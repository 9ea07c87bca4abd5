#include "discover/used_names.hpp"

#include "io/open_directory.hpp"
#include "io/parallel.hpp"
#include "text/ascii.hpp"
#include "text/one_of.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <set>

namespace migcheck {
namespace {

constexpr std::uint64_t longest_file = 4u << 20;
constexpr std::size_t files_per_chunk = 64;

constexpr std::array<std::string_view, 4> endings_of_prose = {
    ".md", ".rst", ".adoc", ".txt"};

constexpr std::array<std::string_view, 3> words_of_definitions = {
    "function", "procedure", "exists"};

bool is_prose(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot != std::string_view::npos &&
         is_one_of(path.substr(dot), endings_of_prose);
}

bool is_searched(const FileEntry& file, const NameSearch& search) {
  return file.kind == FileKind::regular && file.size <= longest_file &&
         (search.prose || !is_prose(file.path)) &&
         !search.left_out.contains(file.path);
}

bool is_word_byte(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_' || byte == '$' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

// The word before a place, in lower case.
std::string word_before(std::string_view text, std::size_t at) {
  const std::string_view before = trim_right(text.substr(0, at));
  std::size_t begin = before.size();
  while (begin > 0 && is_word_byte(before[begin - 1])) {
    --begin;
  }
  return lower_case(before.substr(begin));
}

// Where the name that ends with the word at `at` begins: its schema.
std::size_t name_begin(std::string_view text, std::size_t at) {
  while (at > 0 && (is_word_byte(text[at - 1]) || text[at - 1] == '.' ||
                    text[at - 1] == '"')) {
    --at;
  }
  return at;
}

bool is_used(std::string_view text, std::string_view name) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = find_ignoring_case(text.substr(at), name);
    if (found == std::string_view::npos) {
      return false;
    }
    at += found;
    const std::size_t end = at + name.size();
    const bool word = (at == 0 || !is_word_byte(text[at - 1])) &&
                      (end == text.size() || !is_word_byte(text[end]));
    if (word &&
        !is_one_of(
            word_before(text, name_begin(text, at)), words_of_definitions)) {
      return true;
    }
    at = end;
  }
  return false;
}

// What was found so far, by all threads together.
class FoundNames {
 public:
  explicit FoundNames(const std::vector<std::string>& names)
      : names_(names), found_(names.size()) {}

  // False once all names were found.
  bool goes_on() const { return count_ < names_.size(); }

  void look_at(std::string_view text) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!found_[i] && is_used(text, names_[i]) && !found_[i].exchange(true)) {
        ++count_;
      }
    }
  }

  std::vector<std::string> used() const {
    std::set<std::string> used;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (found_[i]) {
        used.insert(names_[i]);
      }
    }
    return {used.begin(), used.end()};
  }

 private:
  const std::vector<std::string>& names_;
  std::vector<std::atomic<bool>> found_;
  std::atomic<std::size_t> count_ = 0;
};

} // namespace

std::vector<std::string> find_used_names(
    const FileReader& reader,
    const FileList& files,
    const NameSearch& search,
    unsigned jobs) {
  FoundNames found(search.names);
  const std::vector<FileEntry>& all = files.files();
  for_each_chunk(
      all.size(),
      thread_count(jobs, all.size()),
      files_per_chunk,
      [&](unsigned, std::size_t begin, std::size_t end) {
        FileBuffer buffer;
        OpenDirectory nearby;
        for (std::size_t i = begin; i < end && found.goes_on(); ++i) {
          if (is_searched(all[i], search) && reader.read(
                                                 {.path = all[i].path,
                                                  .care = ReadCare::scan,
                                                  .limit = longest_file,
                                                  .size_hint = all[i].size,
                                                  .nearby = &nearby},
                                                 buffer) == ReadFailure::none) {
            found.look_at(buffer.text());
          }
        }
      });
  return found.used();
}

} // namespace migcheck
