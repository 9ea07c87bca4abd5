#include "lists/count_numbers.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace migcheck::lists {
namespace {

// Below, a constant names anything: no file is worth a look for them.
constexpr std::uint64_t least = 2;

constexpr std::size_t least_padded = 4; // digits

constexpr std::uint64_t least_timestamp = 10'000'000; // 20240131

bool is_suffix(std::string_view text) {
  constexpr std::array<std::string_view, 17> suffixes = {
      "",
      "i8",
      "i16",
      "i32",
      "i64",
      "u8",
      "u16",
      "u32",
      "u64",
      "u",
      "U",
      "l",
      "L",
      "UL",
      "n",
      "isize",
      "usize"};
  return std::find(suffixes.begin(), suffixes.end(), text) != suffixes.end();
}

bool add_digit(std::uint64_t& number, char digit) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const auto value = static_cast<std::uint64_t>(digit - '0');
  if (number > (most - value) / 10) {
    return false;
  }
  number = 10 * number + value;
  return true;
}

std::size_t digits_of(std::uint64_t number) {
  std::size_t digits = 1;
  for (; number > 9; number /= 10) {
    ++digits;
  }
  return digits;
}

void add_numbered(
    const std::vector<Migration>& migrations,
    std::vector<std::pair<std::uint64_t, const Migration*>>& out) {
  for (const Migration& migration : migrations) {
    const auto number = read_number(migration.version);
    if (number && migration.kind != MigrationKind::repeatable &&
        migration.kind != MigrationKind::undo) {
      out.emplace_back(*number, &migration);
    }
  }
}

bool is_dotted(std::string_view version) {
  return version.find('.') != std::string_view::npos &&
         std::all_of(version.begin(), version.end(), [](char c) {
           return is_digit(c) || c == '.';
         });
}

// "1.12", "1.13", in the runner's order; no "2.28--2.29" and the like.
void add_dotted(DirectoryNumbers& numbers) {
  for (const Migration& migration : numbers.directory->migrations) {
    const bool again = !numbers.newest_last.empty() &&
                       numbers.newest_last.back()->version == migration.version;
    if (!again && is_dotted(migration.version)) {
      numbers.newest_last.push_back(&migration);
    }
  }
}

// 9999 and the like behind 42: a place kept at the end, no newest version.
void drop_sentinels(DirectoryNumbers& numbers) {
  auto& versions = numbers.versions;
  while (versions.size() > 2 && versions.back() < least_timestamp) {
    const std::uint64_t last = versions.back();
    const std::uint64_t before = versions[versions.size() - 2];
    const bool far = last >= 100 && last / 10 >= before;
    const bool nines = last == 999 || last == 9999 || last == 99999;
    if (!far && !(nines && before + 1 < last)) {
      return;
    }
    versions.pop_back();
    numbers.newest_last.pop_back();
  }
}

void count_versions(DirectoryNumbers& numbers) {
  std::vector<std::pair<std::uint64_t, const Migration*>> all;
  add_numbered(numbers.directory->migrations, all);
  add_numbered(numbers.directory->code, all);
  const std::size_t size =
      numbers.directory->migrations.size() + numbers.directory->code.size();
  if (2 * all.size() <= size) {
    add_dotted(numbers);
    return;
  }
  const auto by_version = [](const auto& a, const auto& b) {
    return a.first < b.first;
  };
  if (!std::is_sorted(all.begin(), all.end(), by_version)) {
    std::stable_sort(all.begin(), all.end(), by_version);
  }
  for (const auto& [version, migration] : all) {
    if (numbers.versions.empty() || numbers.versions.back() != version) {
      numbers.versions.push_back(version);
      numbers.newest_last.push_back(migration);
    }
  }
  drop_sentinels(numbers);
}

void count_files(DirectoryNumbers& numbers) {
  std::uint64_t files = 0;
  std::uint64_t repeatable = 0;
  for (const Migration& migration : numbers.directory->migrations) {
    switch (migration.kind) {
    case MigrationKind::repeatable:
      ++repeatable;
      break;
    case MigrationKind::undo:
      break;
    default:
      ++files;
    }
  }
  const std::uint64_t code = numbers.directory->code.size();
  for (const std::uint64_t count :
       {files,
        std::uint64_t{numbers.versions.size()},
        files + code,
        files + repeatable}) {
    const auto& known = numbers.counts;
    if (count > 0 &&
        std::find(known.begin(), known.end(), count) == known.end()) {
      numbers.counts.push_back(count);
    }
  }
  if (numbers.counts.empty()) {
    numbers.counts.push_back(0);
  }
}

} // namespace

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t number = 0;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool joint = text[at] == '_' && at > 0 && at + 1 < text.size() &&
                       is_digit(text[at + 1]);
    if (joint) {
      continue;
    }
    if (!is_digit(text[at])) {
      break;
    }
    if (!add_digit(number, text[at])) {
      return std::nullopt;
    }
  }
  std::string_view suffix = text.substr(at);
  if (suffix.starts_with('_')) {
    suffix.remove_prefix(1); // 7_i64
  }
  return at > 0 && is_suffix(suffix) ? std::optional(number) : std::nullopt;
}

DirectoryNumbers count_directory(const MigrationDirectory& directory) {
  DirectoryNumbers numbers;
  numbers.directory = &directory;
  numbers.schema_row = directory.layout == LayoutId::flyway;
  count_versions(numbers);
  count_files(numbers);
  numbers.timestamps =
      numbers.has_versions() && numbers.highest() >= least_timestamp;
  return numbers;
}

NearNumbers::NearNumbers(const std::vector<MigrationDirectory>& directories) {
  for (const MigrationDirectory& directory : directories) {
    add(directory);
  }
  sort();
}

void NearNumbers::add(
    const std::vector<const MigrationDirectory*>& directories) {
  for (const MigrationDirectory* directory : directories) {
    add(*directory);
  }
  sort();
}

void NearNumbers::add(const MigrationDirectory& directory) {
  if (!directory.archived) {
    add(count_directory(directory));
  }
}

void NearNumbers::sort() {
  std::sort(large_.begin(), large_.end());
  std::sort(padded_.begin(), padded_.end());
  std::sort(dotted_.begin(), dotted_.end());
}

void NearNumbers::add(const DirectoryNumbers& numbers) {
  for (const std::uint64_t count : numbers.counts) {
    add_around(count, most_newer);
  }
  add_texts(numbers);
  if (!numbers.has_versions()) {
    return;
  }
  if (!numbers.timestamps) {
    add_around(numbers.highest(), most_off);
  }
  const std::size_t size = numbers.versions.size();
  for (std::size_t i = size - std::min(size, most_newer + 1); i < size; ++i) {
    add_around(numbers.versions[i], 0);
  }
}

// From `below` under a number to what it may be with one or two forgotten
// files.
void NearNumbers::add_around(std::uint64_t number, std::uint64_t below) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t above =
      below == 0 ? 0 : std::min(most_off, most - number);
  below = std::min(number, below);
  for (std::uint64_t i = 0; i <= below + above; ++i) {
    const std::uint64_t n = number - below + i;
    if (n < least) {
      continue;
    }
    fewest_ = std::min(fewest_, digits_of(n));
    if (n / 64 < small_.size()) {
      small_[n / 64] |= std::uint64_t{1} << n % 64;
    } else {
      large_.push_back(n);
    }
  }
}

void NearNumbers::add_texts(const DirectoryNumbers& numbers) {
  const auto& all = numbers.newest_last;
  for (std::size_t i = all.size() - std::min(all.size(), most_newer + 1);
       i < all.size();
       ++i) {
    const std::string_view text = all[i]->version_text;
    if (!numbers.has_versions()) {
      fewest_ = 1;
      dotted_.push_back(text);
      dotted_.push_back(all[i]->version);
    } else if (text.size() >= least_padded && text.front() == '0') {
      padded_.push_back(text);
    }
  }
}

bool NearNumbers::contains(std::uint64_t number) const {
  return number / 64 < small_.size()
             ? (small_[number / 64] >> number % 64 & 1) != 0
             : std::binary_search(large_.begin(), large_.end(), number);
}

bool NearNumbers::is_dotted_version(std::string_view digits) const {
  return std::binary_search(dotted_.begin(), dotted_.end(), digits);
}

bool NearNumbers::is_padded_version(std::string_view digits) const {
  return std::binary_search(padded_.begin(), padded_.end(), digits);
}

std::uint64_t NearNumbers::key() const {
  ContentHash hash;
  add_to(hash);
  return hash.key().first;
}

void NearNumbers::add_to(ContentHash& hash) const {
  hash.add_number(fewest_);
  for (const std::uint64_t bits : small_) {
    hash.add_number(bits);
  }
  hash.add_number(large_.size());
  for (const std::uint64_t number : large_) {
    hash.add_number(number);
  }
  for (const auto* versions : {&padded_, &dotted_}) {
    hash.add_number(versions->size());
    for (const std::string_view version : *versions) {
      hash.add(version);
    }
  }
}

} // namespace migcheck::lists
