#include "journals/sqitch_plan.hpp"

#include "io/digest.hpp"
#include "journals/sqitch_names.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

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

// Without the plan's own project in front.
void list_dependencies(
    const SqitchPlan& plan,
    const SqitchEntry& entry,
    bool conflicts,
    std::string& content) {
  bool any = false;
  for (const SqitchDependency& dependency : entry.dependencies) {
    if (dependency.conflict != conflicts) {
      continue;
    }
    if (!any) {
      content += conflicts ? "\nconflicts" : "\nrequires";
    }
    any = true;
    const bool own =
        !dependency.project.empty() && dependency.project == plan.project;
    content += conflicts ? "\n  - " : "\n  + ";
    content += dependency.text.substr(own ? plan.project.size() + 1 : 0);
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
  list_dependencies(plan, entry, false, content);
  list_dependencies(plan, entry, true, content);
  content += entry.note.empty() ? "" : "\n\n" + entry.note;
  std::string hashed = "change " + std::to_string(content.size());
  hashed += '\0';
  const auto digest = sha1(hashed + content);
  return hex(std::string_view(
      reinterpret_cast<const char*>(digest.data()), digest.size()));
}

// The part of a pragma after its `%`: NAME, or NAME = VALUE. A name begins and
// ends without punctuation, of which a backslash is none.
struct Pragma {
  std::string_view name;
  std::string_view value;
};

bool may_end_pragma(char byte) {
  constexpr std::string_view marks = "-!\"#$%&'()*+,./:;<=>?@[]^`{|}~ \t";
  return marks.find(byte) == std::string_view::npos;
}

std::string_view trim_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == text.npos ? "" : text.substr(begin);
}

// `line` is without its note.
std::optional<Pragma> read_pragma(std::string_view line) {
  line = trim_blanks(line);
  if (!line.starts_with('%')) {
    return std::nullopt;
  }
  const std::string_view all = trim_blanks(line.substr(1));
  const std::size_t end = std::min(all.find_first_of(" \t="), all.size());
  const Pragma pragma = {all.substr(0, end), trim_blanks(all.substr(end))};
  // A blank may be what a name begins with, and all of it before a `=`.
  const bool blank = line.size() > all.size() + 1;
  const bool named = (end == 0 || may_end_pragma(all[end - 1])) &&
                     (blank || (end > 0 && may_end_pragma(all.front())));
  if (!named || pragma.value == "=" ||
      !(pragma.value.empty() || pragma.value.starts_with('='))) {
    return std::nullopt;
  }
  return Pragma{
      pragma.name,
      pragma.value.empty() ? "" : trim_blanks(pragma.value.substr(1))};
}

// Reads a plan line by line: its pragmas up to the first empty one, and then
// changes and tags.
class PlanReader {
 public:
  explicit PlanReader(std::string_view text)
      : plain_(with_plain_blanks(text)), text_{text, plain_} {}

  SqitchPlan read();

 private:
  void read_head(Span span);
  void end_head();
  void read_body(Span span);
  void refuse(SqitchDrift drift);

  std::string plain_;
  PlanText text_;
  SqitchPlan plan_;
  std::string parent_; // id of the last change
  bool in_head_ = true;
  bool has_change_ = false;
  std::uint32_t line_ = 0;
};

void PlanReader::refuse(SqitchDrift drift) {
  if (!plan_.flaw) {
    drift.line = line_;
    plan_.flaw = std::move(drift);
  }
}

// Without a %project nothing that follows is read by Sqitch.
void PlanReader::end_head() {
  in_head_ = false;
  if (plan_.project.empty() && !plan_.flaw) {
    SqitchDrift drift;
    drift.change = SqitchChange::project;
    drift.line = 1;
    plan_.flaw = std::move(drift);
  }
}

void PlanReader::read_head(Span span) {
  const std::string_view line = span.of(text_.plain);
  if (is_plan_comment(line)) {
    const std::string note = plan_note(line);
    if (note.empty() || note == "0") {
      end_head();
    }
    return;
  }
  SqitchDrift drift;
  drift.place = span;
  const auto pragma = read_pragma(line.substr(0, note_begin(line)));
  if (!pragma) {
    drift.change = SqitchChange::header;
    refuse(std::move(drift));
    return;
  }
  if (pragma->name == "uri") {
    plan_.uri = pragma->value;
  } else if (pragma->name == "project") {
    plan_.project = pragma->value == "0" ? "" : pragma->value;
    if (!is_sqitch_name(pragma->value)) {
      drift.change =
          pragma->value.empty() ? SqitchChange::project : SqitchChange::name;
      drift.name = pragma->value;
      refuse(std::move(drift));
    }
  }
}

void PlanReader::read_body(Span span) {
  if (is_plan_comment(span.of(text_.plain))) {
    return;
  }
  SqitchEntry entry;
  entry.line = line_;
  if (auto drift = read_plan_line(text_, span, entry)) {
    refuse(std::move(*drift));
    return;
  }
  if (entry.is_tag && !has_change_) {
    SqitchDrift drift;
    drift.change = SqitchChange::early;
    drift.place = entry.span;
    drift.name = "@" + entry.name;
    refuse(std::move(drift));
    return;
  }
  has_change_ = has_change_ || !entry.is_tag;
  if (!entry.is_tag && !plan_.flaw) {
    entry.id = id_of(plan_, entry, parent_);
    parent_ = entry.id;
  }
  plan_.entries.push_back(std::move(entry));
}

SqitchPlan PlanReader::read() {
  const std::string_view text = text_.original;
  for (std::size_t begin = 0; begin < text.size();) {
    ++line_;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool cr = end < text.size() && end > begin && text[end - 1] == '\r';
    const Span span = {
        static_cast<std::uint32_t>(begin),
        static_cast<std::uint32_t>(cr ? end - 1 : end)};
    begin = end + 1;
    if (in_head_) {
      read_head(span);
    } else {
      read_body(span);
    }
  }
  if (in_head_) {
    end_head();
  }
  return std::move(plan_);
}

} // namespace

SqitchPlan parse_sqitch_plan(std::string_view text) {
  return PlanReader(text).read();
}

} // namespace migcheck
