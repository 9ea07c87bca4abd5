// Around each hit of the search the whole name is cut out and looked up.
#include "lists/prefilter.hpp"

#include "lists/search.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

constexpr std::size_t longest_name = 255;
constexpr std::size_t longest_version = 40;

bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' ||
         static_cast<unsigned char>(c) > 127;
}

bool is_word_byte(char c) {
  return is_name_byte(c) && c != '-' && c != '.';
}

// "digits, separator, a letter": how most runners begin a name; the letter V
// may stand before.
bool is_shaped(std::string_view name) {
  std::size_t at = !name.empty() && (name[0] == 'V' || name[0] == 'v') ? 1 : 0;
  const std::size_t digits = at;
  while (at < name.size() && is_digit(name[at])) {
    ++at;
  }
  const bool numbered = at > digits;
  std::size_t letter = at;
  while (letter < name.size() && (name[letter] == '_' || name[letter] == '-')) {
    ++letter;
  }
  return numbered && letter > at && letter < name.size() &&
         is_word_byte(name[letter]);
}

// Where in "App.Migrations.001_ants.sql" the file's own name begins; 0 in any
// other name.
std::size_t resource_dot(std::string_view name) {
  if (!name.ends_with(".sql") || is_digit(name.front())) {
    return 0;
  }
  for (std::size_t dot = name.find('.'); dot < name.size();
       dot = name.find('.', dot + 1)) {
    if (is_shaped(name.substr(dot + 1))) {
      return dot + 1;
    }
  }
  return 0;
}

class MentionFinder {
 public:
  MentionFinder(std::string_view text, const KnownNames& names)
      : text_(text), names_(names), search_(text) {}

  Mentions find() {
    SearchHit hit;
    while (!found_.worth_lexing() && search_.next(hit)) {
      if (hit.at >= behind_ &&
          (hit.key == SearchKey::sql || stem_begins(hit.at))) {
        found_.any = true;
        name_around(hit.at);
      }
    }
    return found_;
  }

  std::size_t count(std::size_t enough) {
    std::size_t count = 0;
    SearchHit hit;
    while (count < enough && search_.next(hit)) {
      if (hit.at < behind_ ||
          (hit.key == SearchKey::stem && !stem_begins(hit.at))) {
        continue;
      }
      const std::string_view name = cut(hit.at);
      const bool shaped = name.ends_with(".sql") && is_shaped(name);
      count += shaped || names_.contains(name) ? 1 : 0;
    }
    return count;
  }

 private:
  // The name that the byte at `at` is part of.
  std::string_view cut(std::size_t at) {
    std::size_t begin = at;
    const std::size_t first =
        std::max(behind_, at - std::min(at, longest_name));
    while (begin > first && is_name_byte(text_[begin - 1])) {
      --begin;
    }
    std::size_t end = at;
    const std::size_t last = std::min(text_.size(), at + longest_name);
    while (end < last && is_name_byte(text_[end])) {
      ++end;
    }
    behind_ = end;
    while (end > begin && text_[end - 1] == '.') {
      --end; // the end of a sentence
    }
    while (begin < end && (text_[begin] == '.' || text_[begin] == '-')) {
      ++begin;
    }
    return text_.substr(begin, end - begin);
  }

  // Digits at the start of a literal or of a path's last part: int64_t and the
  // like are far more frequent.
  bool stem_begins(std::size_t at) const {
    const std::size_t first = at - std::min(at, longest_version);
    while (at > first && is_digit(text_[at - 1])) {
      --at;
    }
    constexpr std::string_view marks = "\"'`/\\-_ Vv\n\t>[(,=:{";
    const char before = at == 0 ? '\n' : text_[at - 1];
    return marks.find(before) < marks.size();
  }

  void name_around(std::size_t at) {
    std::string_view name = cut(at);
    std::uint32_t known = names_.find(name);
    if (known == 0) {
      name.remove_prefix(resource_dot(name));
      known = names_.find(name);
    }
    if (known != 0) {
      found_.known += found_.known == 0 || known != found_.name ? 1 : 0;
      found_.name = known;
    } else if (name.ends_with(".sql") && is_shaped(name)) {
      add_shaped(name);
    }
  }

  void add_shaped(std::string_view name) {
    const auto end = shaped_.begin() + found_.shaped;
    if (std::find(shaped_.begin(), end, name) == end) {
      *end = name;
      ++found_.shaped;
    }
  }

  std::string_view text_;
  const KnownNames& names_;
  KeySearch search_;
  std::size_t behind_ = 0; // the last name that was cut out ends here
  std::array<std::string_view, 4> shaped_{};
  Mentions found_;
};

} // namespace

Mentions find_mentions(std::string_view text, const KnownNames& names) {
  return MentionFinder(text, names).find();
}

bool holds_versions(std::string_view sql) {
  constexpr std::size_t least_digits = 3;
  constexpr std::size_t long_version = 8;
  int found = 0;
  for (std::size_t at = sql.find('\''); at < sql.size() && found < 2;
       at = sql.find('\'', at + 1)) {
    std::size_t end = at + 1;
    while (end < sql.size() && is_digit(sql[end])) {
      ++end;
    }
    const std::size_t digits = end - at - 1;
    const char next = end < sql.size() ? sql[end] : '\0';
    const bool words = digits >= least_digits && next == ' ';
    found += words || (digits >= long_version && next == '\'') ? 1 : 0;
  }
  return found >= 2;
}

std::size_t count_names(
    std::string_view text, const KnownNames& names, std::size_t enough) {
  return MentionFinder(text, names).count(enough);
}

} // namespace migcheck::lists
