// Each candidate is one small repair of the name; the first that the layout
// reads as a migration is the nearest.
#include "layouts/near_name.hpp"

#include "layouts/grammar.hpp"

#include <array>
#include <vector>

namespace migcheck {
namespace {

constexpr std::string_view none_of_a_name = " \t-+~#._";

// Without invisible and other foreign bytes, and without what slipped in
// before or after.
std::string plain(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F &&
        !(text.empty() && none_of_a_name.find(c) != std::string_view::npos)) {
      text += c;
    }
  }
  while (!text.empty() && text.back() == ' ') {
    text.pop_back();
  }
  return text;
}

// The name without a `.bak` and the like after `.sql`, "" when there is none.
std::string_view without_copy_ending(std::string_view name) {
  static constexpr std::array<std::string_view, 10> ends = {
      "~",
      ".bak",
      ".orig",
      ".old",
      ".rej",
      ".swp",
      ".save",
      ".tmp",
      ".txt",
      ".backup"};
  for (const std::string_view end : ends) {
    std::string_view stem = name;
    if (layouts::take_suffix(stem, end) && stem.ends_with(".sql")) {
      return stem;
    }
  }
  return "";
}

// The digits that the name begins with, "_", and the rest after separators.
std::string with_bar(std::string_view stem) {
  const std::size_t digits = leading_digits(stem);
  std::string_view title = stem.substr(digits);
  while (!title.empty() &&
         none_of_a_name.find(title[0]) != std::string_view::npos) {
    title.remove_prefix(1);
  }
  return std::string(stem.substr(0, digits)) + "_" + std::string(title);
}

// "v3_a", "V3a", "3_a" -> "V3__a".
std::string flyway_stem(std::string_view stem) {
  char kind = 'V';
  if (!stem.empty() && leading_digits(stem) == 0) {
    kind = static_cast<char>(stem[0] & ~0x20);
    stem.remove_prefix(1);
  }
  std::size_t end = leading_digits(stem);
  while (end + 1 < stem.size() && (stem[end] == '.' || stem[end] == '_') &&
         leading_digits(stem.substr(end + 1)) > 0) {
    end += 1 + leading_digits(stem.substr(end + 1));
  }
  std::string_view title = stem.substr(end);
  while (!title.empty() &&
         none_of_a_name.find(title[0]) != std::string_view::npos) {
    title.remove_prefix(1);
  }
  return kind + std::string(stem.substr(0, end)) + "__" + std::string(title);
}

// "1_a", "1-a_up", "1_a.UP" -> "1_a.up".
std::string paired_stem(std::string_view stem) {
  bool down = false;
  for (const std::string_view mark : {".down", "_down", "-down"}) {
    down = down || layouts::take_suffix_any_case(stem, mark);
  }
  for (const std::string_view mark : {".up", "_up", "-up"}) {
    if (!down && layouts::take_suffix_any_case(stem, mark)) {
      break;
    }
  }
  return with_bar(stem) + (down ? ".down" : ".up");
}

// "2024-01-31_a" -> "20240131000000_a".
std::string joined_date(std::string_view stem) {
  std::string digits;
  std::size_t at = 0;
  while (at < stem.size() && digits.size() < 14 &&
         (leading_digits(stem.substr(at)) > 0 ||
          (stem[at] == '-' && leading_digits(stem.substr(at + 1)) > 1))) {
    if (stem[at] != '-') {
      digits += stem[at];
    }
    ++at;
  }
  if (digits.size() < 8 || digits.size() == stem.size()) {
    return "";
  }
  digits.resize(14, '0');
  return with_bar(digits + std::string(stem.substr(at)));
}

// "029-30" -> "029-030".
std::string same_width(std::string_view stem) {
  const std::size_t first = leading_digits(stem);
  if (first == 0 || first == stem.size() || stem[first] != '-' ||
      !all_digits(stem.substr(first + 1))) {
    return "";
  }
  std::string from(stem.substr(0, first));
  std::string to(stem.substr(first + 1));
  const std::size_t width = std::max(from.size(), to.size());
  from.insert(0, width - from.size(), '0');
  to.insert(0, width - to.size(), '0');
  return from + "-" + to;
}

std::vector<std::string> repairs(const Layout& layout, std::string_view stem) {
  std::vector<std::string> stems = {std::string(stem)};
  const bool number = leading_digits(stem) > 0;
  switch (layout.id) {
  case LayoutId::flyway:
    if (number ||
        (stem.size() > 1 &&
         std::string_view("VvUuBb").find(stem[0]) != std::string_view::npos &&
         leading_digits(stem.substr(1)) > 0) ||
        stem.starts_with("r__") || stem.starts_with("R_")) {
      stems.push_back(flyway_stem(stem));
    }
    break;
  case LayoutId::golang_migrate:
    if (number) {
      stems.push_back(paired_stem(stem));
    }
    break;
  default:
    if (number) {
      stems.push_back(same_width(stem));
      stems.push_back(joined_date(stem));
      stems.push_back(with_bar(stem));
    } else if (
        stem.size() > 1 && (stem[0] == 'V' || stem[0] == 'v') &&
        leading_digits(stem.substr(1)) > 0) {
      stems.push_back(with_bar(stem.substr(1)));
    }
    break;
  }
  return stems;
}

bool fits(const Layout& layout, std::string_view name) {
  return layout.parse(name).verdict == NameVerdict::migration;
}

// A repair of the whole name, without `prefix`.
std::string nearest(const Layout& layout, std::string_view name) {
  std::string text = plain(name);
  std::string_view stem = text;
  if (!layouts::take_suffix_any_case(stem, ".sql") || stem.empty()) {
    return "";
  }
  for (const std::string& repaired : repairs(layout, stem)) {
    std::string candidate = repaired + ".sql";
    if (!repaired.empty() && candidate != name && fits(layout, candidate)) {
      return candidate;
    }
  }
  return "";
}

// What is left of the name is a migration's but for its ending.
bool is_stray(const Layout& layout, std::string_view name) {
  std::string_view stem = name;
  if (!name.ends_with(".sql") && layouts::take_suffix_any_case(stem, ".sql")) {
    return fits(layout, std::string(stem) + ".sql");
  }
  stem = without_copy_ending(name);
  return !stem.empty() && fits(layout, stem);
}

} // namespace

NearName near_name(
    const Layout& layout, std::string_view name, std::string_view prefix) {
  const bool has_prefix = name.starts_with(prefix);
  const std::string_view rest = has_prefix ? name.substr(prefix.size()) : name;
  if (fits(layout, rest) && has_prefix) {
    return {};
  }
  if (is_stray(layout, rest)) {
    return {.slip = NameSlip::stray, .name = {}};
  }
  // Any name is one to these; another beginning is another kind of file.
  if (!has_prefix || layout.folders) {
    return {};
  }
  std::string near = nearest(layout, rest);
  if (near.empty()) {
    return {};
  }
  return {.slip = NameSlip::misnamed, .name = std::string(prefix) + near};
}

} // namespace migcheck
