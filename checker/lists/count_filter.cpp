#include "lists/count_filter.hpp"

#include "lists/search.hpp"
#include "text/ascii.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace migcheck::lists {
namespace {

// How far before a number its word may stand: a table's name before its rows.
constexpr std::size_t reach = 600;

// The same for words that code is full of, such as `level`.
constexpr std::size_t common_reach = 120;

bool begins_with(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() - at < word.size()) {
    return false;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (fold_letter(text[at + i]) != word[i]) {
      return false;
    }
  }
  return true;
}

// Words that begin with these are told from others, sorted.
constexpr std::array<std::string_view, 16> folder_words = {
    "database",
    "datastore",
    "db",
    "flyway",
    "maria",
    "migrat",
    "mysql",
    "patch",
    "persist",
    "pg",
    "postgres",
    "schema",
    "sql",
    "storage",
    "store",
    "upgrad"};

// In file names, these too.
constexpr std::array<std::string_view, 10> file_words = {
    "app",
    "config",
    "const",
    "init",
    "install",
    "lib",
    "main",
    "setup",
    "updat",
    "version"};

// Where the words with each first letter begin; the last is their number.
using FirstLetters = std::array<std::uint8_t, 27>;

template <std::size_t size>
constexpr FirstLetters
index_words(const std::array<std::string_view, size>& words) {
  FirstLetters first{};
  for (const std::string_view word : words) {
    const auto letter = static_cast<std::size_t>(word.front() - 'a');
    for (std::size_t i = letter + 1; i < first.size(); ++i) {
      ++first[i];
    }
  }
  return first;
}

constexpr FirstLetters folder_index = index_words(folder_words);
constexpr FirstLetters file_index = index_words(file_words);

template <std::size_t size>
bool begins_with_any(
    std::string_view text,
    std::size_t letter,
    const std::array<std::string_view, size>& words,
    const FirstLetters& index) {
  for (std::size_t i = index[letter]; i < index[letter + 1]; ++i) {
    if (begins_with(text, 0, words[i])) {
      return true;
    }
  }
  return false;
}

enum class PathPart : bool { folder, file };

// The first two letters of words: few words of a path begin so.
constexpr std::size_t letters = 26;
using FirstPairs = std::array<bool, letters * letters>;

template <std::size_t size>
constexpr void
add_pairs(const std::array<std::string_view, size>& words, FirstPairs& pairs) {
  for (const std::string_view word : words) {
    pairs
        [static_cast<std::size_t>(word[0] - 'a') * letters +
         static_cast<std::size_t>(word[1] - 'a')] = true;
  }
}

constexpr FirstPairs folder_pairs = [] {
  FirstPairs pairs{};
  add_pairs(folder_words, pairs);
  return pairs;
}();

constexpr FirstPairs file_pairs = [] {
  FirstPairs pairs = folder_pairs;
  add_pairs(file_words, pairs);
  return pairs;
}();

// A word begins at a letter behind none, or at a capital behind a small one.
bool speaks(std::string_view text, PathPart part) {
  const FirstPairs& pairs = part == PathPart::file ? file_pairs : folder_pairs;
  bool inside = false; // behind a letter
  bool small = false;  // behind a small one
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const unsigned letter = static_cast<unsigned>(fold_letter(c)) - 'a';
    const bool capital = c <= 'Z';
    const bool begins = letter < 26 && (!inside || (capital && small));
    inside = letter < 26;
    small = !capital;
    if (!begins || at + 1 == text.size()) {
      continue;
    }
    const unsigned second =
        static_cast<unsigned>(fold_letter(text[at + 1])) - 'a';
    if (second >= letters || !pairs[letter * letters + second]) {
      continue;
    }
    const std::string_view rest(text.data() + at, text.size() - at);
    if (begins_with_any(rest, letter, folder_words, folder_index) ||
        (part == PathPart::file &&
         begins_with_any(rest, letter, file_words, file_index))) {
      return true;
    }
  }
  return false;
}

// The second letter of the topic word that begins with a byte; 0 where none
// does.
constexpr std::array<char, 256> second_letters = [] {
  constexpr std::array<std::string_view, 6> beginnings = {
      "ve", "sc", "mi", "pa", "le", "re"};
  std::array<char, 256> table{};
  for (const std::string_view two : beginnings) {
    table[static_cast<unsigned char>(two[0])] = two[1];
    table[static_cast<unsigned char>(two[0] - 'a' + 'A')] = two[1];
  }
  return table;
}();

// Where words stand that say what a number counts.
class TopicWords {
 public:
  explicit TopicWords(std::string_view text) : text_(text) {}

  // True when one stands within reach before `at`, or behind it up to `end`.
  bool near(std::size_t at, std::size_t end) {
    for (; seen_ < end; ++seen_) {
      const char second =
          second_letters[static_cast<unsigned char>(text_[seen_])];
      if (second == 0 || seen_ + 1 == text_.size() ||
          fold_letter(text_[seen_ + 1]) != second) {
        continue;
      }
      if (const std::size_t far = reach_at(seen_)) {
        reached_ = std::max(reached_, seen_ + far);
      }
    }
    return reached_ > 0 && reached_ >= at;
  }

 private:
  // How far a word that stands here reaches; 0 where none does.
  std::size_t reach_at(std::size_t at) const {
    const auto stands = [&](std::string_view word, std::size_t far) {
      return begins_with(text_, at, word) ? far : 0;
    };
    switch (fold_letter(text_[at])) {
    case 'v':
      return stands("version", common_reach);
    case 's':
      return stands("schema", reach);
    case 'm':
      return std::max(
          stands("migrat", reach), stands("migcheck", reach)); // an annotation
    case 'p':
      return stands("patch", common_reach);
    case 'l':
      return stands("level", common_reach);
    case 'r':
      return stands("revision", common_reach);
    default:
      return 0;
    }
  }

  std::string_view text_;
  std::size_t seen_ = 0;
  std::size_t reached_ = 0; // the last byte that a word reaches
};

bool continues_number(char c) {
  return is_digit(c) || is_letter(c) || c == '_';
}

// No end of a word, of 1.26 or of -26.
bool begins_number(std::string_view text, std::size_t at) {
  if (at == 0) {
    return true;
  }
  const char before = text[at - 1];
  return !continues_number(before) &&
         static_cast<unsigned char>(before) < 128 &&
         ((before != '.' && before != '-') || at == 1 ||
          !continues_number(text[at - 2]));
}

// No beginning of 26.1.
bool ends_number(std::string_view text, std::size_t end) {
  return end + 1 >= text.size() || (text[end] != '.' && text[end] != '-') ||
         !is_digit(text[end + 1]);
}

// Digits and dots from `begin` on.
std::string_view dotted_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) {
    ++end;
  }
  while (end > begin && text[end - 1] == '.') {
    --end;
  }
  return text.substr(begin, end - begin);
}

} // namespace

CountPlaces::CountPlaces(const std::vector<MigrationDirectory>& directories) {
  for (const MigrationDirectory& directory : directories) {
    add(directory.path);
  }
  std::sort(parents_.begin(), parents_.end());
}

void CountPlaces::add(std::string_view directory) {
  any_ = true;
  const std::string_view parent = parent_folder(directory);
  if (!parent.empty()) {
    parents_.push_back(parent);
  }
  for (std::string_view at = directory; !at.empty(); at = parent_folder(at)) {
    above_.insert(at);
  }
  above_.insert(std::string_view());
}

bool CountPlaces::is_near(std::string_view folder) const {
  if (above_.count(folder) != 0 || speaks(folder, PathPart::folder)) {
    return true;
  }
  return std::any_of(
      parents_.begin(), parents_.end(), [&](std::string_view parent) {
        return folder.size() > parent.size() && folder.starts_with(parent) &&
               folder[parent.size()] == '/';
      });
}

bool CountPlaces::hold(std::string_view path, FolderMemory& memory) const {
  if (!any_) {
    return false;
  }
  const std::string_view folder = parent_folder(path);
  if (!memory.known || memory.folder != folder) {
    memory = {folder, true, is_near(folder)};
  }
  return memory.near || speaks(
                            path.substr(folder.empty() ? 0 : folder.size() + 1),
                            PathPart::file);
}

bool may_count(std::string_view text, const NearNumbers& numbers) {
  TopicWords topics(text);
  std::size_t line_end = 0; // of the last number that was looked up
  for (std::size_t at = find_digit(text, 0); at < text.size();
       at = find_digit(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && continues_number(text[at])) {
      ++at;
    }
    if (at - begin < numbers.fewest_digits() || !begins_number(text, begin)) {
      continue;
    }
    if (!ends_number(text, at)) {
      if (numbers.has_dotted_versions() &&
          numbers.is_dotted_version(dotted_at(text, begin))) {
        return true;
      }
      continue;
    }
    const std::string_view word = text.substr(begin, at - begin);
    const auto number = read_number(word);
    if (!number) {
      continue;
    }
    if (word[0] == '0' && numbers.is_padded_version(word)) {
      return true;
    }
    if (!numbers.contains(*number)) {
      continue;
    }
    if (line_end < at) {
      line_end = std::min(text.find('\n', at), text.size());
    }
    if (topics.near(begin, line_end)) {
      return true;
    }
  }
  return false;
}

} // namespace migcheck::lists
