#include "lists/count_directories.hpp"

#include "lists/count_words.hpp"
#include "lists/words.hpp"
#include "model/path_words.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : lower_case(text)) {
    if (is_letter(c) || is_digit(c)) {
      letters += c;
    }
  }
  return letters;
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

// "sqlite" and "sqlite3", "postgres" and "postgresql".
bool same_word(std::string_view word, std::string_view part) {
  constexpr std::size_t least = 4;
  constexpr std::size_t longest_tail = 3;
  const std::string_view shorter = word.size() < part.size() ? word : part;
  const std::string_view longer = word.size() < part.size() ? part : word;
  return word == part ||
         (shorter.size() >= least && longer.starts_with(shorter) &&
          longer.size() - shorter.size() <= longest_tail);
}

// `parts` are the letters of a directory's path.
bool names(const std::string& letters, const std::vector<std::string>& parts) {
  return !letters.empty() &&
         std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
           return same_word(letters, part);
         });
}

// Words that every name of a count may hold say nothing of a directory.
bool may_name(const std::string& word) {
  const CountSense sense = count_sense({word});
  return !sense.topic && !sense.level && !sense.newest && !sense.amount &&
         !sense.lowest && word.size() > 1;
}

std::size_t
common_parts(std::string_view path, const MigrationDirectory& directory) {
  const auto a = parts_of(path.substr(0, path.rfind('/') + 1));
  const auto b = parts_of(directory.path);
  const auto [end, other] =
      std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  (void)other;
  return static_cast<std::size_t>(end - a.begin());
}

// Dialect variants, or copies of one line of migrations.
bool are_twins(const DirectoryNumbers& a, const DirectoryNumbers& b) {
  const std::string& family = a.directory->family;
  return (!family.empty() && family == b.directory->family) ||
         (a.versions == b.versions && a.counts == b.counts);
}

} // namespace

CountDirectories::CountDirectories(
    const std::vector<MigrationDirectory>& directories) {
  for (const MigrationDirectory& directory : directories) {
    if (directory.archived) {
      continue;
    }
    numbers_.push_back(count_directory(directory));
    std::vector<std::string>& letters = letters_.emplace_back();
    for (const std::string_view part : parts_of(directory.path)) {
      letters.push_back(letters_of(part));
    }
    for (std::string& word : split_words(directory.path)) {
      words_.push_back(std::move(word));
    }
  }
}

Chosen CountDirectories::of_path(std::string_view path) const {
  Chosen chosen;
  for (const DirectoryNumbers& numbers : numbers_) {
    if (numbers.directory->path == path) {
      chosen.push_back(&numbers);
    }
  }
  return chosen;
}

Chosen CountDirectories::named_by_key(std::string_view key) const {
  Chosen chosen;
  const std::string letters = letters_of(key);
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (names(letters, letters_[i])) {
      chosen.push_back(&numbers_[i]);
    }
  }
  const auto dialect = dialect_of_path(key);
  if (!chosen.empty() || !dialect) {
    return chosen;
  }
  for (const DirectoryNumbers& numbers : numbers_) {
    if (dialect_of_path(numbers.directory->path) == dialect) {
      chosen.push_back(&numbers);
    }
  }
  return chosen;
}

Chosen
CountDirectories::named_by_words(const std::vector<std::string>& words) const {
  std::vector<std::string> naming;
  for (const std::string& word : words) {
    if (may_name(word)) {
      naming.push_back(letters_of(word));
    }
  }
  std::vector<std::size_t> scores;
  for (const std::vector<std::string>& parts : letters_) {
    const auto score = std::count_if(
        naming.begin(), naming.end(), [&](const std::string& letters) {
          return names(letters, parts);
        });
    scores.push_back(static_cast<std::size_t>(score));
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  Chosen chosen;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] == *best) {
      chosen.push_back(&numbers_[i]);
    }
  }
  return chosen;
}

const Fitting*
nearest(const std::vector<Fitting>& fitting, std::string_view path) {
  const Fitting* best = nullptr;
  std::size_t most = 0;
  bool tie = false;
  for (const Fitting& one : fitting) {
    const std::size_t here = common_parts(path, *one.numbers->directory);
    if (best == nullptr || here > most) {
      best = &one;
      most = here;
      tie = false;
    } else if (here == most) {
      tie = tie || !are_twins(*one.numbers, *best->numbers);
    }
  }
  return tie ? nullptr : best;
}

bool has_nearer_dialect(
    const DirectoryNumbers& numbers,
    const Chosen& chosen,
    std::string_view path) {
  const auto dialect = dialect_of_path(numbers.directory->path);
  const std::size_t here = common_parts(path, *numbers.directory);
  return dialect.has_value() &&
         std::any_of(
             chosen.begin(), chosen.end(), [&](const DirectoryNumbers* other) {
               const auto theirs = dialect_of_path(other->directory->path);
               return theirs.has_value() && theirs != dialect &&
                      common_parts(path, *other->directory) > here;
             });
}

bool is_nearest(
    const DirectoryNumbers& numbers,
    const Chosen& chosen,
    std::string_view path) {
  const std::size_t here = common_parts(path, *numbers.directory);
  return std::all_of(
      chosen.begin(), chosen.end(), [&](const DirectoryNumbers* other) {
        return are_twins(numbers, *other) ||
               common_parts(path, *other->directory) < here;
      });
}

} // namespace migcheck::lists
