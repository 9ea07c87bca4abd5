#include "journals/atlas_sum.hpp"

#include "journals/conflict_mark.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <unordered_set>

namespace migcheck {
namespace {

constexpr std::string_view mark = "h1:";

// The next line without its end, and `rest` behind it.
Span next_line(std::string_view text, std::size_t& rest) {
  const std::size_t begin = rest;
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  rest = std::min(end + 1, text.size());
  const bool cr = end > begin && text[end - 1] == '\r';
  return {
      static_cast<std::uint32_t>(begin),
      static_cast<std::uint32_t>(cr ? end - 1 : end)};
}

bool is_shown(char c) {
  return c >= ' ' && c <= '~';
}

bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}

void fill(const AtlasLine& line, std::size_t index, AtlasDrift& drift) {
  drift.line = static_cast<std::uint32_t>(index + 2); // below the total
  drift.span = line.span;
  drift.name = line.name;
}

std::unordered_set<std::string_view>
names_of(const std::vector<AtlasLine>& lines) {
  std::unordered_set<std::string_view> names;
  for (const AtlasLine& line : lines) {
    names.insert(line.name);
  }
  return names;
}

std::unordered_set<std::string_view>
names_of(const std::vector<AtlasFile>& files) {
  std::unordered_set<std::string_view> names;
  for (const AtlasFile& file : files) {
    names.insert(file.name);
  }
  return names;
}

// How many names from `from` on are not among the others.
template <typename Entry>
std::size_t count_unknown(
    const std::vector<Entry>& entries,
    std::size_t from,
    const std::unordered_set<std::string_view>& known) {
  return static_cast<std::size_t>(std::count_if(
      entries.begin() + static_cast<std::ptrdiff_t>(from),
      entries.end(),
      [&](const Entry& entry) { return !known.contains(entry.name); }));
}

// What parts the line and the file at the same place, which are not equal.
void tell_change(
    const AtlasSum& sum,
    const std::vector<AtlasFile>& files,
    std::size_t at,
    AtlasDrift& drift) {
  const auto listed = names_of(sum.lines);
  const auto there = names_of(files);
  const AtlasLine& line = sum.lines[at];
  fill(line, at, drift);
  if (!there.contains(line.name)) {
    drift.change = AtlasChange::removed;
    drift.more = count_unknown(sum.lines, at, there) - 1;
  } else if (files[at].name == line.name) {
    drift.change = AtlasChange::edited;
  } else if (!listed.contains(files[at].name)) {
    drift.change = AtlasChange::added;
    drift.name = files[at].name;
    drift.more = count_unknown(files, at, listed) - 1;
  } else {
    drift.change = AtlasChange::reordered;
  }
}

} // namespace

AtlasSum parse_atlas_sum(std::string_view text) {
  AtlasSum sum;
  std::size_t rest = 0;
  std::string_view total = next_line(text, rest).of(text);
  if (is_conflict_mark(total)) {
    sum.conflict = true;
    sum.bad_line = 1;
    sum.bad_span = {0, static_cast<std::uint32_t>(total.size())};
    return sum;
  }
  if (total.starts_with(mark)) {
    total.remove_prefix(mark.size());
  }
  sum.total = total;
  for (std::uint32_t number = 2; rest < text.size(); ++number) {
    const Span span = next_line(text, rest);
    const std::string_view line = span.of(text);
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos) {
      sum.conflict = is_conflict_mark(line);
      sum.bad_line = number;
      sum.bad_span = span;
      return sum;
    }
    sum.lines.push_back(
        {std::string(trim(line.substr(0, at))),
         std::string(line.substr(at + mark.size())),
         span});
  }
  return sum;
}

std::string atlas_total(const std::vector<AtlasLine>& lines) {
  RunningSha256 running;
  for (const AtlasLine& line : lines) {
    running.add(line.name);
    running.add(line.hash);
  }
  return base64(running.digest());
}

// Go's `^([ -~]*)atlas:(\w+)(?: +(.+))*`: the last `atlas:` of the line that a
// word follows, and then blanks and all the rest.
bool is_left_out_of_sum(std::string_view content) {
  constexpr std::string_view name = "atlas:";
  const std::string_view line = content.substr(0, content.find('\n'));
  std::size_t shown = 0;
  while (shown < line.size() && is_shown(line[shown])) {
    ++shown;
  }
  for (std::size_t at = line.rfind(name); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : line.rfind(name, at - 1)) {
    std::string_view word = line.substr(at + name.size());
    std::size_t size = 0;
    while (size < word.size() && is_word(word[size])) {
      ++size;
    }
    if (at > shown || size == 0) {
      continue;
    }
    std::string_view value = word.substr(size);
    const std::size_t blanks = value.find_first_not_of(' ');
    value.remove_prefix(std::min(blanks, value.size()));
    return word.substr(0, size) == "sum" && blanks != 0 && value == "ignore";
  }
  return false;
}

void AtlasHasher::add(std::string_view name, std::string_view content) {
  running_.add(name);
  if (is_left_out_of_sum(content)) {
    return;
  }
  AtlasFile& file = files_.emplace_back();
  file.name = name;
  file.before = running_;
  running_.add(content);
  file.hash = base64(running_.digest());
}

std::string atlas_sum_text(const std::vector<AtlasFile>& files) {
  std::vector<AtlasLine> lines;
  std::string text;
  for (const AtlasFile& file : files) {
    lines.push_back({file.name, file.hash, {}});
    text += file.name + " h1:" + file.hash + "\n";
  }
  return "h1:" + atlas_total(lines) + "\n" + text;
}

std::optional<AtlasDrift>
first_difference(const AtlasSum& sum, const std::vector<AtlasFile>& files) {
  AtlasDrift drift;
  if (sum.bad_line != 0) {
    drift.change = sum.conflict ? AtlasChange::conflict : AtlasChange::damaged;
    drift.line = sum.bad_line;
    drift.span = sum.bad_span;
    return drift;
  }
  if (sum.total != atlas_total(sum.lines)) {
    drift.change = AtlasChange::total;
    drift.line = 1;
    return drift;
  }
  std::size_t at = 0;
  while (at < sum.lines.size() && at < files.size() &&
         sum.lines[at].name == files[at].name &&
         sum.lines[at].hash == files[at].hash) {
    ++at;
  }
  if (at < sum.lines.size() && at < files.size()) {
    tell_change(sum, files, at, drift);
  } else if (at < sum.lines.size()) {
    fill(sum.lines[at], at, drift);
    const bool there = names_of(files).contains(drift.name);
    drift.change = there ? AtlasChange::reordered : AtlasChange::removed;
    drift.more = there ? 0 : sum.lines.size() - at - 1;
  } else if (at < files.size()) {
    drift.change = AtlasChange::added;
    drift.line = static_cast<std::uint32_t>(at + 2);
    drift.span = at == 0 ? Span{} : sum.lines.back().span;
    drift.name = files[at].name;
    drift.more = files.size() - at - 1;
  } else {
    return std::nullopt;
  }
  return drift;
}

bool differs_in_line_ends(
    const AtlasFile& file, std::string_view content, const std::string& hash) {
  std::string lf;
  std::string crlf;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const bool pair = content.substr(i).starts_with("\r\n");
    if (pair || content[i] == '\n') {
      lf += '\n';
      crlf += "\r\n";
      i += pair ? 1 : 0;
    } else {
      lf += content[i];
      crlf += content[i];
    }
  }
  const auto fits = [&](const std::string& bytes) {
    RunningSha256 running = file.before;
    running.add(bytes);
    return base64(running.digest()) == hash;
  };
  return fits(lf) || fits(crlf);
}

} // namespace migcheck
