// One pass over a file's tokens feeds everything that is kept of it.
#include "sql/acting_comments.hpp"
#include "sql/byte_defects.hpp"
#include "sql/classify.hpp"
#include "sql/depends.hpp"
#include "sql/ignored_annotations.hpp"
#include "sql/load.hpp"
#include "sql/quotes.hpp"
#include "sql/runner_splits.hpp"
#include "sql/sections.hpp"
#include "sql/statement_marks.hpp"
#include "sql/statements.hpp"
#include "sql/token_digest.hpp"
#include "text/ascii.hpp"
#include "text/directives.hpp"

#include <algorithm>
#include <limits>

namespace migcheck {
namespace {

using sql::CommentEffect;
using sql::Token;
using sql::TokenKind;

constexpr std::size_t longest_head = 4096;

class SqlFileReader {
 public:
  SqlFileReader(
      std::string_view bytes,
      Dialect dialect,
      LayoutId layout,
      const Limits& limits,
      Digests digests)
      : bytes_(bytes), dialect_(dialect), layout_(layout), limits_(&limits),
        digests_(digests == Digests::yes), splitter_(bytes, dialect),
        classifier_(bytes, dialect), digest_(bytes, digests_),
        annotated_(sql::reads_annotations(layout)) {}

  SqlFile read();

 private:
  void read_tokens();
  std::uint32_t next_event() const;
  void pass_cuts(std::uint32_t offset);
  void finish_annotations();
  void find_breaks(const Token& token);
  void comment(const Token& token);
  void token(const Token& token);

  void classify(const Token& token) {
    if (classifier_.wants_more()) {
      classifier_.feed(token, splitter_.depth());
    }
  }

  void tolerate(const Token& token);
  void head_comment(const Token& token);
  void end_statement(const sql::StatementSpan& statement);
  void mark_statement(Statement& statement);

  std::string_view bytes_;
  Dialect dialect_;
  LayoutId layout_;
  const Limits* limits_;
  bool digests_;
  SqlFile file_;
  sql::StatementSplitter splitter_;
  sql::StatementClassifier classifier_;
  sql::TokenDigest digest_;
  sql::Sections sections_;
  std::size_t cut_ = 0; // of sections_, that holds here
  sql::ByteReport report_;
  std::size_t tolerable_ = 0; // the next one of report_
  std::uint32_t event_ = 0;
  sql::DependsHeaders depends_;
  std::vector<Directive> directives_;
  std::uint32_t last_end_ = 0; // of the last token that met an event
  std::uint16_t part_ = 0;     // that the cut is in
  std::vector<Span> breaks_;   // of drizzle, inside tokens
  bool annotated_;             // the runner reads comments
  bool formatted_ = false;     // for liquibase
  bool in_head_ = true;
};

SqlFile SqlFileReader::read() {
  file_.read = true;
  file_.size = bytes_.size();
  file_.content = content_key(bytes_);
  if (digests_) {
    file_.raw = sha256(bytes_);
    const bool same = bytes_.find('\r') == std::string_view::npos;
    file_.neutral = same ? file_.raw : sha256_neutral(bytes_);
  }
  report_ = sql::examine_bytes(bytes_);
  file_.lf = report_.lf;
  file_.crlf = report_.crlf;
  file_.cr = report_.cr;
  file_.utf16 = report_.utf16;
  if (file_.utf16) {
    file_.tokens = file_.neutral;
  } else {
    read_tokens();
  }
  file_.defects = std::move(report_.defects);
  std::sort(
      file_.defects.begin(),
      file_.defects.end(),
      [](const FoundDefect& a, const FoundDefect& b) {
        return a.kind < b.kind;
      });
  return std::move(file_);
}

void SqlFileReader::read_tokens() {
  sections_ = sql::read_sections(bytes_, layout_);
  formatted_ = sql::is_liquibase_formatted(bytes_);
  sql::Lexer lexer(bytes_, dialect_);
  event_ = next_event();
  Token next;
  while (lexer.next_visible(next)) {
    if (next.kind == TokenKind::white_space) {
      continue;
    }
    if (next.span.end > event_) {
      pass_cuts(next.span.begin);
      tolerate(next);
      event_ = next_event();
      last_end_ = next.span.end;
    }
    if (next.kind == TokenKind::line_comment ||
        next.kind == TokenKind::block_comment) {
      comment(next);
    } else {
      token(next);
    }
  }
  if (const auto statement = splitter_.close()) {
    end_statement(*statement);
  }
  file_.open_ends = lexer.defects();
  finish_annotations();
  file_.tokens = digest_.finish();
  file_.acts = digest_.key();
  file_.depends = std::move(depends_.items);
  file_.malformed_depends = std::move(depends_.malformed);
  add_suppressions(directives_, file_.path, file_.suppressions);
}

// The next cut or tolerable code point: a token that goes beyond it is to be
// looked at.
std::uint32_t SqlFileReader::next_event() const {
  const auto& cuts = sections_.cuts;
  const std::uint32_t never = std::numeric_limits<std::uint32_t>::max();
  return std::min(
      cut_ + 1 < cuts.size() ? cuts[cut_ + 1].begin : never,
      tolerable_ < report_.tolerable.size()
          ? report_.tolerable[tolerable_].begin
          : never);
}

// The runner cuts at its annotations, whatever is open there.
void SqlFileReader::pass_cuts(std::uint32_t offset) {
  const auto& cuts = sections_.cuts;
  if (cut_ + 1 >= cuts.size() || cuts[cut_ + 1].begin > offset) {
    return;
  }
  if (const auto statement = splitter_.close()) {
    end_statement(*statement);
  }
  while (cut_ + 1 < cuts.size() && cuts[cut_ + 1].begin <= offset) {
    ++cut_;
    if (cuts[cut_].begin < last_end_) {
      const auto end =
          static_cast<std::uint32_t>(sql::line_end(bytes_, cuts[cut_].begin));
      file_.annotations.refused.push_back(
          {AnnotationProblem::inside_text, {cuts[cut_].begin, end}});
    }
    constexpr auto most = std::numeric_limits<std::uint16_t>::max();
    const bool next = cuts[cut_].part && part_ < most;
    part_ = static_cast<std::uint16_t>(part_ + (next ? 1 : 0));
  }
}

// What the runner refuses and what it passes over, each in order of place.
void SqlFileReader::finish_annotations() {
  Annotations& all = file_.annotations;
  all.has_up = sections_.has_up;
  all.has_down = sections_.has_down;
  all.up_transaction = sections_.up_transaction;
  all.down_transaction = sections_.down_transaction;
  if (!annotated_) {
    return;
  }
  if (sections_.doubtful) {
    const sql::Sections read = sql::read_goose_sections(bytes_);
    sections_.refused = read.refused;
    all.cut = sql::find_goose_cuts(bytes_, read, file_.statements);
  } else if (!breaks_.empty()) {
    all.cut = sql::find_drizzle_cuts(breaks_, file_.statements);
  }
  all.refused.insert(
      all.refused.end(), sections_.refused.begin(), sections_.refused.end());
  all.ignored.insert(
      all.ignored.end(), sections_.ignored.begin(), sections_.ignored.end());
  const auto by_place = [](const auto& a, const auto& b) {
    return a.at.begin < b.at.begin;
  };
  std::stable_sort(all.refused.begin(), all.refused.end(), by_place);
  std::stable_sort(all.ignored.begin(), all.ignored.end(), by_place);
}

// Drizzle looks for its breakpoints in strings and bodies too.
void SqlFileReader::find_breaks(const Token& token) {
  constexpr std::string_view mark = "--> statement-breakpoint";
  std::size_t at = token.span.of(bytes_).find(mark);
  if (at != std::string_view::npos) {
    at += token.span.begin;
    breaks_.push_back(
        {static_cast<std::uint32_t>(at),
         static_cast<std::uint32_t>(at + mark.size())});
  }
}

void SqlFileReader::end_statement(const sql::StatementSpan& statement) {
  // The cut that held where the statement began: a cut ends it.
  std::size_t cut = cut_;
  while (cut > 0 && sections_.cuts[cut].begin > statement.span.begin) {
    --cut;
  }
  const sql::SectionCut& in = sections_.cuts[cut];
  file_.statements.push_back(
      {.span = statement.span,
       .section = in.section,
       .terminated = statement.terminated,
       .bare = !in.transaction,
       .part = part_,
       .hash24 = digest_.end_statement(),
       .kind = classifier_.end()});
  mark_statement(file_.statements.back());
  sections_.doubtful =
      sections_.doubtful || (layout_ == LayoutId::goose && !in.block &&
                             sql::may_be_cut(bytes_, statement.span));
  file_.statement_too_long =
      file_.statement_too_long || statement.span.size() > limits_->statement;
  file_.nested_too_deep =
      file_.nested_too_deep || statement.depth > limits_->nesting;
}

void SqlFileReader::mark_statement(Statement& statement) {
  // What Down takes away is what Up made.
  if (statement.section == Section::up && sql::loses_data(statement.kind)) {
    statement.acknowledged = sql::is_acknowledged(
        bytes_, statement.span, file_.statements.front().span.begin);
  }
  if (dialect_ == Dialect::postgresql &&
      statement.kind.is(StatementVerb::create, ddl::ObjectKind::table)) {
    statement.by_range = sql::divides_by_range(statement.span.of(bytes_));
  }
  if (statement.kind.verb == StatementVerb::do_block) {
    const sql::BlockFacts facts = sql::read_block(statement.span.of(bytes_));
    statement.conditional = facts.conditional_ddl;
    statement.raises = facts.raises;
  }
}

void SqlFileReader::comment(const Token& token) {
  const std::string_view bytes = token.span.of(bytes_);
  const CommentEffect effect = sql::comment_effect(bytes, formatted_);
  if (effect == CommentEffect::breaks) {
    if (const auto statement = splitter_.close()) {
      end_statement(*statement);
    }
  }
  if (annotated_) {
    sql::find_ignored_annotation(
        bytes_, token.span, layout_, in_head_, file_.annotations.ignored);
  }
  if (sections_.cuts[cut_].section == Section::down &&
      effect == CommentEffect::none) {
    file_.annotations.down_explained =
        file_.annotations.down_explained || sql::explains(bytes);
  }
  if (effect != CommentEffect::none) {
    digest_.add(token, splitter_.open());
  } else if (in_head_) {
    head_comment(token);
  }
  if (token.kind == TokenKind::line_comment) {
    sql::read_depends(
        bytes_,
        token.span,
        in_head_ ? sql::CommentPlace::head : sql::CommentPlace::body,
        depends_);
  }
  if (bytes.find("migcheck") != std::string_view::npos) {
    read_directives(bytes_, token.span, directives_);
  }
}

// Keeps the words of a comment, line by line, without its marks.
void SqlFileReader::head_comment(const Token& token) {
  std::string_view rest = token.span.of(bytes_);
  while (!rest.empty() && file_.head_comment.size() < longest_head) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    constexpr std::string_view marks = "-/*#";
    const std::size_t words = line.find_first_not_of(marks);
    line = words == std::string_view::npos ? "" : trim(line.substr(words));
    if (line.size() >= 2 && line.substr(line.size() - 2) == "*/") {
      line = trim_right(line.substr(0, line.size() - 2));
    }
    if (!line.empty()) {
      file_.head_comment += file_.head_comment.empty() ? "" : "\n";
      file_.head_comment +=
          line.substr(0, longest_head - file_.head_comment.size());
    }
  }
}

void SqlFileReader::token(const Token& token) {
  in_head_ = in_head_ && sql::is_blank(token.kind);
  if (layout_ == LayoutId::drizzle &&
      (token.kind == TokenKind::string ||
       token.kind == TokenKind::dollar_string)) {
    find_breaks(token);
  }
  file_.commands = file_.commands || token.kind == TokenKind::client_command ||
                   token.kind == TokenKind::copy_data;
  if (splitter_.takes(token)) {
    digest_.add(token, true);
    classify(token);
    return;
  }
  const auto statement = splitter_.feed(token);
  const bool last = statement && statement->span.end == token.span.end;
  if (statement && !last) {
    end_statement(*statement); // by a token that is none of its own
  }
  if (splitter_.open()) {
    classify(token);
  }
  digest_.add(token, last || splitter_.open());
  if (last) {
    end_statement(*statement);
  }
}

void SqlFileReader::tolerate(const Token& token) {
  while (tolerable_ < report_.tolerable.size() &&
         report_.tolerable[tolerable_].begin < token.span.end) {
    const Span at = report_.tolerable[tolerable_++];
    if (!sql::holds_prose(token.kind)) {
      sql::add_defect(report_.defects, ByteDefect::deceptive_text, at);
    }
  }
}

} // namespace

SqlFile read_sql_file(
    std::string_view bytes,
    Dialect dialect,
    LayoutId layout,
    const Limits& limits,
    Digests digests) {
  return SqlFileReader(bytes, dialect, layout, limits, digests).read();
}

} // namespace migcheck
