#include "model/lockfile.hpp"

#include "model/lock_text.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace migcheck {
namespace {

constexpr std::string_view head_word = "head ";

// As git writes them; the middle one stands alone on its line.
bool is_conflict_marker(std::string_view line) {
  constexpr std::array<std::string_view, 3> marks = {
      "<<<<<<<", "|||||||", ">>>>>>>"};
  const std::string_view mark = line.substr(0, 7);
  const bool blank_after =
      line.size() == 7 || (line.size() > 7 && line[7] == ' ');
  return line == "=======" ||
         (blank_after &&
          std::find(marks.begin(), marks.end(), mark) != marks.end());
}

class LockfileReader {
 public:
  LockfileReader(std::string_view text, const std::string& path) : text_(text) {
    lockfile_.path = path;
    lockfile_.present = true;
  }

  Lockfile read();

 private:
  void read_line(Span span);
  bool read_header(std::string_view line, Span span);
  void read_head(std::string_view digits, Span span);
  void read_migration(std::string_view line, Span span);
  void check_head();
  void check_repeated();
  void problem(Span span, std::uint32_t line, std::string message);

  std::string_view text_;
  Lockfile lockfile_;
  std::uint32_t line_ = 0;
  std::optional<Digest> head_;
  Span head_span_;
  std::size_t below_head_ = 0;
  bool header_seen_ = false;
  bool known_format_ = true;
  bool crlf_reported_ = false;
};

void LockfileReader::problem(
    Span span, std::uint32_t line, std::string message) {
  if (lockfile_.problems.size() < Lockfile::most_problems) {
    lockfile_.problems.push_back({span, std::move(message), line});
  }
}

bool LockfileReader::read_header(std::string_view line, Span span) {
  const auto header = parse_lock_header(line);
  if (!header) {
    return false;
  }
  known_format_ = header->format == lockfile_format;
  lockfile_.lexer = header->lexer;
  lockfile_.dialect = header->dialect;
  if (!known_format_) {
    problem(
        span,
        line_,
        fmt::format(
            "the lockfile has format {}, this version reads format {}",
            header->format,
            lockfile_format));
  } else if (line != format_lock_header(header->lexer, header->dialect)) {
    problem(span, line_, "the header is not written as migcheck writes it");
  }
  return true;
}

void LockfileReader::read_head(std::string_view digits, Span span) {
  head_ = parse_digest(digits);
  head_span_ = span;
  below_head_ = std::min<std::size_t>(span.end + 1, text_.size());
  lockfile_.chained = true;
  if (!head_) {
    problem(span, line_, "the head line does not hold 64 hexadecimal digits");
  }
}

void LockfileReader::read_migration(std::string_view line, Span span) {
  LockLine parsed;
  const auto damage = parse_lock_line(line, parsed);
  if (damage) {
    const auto at =
        span.begin + static_cast<std::uint32_t>(
                         std::min<std::size_t>(damage->offset, span.size()));
    problem({at, span.end}, line_, damage->message);
    return;
  }
  parsed.line = line_;
  parsed.span = span;
  lockfile_.lines.push_back(std::move(parsed));
}

void LockfileReader::read_line(Span span) {
  ++line_;
  std::string_view line = span.of(text_);
  if (line.size() > Lockfile::longest_line) {
    problem(span, line_, "the line is longer than 64 KiB");
    return;
  }
  if (!line.empty() && line.back() == '\r') {
    line.remove_suffix(1);
    --span.end;
    if (!crlf_reported_) {
      problem(
          {span.end, span.end + 1},
          line_,
          "the lines end in CRLF, not in LF: the file was converted");
    }
    crlf_reported_ = true;
  }
  if (is_conflict_marker(line)) {
    problem(span, line_, fmt::format("line {} holds a conflict marker", line_));
    return;
  }
  if (!header_seen_) {
    header_seen_ = true;
    if (read_header(line, span)) {
      return;
    }
    problem(span, line_, "the header line is missing or damaged");
  }
  if (line_ == 2 && line.substr(0, head_word.size()) == head_word) {
    read_head(line.substr(head_word.size()), span);
  } else {
    read_migration(line, span);
  }
}

void LockfileReader::check_head() {
  if (!head_) {
    return;
  }
  const std::string lines =
      format_lock_header(lockfile_.lexer, lockfile_.dialect) + "\n" +
      std::string(text_.substr(below_head_));
  if (*head_ != sha256(lines)) {
    problem(head_span_, 2, "the head line does not fit the lines below it");
  }
}

void LockfileReader::check_repeated() {
  std::unordered_map<std::string_view, std::uint32_t> first;
  for (const LockLine& line : lockfile_.lines) {
    const auto [found, added] = first.emplace(line.entry, line.line);
    if (!added) {
      problem(
          line.span,
          line.line,
          fmt::format(
              "{} stands in the lockfile twice, first on line {}",
              quoted(line.entry),
              found->second));
    }
  }
}

Lockfile LockfileReader::read() {
  if (text_.empty()) {
    problem({}, 1, "the lockfile is empty: its header line is missing");
  }
  for (std::size_t at = 0; at < text_.size() && known_format_;) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    read_line(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (end == text_.size()) {
      problem(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
          line_,
          "the last line has no line end: the file was cut");
    }
    at = end + 1;
  }
  check_head();
  check_repeated();
  std::stable_sort(
      lockfile_.problems.begin(),
      lockfile_.problems.end(),
      [](const LockProblem& a, const LockProblem& b) {
        return a.span.begin < b.span.begin;
      });
  return std::move(lockfile_);
}

} // namespace

Lockfile parse_lockfile(std::string_view text, const std::string& path) {
  return LockfileReader(text, path).read();
}

std::string format_lockfile(const Lockfile& lockfile) {
  const std::string header =
      format_lock_header(lockfile.lexer, lockfile.dialect) + "\n";
  std::string lines;
  for (const LockLine& line : lockfile.lines) {
    lines += format_lock_line(line);
    lines += '\n';
  }
  if (!lockfile.chained) {
    return header + lines;
  }
  return header + std::string(head_word) + hex(sha256(header + lines)) + "\n" +
         lines;
}

} // namespace migcheck
