// Sqitch reads a line by one pattern with parts that may be missing, tries the
// longest name first, and then looks whether the time and the planner were
// among what matched. So a line is refused when the first reading lacks one of
// them, even if a shorter name had left both.
#include "journals/sqitch_line.hpp"

#include "model/day.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <set>

namespace migcheck {
namespace {

constexpr std::string_view time_form = "0000-00-00T00:00:00Z";

// What [[:blank:]] takes besides space and tab.
constexpr std::string_view wide_blanks[] = {
    "\xc2\xa0",
    "\xe1\x9a\x80",
    "\xe2\x80\x80",
    "\xe2\x80\x81",
    "\xe2\x80\x82",
    "\xe2\x80\x83",
    "\xe2\x80\x84",
    "\xe2\x80\x85",
    "\xe2\x80\x86",
    "\xe2\x80\x87",
    "\xe2\x80\x88",
    "\xe2\x80\x89",
    "\xe2\x80\x8a",
    "\xe2\x80\xaf",
    "\xe2\x81\x9f",
    "\xe3\x80\x80"};

bool is_time(std::string_view text) {
  return text.size() == time_form.size() &&
         std::equal(
             text.begin(), text.end(), time_form.begin(), [](char c, char f) {
               return f == '0' ? is_digit(c) : c == f;
             });
}

int two_digits(std::string_view text) {
  return (text[0] - '0') * 10 + (text[1] - '0');
}

// Seconds of 60 are there at the end of a few days only: they pass at the end
// of any. The year 0 is one, and a leap year, to Sqitch.
bool exists(std::string_view time) {
  std::string date(time.substr(0, 10));
  if (date.starts_with("0000")) {
    date.replace(0, 4, "2000");
  }
  const int hour = two_digits(time.substr(11));
  const int minute = two_digits(time.substr(14));
  const int second = two_digits(time.substr(17));
  const int last = hour == 23 && minute == 59 ? 60 : 59;
  return read_day(date) && hour <= 23 && minute <= 59 && second <= last;
}

std::string unescaped(std::string_view note) {
  std::string text;
  for (std::size_t i = 0; i < note.size(); ++i) {
    const std::string_view pair = note.substr(i, 2);
    if (pair == "\\n" || pair == "\\r" || pair == "\\\\") {
      text += pair[1] == 'n' ? '\n' : pair[1] == 'r' ? '\r' : '\\';
      ++i;
    } else {
      text += note[i];
    }
  }
  return text;
}

std::string_view without_last_blank(std::string_view text) {
  const auto wide = std::find_if(
      std::begin(wide_blanks), std::end(wide_blanks), [&](auto blank) {
        return text.ends_with(blank);
      });
  text.remove_suffix(wide == std::end(wide_blanks) ? 1 : wide->size());
  return text;
}

enum class Reading { none, refused, accepted };

// A line without its note and with plain blanks.
class LineReader {
 public:
  LineReader(std::string_view line, std::size_t offset)
      : line_(line), offset_(offset) {
    if (line.ends_with('>')) {
      const std::size_t mark = line.rfind('>', line.size() - 2);
      address_ = line.size() == 1 || mark == line.npos ? 0 : mark;
    }
  }

  // What the entry says is taken from `original`.
  std::optional<SqitchDrift>
  read(std::string_view original, SqitchEntry& entry);

 private:
  std::size_t skip_blanks(std::size_t at) const;
  std::size_t find(char byte, std::size_t from) const;
  bool has_planner(std::size_t from) const;
  Reading read_tail(std::size_t name_end);
  Reading read_times(std::size_t from, std::size_t blanks);
  Reading read_name(std::size_t limit);
  bool read_some_name();
  SqitchDrift refusal(bool is_tag) const;
  Span span(std::size_t begin, std::size_t end) const;
  std::optional<SqitchDrift> read_dependencies(SqitchEntry& entry) const;

  std::string_view line_;
  std::size_t offset_;
  std::size_t begin_ = 0; // of the name
  std::size_t end_ = 0;   // of the name
  std::size_t less_ = 0;  // the first `<` from where the tail is read
  std::size_t open_ = 0;  // of the dependencies, or 0
  std::size_t close_ = 0; // the first `]` from there
  std::size_t tried_ = 0; // a `]` that nothing goes on from
  std::size_t time_ = 0;
  std::size_t planner_ = 0;
  // An address that begins from here on may end with the line.
  std::size_t address_ = std::string_view::npos;
};

Span LineReader::span(std::size_t begin, std::size_t end) const {
  return {
      static_cast<std::uint32_t>(offset_ + begin),
      static_cast<std::uint32_t>(offset_ + end)};
}

std::size_t LineReader::skip_blanks(std::size_t at) const {
  return std::min(line_.find_first_not_of(" \t", at), line_.size());
}

std::size_t LineReader::find(char byte, std::size_t from) const {
  return std::min(line_.find(byte, from), line_.size());
}

// At least one character, a blank, and an address up to the end.
bool LineReader::has_planner(std::size_t from) const {
  return less_ >= from + 2 && is_plan_blank(line_[less_ - 1]) &&
         less_ >= address_ && less_ + 2 < line_.size();
}

// What follows the dependencies; `blanks` is where the blanks before it begin.
Reading LineReader::read_times(std::size_t from, std::size_t blanks) {
  if (is_time(line_.substr(from, time_form.size()))) {
    const std::size_t after = from + time_form.size();
    if (has_planner(after)) {
      time_ = from;
      planner_ = std::min(skip_blanks(after), less_ - 2);
      return Reading::accepted;
    }
  }
  const bool ends =
      from == line_.size() || (is_time(line_.substr(from, time_form.size())) &&
                               from + time_form.size() == line_.size());
  return ends || has_planner(blanks) ? Reading::refused : Reading::none;
}

Reading LineReader::read_tail(std::size_t name_end) {
  const std::size_t from = skip_blanks(name_end);
  open_ = 0;
  const bool dependencies = from < line_.size() && line_[from] == '[' &&
                            close_ < line_.size() && close_ > from + 1 &&
                            close_ != tried_;
  if (!dependencies) {
    return read_times(from, name_end);
  }
  const std::size_t less = less_;
  less_ = less_ > close_ ? less_ : find('<', close_);
  const Reading reading = read_times(skip_blanks(close_ + 1), close_ + 1);
  if (reading != Reading::none) {
    open_ = from;
    return reading;
  }
  tried_ = close_;
  less_ = less;
  return read_times(from, name_end);
}

// From the longest name to shorter ones, up to the first that the rest goes
// with. The marks that the rest is told by are kept up on the way.
Reading LineReader::read_name(std::size_t limit) {
  std::size_t less = find('<', limit);
  close_ = find(']', limit);
  tried_ = 0;
  for (end_ = limit; end_ > begin_; --end_) {
    if (end_ < limit && line_[end_] == '<') {
      less = end_;
    } else if (end_ < limit && line_[end_] == ']') {
      close_ = end_;
    }
    const NameEnd may_end = name_end(line_, begin_, end_);
    if (may_end == NameEnd::no) {
      continue;
    }
    less_ = less;
    const Reading reading = read_tail(end_);
    if (reading == Reading::accepted ||
        (reading == Reading::refused && may_end == NameEnd::yes)) {
      return reading;
    }
  }
  return Reading::none;
}

// Newer releases than 1.3 end a name before `[2 ` too.
bool LineReader::read_some_name() {
  const std::size_t limit = name_limit(line_, begin_);
  if (read_name(limit) == Reading::accepted) {
    return true;
  }
  const std::size_t bracket = find('[', begin_);
  return bracket + 1 < limit && is_digit(line_[bracket + 1]) &&
         read_name(bracket) == Reading::accepted;
}

// A line with a time is refused for its name most often.
SqitchDrift LineReader::refusal(bool is_tag) const {
  SqitchDrift drift;
  drift.place = span(0, line_.size());
  const std::size_t end =
      std::min(line_.find_first_of(" \t[", begin_), line_.size());
  const std::string_view word = line_.substr(begin_, end - begin_);
  const std::size_t digits = line_.find("Z ", end);
  const bool timed =
      digits != std::string_view::npos && digits + 1 >= time_form.size() &&
      is_time(line_.substr(digits + 1 - time_form.size(), time_form.size()));
  if (timed && !word.empty() && !is_sqitch_name(word)) {
    drift.change = SqitchChange::name;
    drift.name = (is_tag ? "@" : "") + std::string(word);
    drift.place = span(begin_, end);
  }
  return drift;
}

std::optional<SqitchDrift>
LineReader::read_dependencies(SqitchEntry& entry) const {
  const std::string_view all =
      open_ == 0 ? "" : line_.substr(open_ + 1, close_ - open_ - 1);
  if (all == "0") { // false, to Perl
    return std::nullopt;
  }
  std::set<std::string_view> known;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find_first_of(" \t", at), all.size());
    const std::string_view word = all.substr(at, end - at);
    const std::size_t place = open_ + 1 + at;
    at = std::min(all.find_first_not_of(" \t", end), all.size());
    if (word.empty() && at == all.size()) {
      break;
    }
    SqitchDependency dependency = parse_dependency(word, offset_ + place);
    const bool added = known.insert(word).second;
    if (!dependency.sound || !added) {
      SqitchDrift drift;
      drift.change = added ? SqitchChange::dependency : SqitchChange::doubled;
      drift.place = span(place, place + std::max<std::size_t>(1, word.size()));
      drift.name = entry.name;
      drift.other = word;
      return drift;
    }
    entry.dependencies.push_back(std::move(dependency));
  }
  return std::nullopt;
}

std::optional<SqitchDrift>
LineReader::read(std::string_view original, SqitchEntry& entry) {
  begin_ = skip_blanks(0);
  const char first = begin_ < line_.size() ? line_[begin_] : ' ';
  entry.is_tag = first == '@';
  const bool sign = first == '+' || first == '-';
  begin_ += entry.is_tag || sign ? 1 : 0;
  begin_ = sign ? skip_blanks(begin_) : begin_;
  if (!read_some_name()) {
    return refusal(entry.is_tag);
  }
  entry.name = original.substr(begin_, end_ - begin_);
  entry.span = span(begin_, end_);
  entry.time = original.substr(time_, time_form.size());
  entry.planner =
      without_last_blank(original.substr(planner_, less_ - planner_));
  entry.email = original.substr(less_ + 1, line_.size() - less_ - 2);
  SqitchDrift drift;
  drift.name = (entry.is_tag ? "@" : "") + entry.name;
  drift.place = entry.span;
  const bool bad_tag = entry.is_tag && entry.name.find('/') != entry.name.npos;
  if (entry.name == "0" || is_reserved_name(entry.name) || bad_tag) {
    drift.change = SqitchChange::name;
    return drift;
  }
  if (entry.planner == "0" || (entry.is_tag && open_ != 0)) {
    drift.place = span(0, line_.size());
    return drift;
  }
  if (!exists(entry.time)) {
    drift.change = SqitchChange::time;
    drift.place = span(time_, time_ + time_form.size());
    drift.other = entry.time;
    return drift;
  }
  return read_dependencies(entry);
}

} // namespace

bool is_plan_comment(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  return begin == std::string_view::npos ||
         (line[begin] == '#' && begin + 1 < line.size());
}

std::size_t note_begin(std::string_view line) {
  std::size_t end = std::min(line.find('#'), line.size());
  while (end > 0 && is_plan_blank(line[end - 1])) {
    --end;
  }
  return end;
}

std::string plan_note(std::string_view line) {
  const std::size_t mark = line.find('#');
  return mark == std::string_view::npos
             ? ""
             : unescaped(trim(line.substr(mark + 1)));
}

std::string with_plain_blanks(std::string_view text) {
  std::string plain(text);
  for (const std::string_view blank : wide_blanks) {
    for (std::size_t at = plain.find(blank); at != std::string::npos;
         at = plain.find(blank, at)) {
      plain.replace(at, blank.size(), std::string(blank.size(), ' '));
    }
  }
  return plain;
}

std::optional<SqitchDrift>
read_plan_line(const PlanText& text, Span span, SqitchEntry& entry) {
  const std::string_view line = span.of(text.original);
  const std::string_view plain = span.of(text.plain);
  entry.note = plan_note(line);
  return LineReader(plain.substr(0, note_begin(plain)), span.begin)
      .read(line, entry);
}

} // namespace migcheck
