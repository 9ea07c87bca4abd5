#include "journals/checksums.hpp"

#include "io/digest.hpp"
#include "io/runner_hashes.hpp"
#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>

namespace migcheck {
namespace {

std::string with_lf(std::string_view text) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.substr(i).starts_with("\r\n")) {
      made += text[i];
    } else {
      made += '\n';
      ++i;
    }
  }
  return made;
}

std::string with_crlf(std::string_view text) {
  std::string made;
  for (const char c : text) {
    made += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return made;
}

// A line that is a directive: its word and what follows.
struct Directive {
  std::string word; // in small letters, "" = none
  std::string_view rest;
};

Directive directive_of(std::string_view line) {
  line = trim_left(line);
  if (!line.starts_with("--")) {
    return {};
  }
  line = trim_left(line.substr(2));
  std::size_t end = 0;
  while (end < line.size() && (is_letter(line[end]) || line[end] == '-')) {
    ++end;
  }
  return {lower_case(line.substr(0, end)), line.substr(end)};
}

// One part of `AUTHOR:ID`, in double quotes or up to what ends it.
std::string take_part(std::string_view& text, std::string_view end) {
  if (text.starts_with('"') && text.find('"', 1) != text.npos) {
    const std::size_t close = text.find('"', 1);
    std::string part(text.substr(1, close - 1));
    text.remove_prefix(close + 1);
    return part;
  }
  const std::size_t size = std::min(text.find_first_of(end), text.size());
  std::string part(text.substr(0, size));
  text.remove_prefix(size);
  return part;
}

bool is_true(std::string_view rest, std::string_view attribute) {
  const std::size_t at = rest.find(attribute);
  return at != rest.npos &&
         starts_with_ignoring_case(rest.substr(at + attribute.size()), ":true");
}

bool is_told_elsewhere(const std::string& word) {
  constexpr std::array<std::string_view, 5> words = {
      "validchecksum", "ignorelines", "ignore", "property", "liquibase"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_part_of_sql(const std::string& word) {
  return word != "rollback" && word != "comment" && word != "preconditions" &&
         !word.starts_with("precondition-");
}

class ChangesetReader {
 public:
  void line(std::string_view line, Span span);
  std::vector<LiquibaseChangeset> finish();

 private:
  void begin(std::string_view rest, Span span);
  void end();

  std::vector<LiquibaseChangeset> found_;
  std::string sql_;
  bool open_ = false;
  bool known_ = true; // the text alone decides the checksum
};

void ChangesetReader::begin(std::string_view rest, Span span) {
  end();
  known_ = !is_true(rest, "runOnChange") && !is_true(rest, "runAlways");
  rest = trim_left(rest);
  LiquibaseChangeset changeset;
  changeset.span = span;
  changeset.author = take_part(rest, ":");
  open_ = rest.starts_with(':');
  if (open_) {
    rest.remove_prefix(1);
    changeset.id = take_part(rest, " \t");
    found_.push_back(std::move(changeset));
  }
}

void ChangesetReader::end() {
  const bool plain = known_ && sql_.find("${") == std::string::npos &&
                     sql_.find("/*") == std::string::npos;
  if (open_ && plain && !trim(sql_).empty()) {
    found_.back().checksum =
        liquibase_changeset_checksum({liquibase_change_checksum(sql_)});
  }
  sql_.clear();
  open_ = false;
}

void ChangesetReader::line(std::string_view line, Span span) {
  const Directive directive = directive_of(line);
  if (directive.word == "changeset") {
    begin(directive.rest, span);
  } else if (open_ && is_told_elsewhere(directive.word)) {
    known_ = false;
  } else if (open_ && is_part_of_sql(directive.word)) {
    sql_ += line;
    sql_ += '\n';
  }
}

std::vector<LiquibaseChangeset> ChangesetReader::finish() {
  end();
  return std::move(found_);
}

} // namespace

std::optional<std::int32_t> flyway_checksum(std::string_view text) {
  if (!is_utf8(text)) {
    return std::nullopt;
  }
  text = without_byte_order_mark(text);
  Crc32 crc;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    crc.add(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return static_cast<std::int32_t>(crc.value());
}

bool prisma_accepts(std::string_view text, std::string_view recorded) {
  return hex(sha256(text)) == recorded ||
         hex(sha256(with_lf(text))) == recorded ||
         hex(sha256(with_crlf(text))) == recorded;
}

std::string liquibase_change_checksum(std::string_view text) {
  std::string bare;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
      bare += c;
    }
  }
  return "9:" + md5_hex(bare);
}

std::string
liquibase_changeset_checksum(const std::vector<std::string>& changes) {
  std::string all;
  for (const std::string& change : changes) {
    all += change + ":";
  }
  return "9:" + md5_hex(all);
}

std::vector<LiquibaseChangeset> read_changesets(std::string_view text) {
  ChangesetReader reader;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span span = {
        static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    reader.line(trim_right(span.of(text)), span);
    begin = end + 1;
  }
  return reader.finish();
}

} // namespace migcheck
