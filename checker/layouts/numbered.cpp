// No known runner: a number, a dotted number or a date, a separator, a title.
// `numbered` and `timestamped` read names alike; what most versions of a
// directory are decides between them.
#include "layouts/grammar.hpp"
#include "layouts/timestamp.hpp"
#include "text/ascii.hpp"

#include <array>

namespace migcheck::layouts {
namespace {

constexpr std::string_view separators = "_-.";

bool is_separator(char c) {
  return separators.find(c) != std::string_view::npos;
}

// Takes `.up`, `.down`, `-down`, `_undo` … off a stem. "_up" and "-up" stay
// in the title: "sign_up" is one.
Direction take_direction(std::string_view& stem) {
  static constexpr std::array<std::string_view, 11> down = {
      ".down",
      "-down",
      "_down",
      ".undo",
      "_undo",
      "-undo",
      ".rollback",
      "_rollback",
      "-rollback",
      ".revert",
      "_revert"};
  for (const std::string_view suffix : down) {
    if (take_suffix(stem, suffix)) {
      return Direction::down;
    }
  }
  take_suffix(stem, ".up");
  return Direction::up;
}

ParsedName finish(
    std::string_view stem,
    std::size_t length,
    std::string version,
    Direction direction) {
  std::string_view title = stem.substr(length);
  while (!title.empty() && is_separator(title[0])) {
    title.remove_prefix(1);
  }
  return {
      .verdict = NameVerdict::migration,
      .version_text = stem.substr(0, length),
      .version = std::move(version),
      .title = title,
      .direction = direction};
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
    }
  }
  return digits;
}

// The length of digits with single dots between them.
std::size_t dotted_length(std::string_view stem) {
  std::size_t at = leading_digits(stem);
  while (at + 1 < stem.size() && stem[at] == '.' &&
         leading_digits(stem.substr(at + 1)) > 0) {
    at += 1 + leading_digits(stem.substr(at + 1));
  }
  return at;
}

std::string canonical_parts(std::string_view text) {
  std::string version;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("._-");
    const std::string_view part = text.substr(0, end);
    version += version.empty() ? "" : ".";
    version += all_digits(part) ? canonical_decimal(part) : std::string(part);
    text = end == std::string_view::npos ? std::string_view()
                                         : text.substr(end + 1);
  }
  return version;
}

// "029-030" leads from one version to the next; "030-029" is the way back.
ParsedName parse_step(std::string_view stem, std::size_t digits) {
  const std::string_view from = stem.substr(0, digits);
  const std::string_view to = stem.substr(digits + 1);
  if (from.size() != to.size()) {
    return skipped("two numbers of different width");
  }
  const bool forward = std::is_lt(compare_decimal(from, to));
  return {
      .verdict = NameVerdict::migration,
      .version_text = forward ? to : from,
      .version = canonical_decimal(forward ? to : from),
      .direction = forward ? Direction::up : Direction::down};
}

// "1.0--1.1" of a database extension: the step itself is the version.
ParsedName parse_extension(std::string_view stem) {
  return {
      .verdict = NameVerdict::migration,
      .version_text = stem,
      .version = std::string(stem)};
}

// The length of a time of day and what joins it to its date: "-0930",
// "_093000". 0 when there is none.
std::size_t joined_time(std::string_view rest) {
  const bool joint =
      rest.starts_with('-') || rest.starts_with('_') || rest.starts_with('T');
  const std::size_t digits = joint ? leading_digits(rest.substr(1)) : 0;
  const bool ends = digits + 1 >= rest.size() || is_separator(rest[digits + 1]);
  return (digits == 4 || digits == 6) && ends ? digits + 1 : 0;
}

// "2024-01-31_01_a": a number within the day, of up to three digits.
ParsedName
parse_date(std::string_view stem, std::size_t length, Direction direction) {
  length += joined_time(stem.substr(length));
  std::string version = digits_of(stem.substr(0, length));
  const std::string_view rest = stem.substr(length);
  const std::size_t inner =
      rest.starts_with('_') ? leading_digits(rest.substr(1)) : 0;
  if (inner > 0 && inner <= 3 && inner + 1 < rest.size() &&
      rest[inner + 1] == '_') {
    version += "." + canonical_decimal(rest.substr(1, inner));
    length += inner + 1;
  }
  return finish(stem, length, std::move(version), direction);
}

bool is_day(std::string_view digits) {
  const auto read = read_timestamp(digits);
  return digits.size() == 8 && read && read->possible;
}

// Letters of what comes before a release: "rc", "pr".
std::size_t leading_letters(std::string_view text) {
  static constexpr std::array<std::string_view, 7> words = {
      "rc", "pre", "pr", "alpha", "beta", "dev", "next"};
  for (const std::string_view word : words) {
    if (text.starts_with(word)) {
      return word.size();
    }
  }
  return 0;
}

// "10.2-4": a step within a release; "1.5.2-rc1": one before it.
std::size_t with_step(std::string_view stem, std::size_t length) {
  const std::string_view rest = stem.substr(length);
  if (!rest.starts_with('-')) {
    return length;
  }
  const std::size_t letters = leading_letters(rest.substr(1));
  const std::size_t end =
      1 + letters + leading_digits(rest.substr(1 + letters));
  const bool ends = end >= rest.size() || is_separator(rest[end]);
  return end > 1 && ends ? length + end : length;
}

ParsedName parse_stem(std::string_view stem) {
  const Direction direction = take_direction(stem);
  if (const std::size_t date = dashed_date(stem); date > 0) {
    return parse_date(stem, date, direction);
  }
  const std::size_t digits = leading_digits(stem);
  if (digits == 0) {
    return skipped("the name does not begin with a number");
  }
  if (is_day(stem.substr(0, digits))) {
    return parse_date(stem, digits, direction);
  }
  std::size_t length = dotted_length(stem);
  if (length > digits) {
    length = with_step(stem, length);
  }
  const std::string_view rest = stem.substr(length);
  if (rest.starts_with("--") &&
      (length > digits || leading_digits(rest.substr(2)) > 0)) {
    return parse_extension(stem);
  }
  if (length > digits) {
    // "03.04.00_50_post_x": a number within the release.
    const std::size_t inner =
        rest.starts_with('_') ? leading_digits(rest.substr(1)) : 0;
    const bool counts =
        inner > 0 && inner + 1 < rest.size() && rest[inner + 1] == '_';
    length += counts ? inner + 1 : 0;
    return finish(
        stem, length, canonical_parts(stem.substr(0, length)), direction);
  }
  if (rest.starts_with('-') && all_digits(rest.substr(1))) {
    return parse_step(stem, digits);
  }
  if (rest.empty() || is_separator(rest[0])) {
    return finish(
        stem, digits, canonical_decimal(stem.substr(0, digits)), direction);
  }
  // "012b_fix" comes after "012_x" and before "013_y", on purpose.
  if (rest.size() > 1 && rest[0] >= 'a' && rest[0] <= 'z' &&
      is_separator(rest[1])) {
    return finish(
        stem,
        digits + 1,
        canonical_decimal(stem.substr(0, digits)) + "." + rest[0],
        direction);
  }
  return skipped("no separator after the number");
}

ParsedName parse(std::string_view name) {
  std::string_view stem = name;
  if (take_suffix(stem, ".sql")) {
    return parse_stem(stem);
  }
  return is_common_companion(name) ? companion()
                                   : skipped("the name does not end in .sql");
}

} // namespace

const Layout numbered = {
    .id = LayoutId::numbered,
    .name = "numbered",
    .parse = parse,
    .compare = by_dotted,
    .sequential_gaps = true,
    .own_order = false};

} // namespace migcheck::layouts
