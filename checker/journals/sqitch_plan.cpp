#include "journals/sqitch_plan.hpp"

#include "io/digest.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::string_view blanks = " \t";

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view trim_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// YYYY-MM-DDTHH:MM:SSZ
bool is_time(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00:00Z";
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == '0' ? is_digit(c) : c == f;
         });
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

// `Scheme://HOST/path` as Perl's URI writes it: small letters in front.
std::string canonical_uri(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) {
    return std::string(uri);
  }
  const std::size_t host = std::min(uri.find('/', scheme + 3), uri.size());
  std::string text = lower_case(uri.substr(0, host));
  text += host == uri.size() ? "/" : uri.substr(host);
  return text;
}

SqitchDependency parse_dependency(std::string_view text, std::size_t at) {
  SqitchDependency made;
  made.span = {
      static_cast<std::uint32_t>(at),
      static_cast<std::uint32_t>(at + text.size())};
  made.conflict = text.starts_with('!');
  text.remove_prefix(made.conflict ? 1 : 0);
  made.text = text;
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    made.project = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  const std::size_t sign = text.find('@');
  made.change = text.substr(0, sign);
  if (sign != std::string_view::npos) {
    made.tag = text.substr(sign + 1);
  }
  return made;
}

// One line, read from left to right.
class LineReader {
 public:
  LineReader(std::string_view text, Span line) : text_(text), line_(line) {}

  // False for what is neither a change nor a tag.
  bool read(SqitchEntry& entry);

 private:
  std::string_view rest() const { return text_.substr(at_, line_.end - at_); }

  std::size_t skip_blanks();
  std::string_view take_word();
  bool read_dependencies(SqitchEntry& entry);
  bool read_planner(SqitchEntry& entry);

  std::string_view text_;
  Span line_;
  std::size_t at_ = 0;
};

std::size_t LineReader::skip_blanks() {
  const std::size_t begin = at_;
  while (at_ < line_.end && is_blank(text_[at_])) {
    ++at_;
  }
  return at_ - begin;
}

std::string_view LineReader::take_word() {
  const std::string_view word = rest().substr(0, rest().find_first_of(blanks));
  at_ += word.size();
  return word;
}

bool LineReader::read_dependencies(SqitchEntry& entry) {
  if (!rest().starts_with('[')) {
    return true;
  }
  const std::size_t end = rest().find(']');
  if (end == std::string_view::npos || entry.is_tag) {
    return false;
  }
  const std::size_t close = at_ + end;
  for (++at_; at_ < close;) {
    skip_blanks();
    const std::string_view word =
        rest().substr(0, std::min(rest().find_first_of(blanks), close - at_));
    if (!word.empty()) {
      entry.dependencies.push_back(parse_dependency(word, at_));
    }
    at_ += word.size();
  }
  at_ = close + 1;
  return skip_blanks() > 0;
}

bool LineReader::read_planner(SqitchEntry& entry) {
  const std::size_t open = rest().find('<');
  const std::size_t close = rest().find('>', open);
  if (open == std::string_view::npos || close == std::string_view::npos) {
    return false;
  }
  entry.planner = trim_blanks(rest().substr(0, open));
  entry.email = rest().substr(open + 1, close - open - 1);
  const std::string_view after = trim_blanks(rest().substr(close + 1));
  if (!after.empty() && !after.starts_with('#')) {
    return false;
  }
  entry.note = after.empty() ? "" : unescaped(trim_blanks(after.substr(1)));
  return !entry.planner.empty();
}

bool LineReader::read(SqitchEntry& entry) {
  at_ = line_.begin;
  skip_blanks();
  entry.is_tag = rest().starts_with('@');
  const bool sign = rest().starts_with('+') || rest().starts_with('-');
  at_ += entry.is_tag || sign ? 1 : 0;
  if (sign) {
    skip_blanks();
  }
  const std::size_t begin = at_;
  entry.name = take_word();
  entry.span = {
      static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  skip_blanks();
  if (entry.name.empty() || !read_dependencies(entry)) {
    return false;
  }
  entry.time = take_word();
  return is_time(entry.time) && skip_blanks() > 0 && read_planner(entry);
}

void read_pragma(std::string_view line, SqitchPlan& plan) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) {
    return;
  }
  const std::string_view name = trim_blanks(line.substr(1, equals - 1));
  const std::string_view value = trim_blanks(line.substr(equals + 1));
  if (name == "project") {
    plan.project = value;
  } else if (name == "uri") {
    plan.uri = value;
  }
}

void list_dependencies(
    const SqitchEntry& entry,
    bool conflicts,
    std::string_view head,
    std::string& content) {
  bool any = false;
  for (const SqitchDependency& dependency : entry.dependencies) {
    if (dependency.conflict == conflicts) {
      content += any ? "" : head;
      content += conflicts ? "\n  - " : "\n  + ";
      content += dependency.text;
      any = true;
    }
  }
}

std::string id_of(
    const SqitchPlan& plan,
    const SqitchEntry& entry,
    const std::string& parent) {
  std::string content = "project " + plan.project;
  content += plan.uri.empty() ? "" : "\nuri " + canonical_uri(plan.uri);
  content += "\nchange " + entry.name;
  content += parent.empty() ? "" : "\nparent " + parent;
  content += "\nplanner " + entry.planner + " <" + entry.email + ">";
  content += "\ndate " + entry.time;
  list_dependencies(entry, false, "\nrequires", content);
  list_dependencies(entry, true, "\nconflicts", content);
  content += entry.note.empty() ? "" : "\n\n" + entry.note;
  std::string hashed = "change " + std::to_string(content.size());
  hashed += '\0';
  const auto digest = sha1(hashed + content);
  return hex(std::string_view(
      reinterpret_cast<const char*>(digest.data()), digest.size()));
}

} // namespace

SqitchPlan parse_sqitch_plan(std::string_view text) {
  SqitchPlan plan;
  std::string parent;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    ++number;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool cr = end > begin && text[end - 1] == '\r';
    const Span span = {
        static_cast<std::uint32_t>(begin),
        static_cast<std::uint32_t>(cr ? end - 1 : end)};
    begin = end + 1;
    const std::string_view line = trim_blanks(span.of(text));
    if (line.empty() || line.front() == '#') {
      continue;
    }
    if (line.front() == '%') {
      read_pragma(line, plan);
      continue;
    }
    SqitchEntry entry;
    entry.line = number;
    if (!LineReader(text, span).read(entry)) {
      if (plan.bad_line == 0) {
        plan.bad_line = number;
        plan.bad_span = span;
      }
      continue;
    }
    if (!entry.is_tag && plan.bad_line == 0) {
      entry.id = id_of(plan, entry, parent);
      parent = entry.id;
    }
    plan.entries.push_back(std::move(entry));
  }
  return plan;
}

} // namespace migcheck
