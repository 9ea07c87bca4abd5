#include "ddl/blocks.hpp"

#include "ddl/constant_text.hpp"
#include "ddl/dispatch.hpp"
#include "ddl/effects.hpp"
#include "ddl/expressions.hpp"
#include "ddl/guards.hpp"
#include "ddl/lines.hpp"
#include "ddl/names.hpp"
#include "ddl/tables_used.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

// Of the reason that is given for a dynamic part.
constexpr std::size_t longest_reason = 120;

bool begins_ddl(WordKey word) {
  switch (word) {
  case "create"_kw:
  case "alter"_kw:
  case "drop"_kw:
  case "comment"_kw:
  case "grant"_kw:
  case "revoke"_kw:
  case "rename"_kw:
    return true;
  default:
    return false;
  }
}

// The reason, cut before a byte that goes on a letter.
std::string reason(std::string text) {
  if (text.size() > longest_reason) {
    std::size_t size = longest_reason;
    while (size > 0 &&
           (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
      --size;
    }
    text.resize(size);
    text += "…";
  }
  return text;
}

class BlockReader {
 public:
  BlockReader(std::string_view body, const BodyPlace& place)
      : body_(body), place_(place), lexemes_(body, Dialect::postgresql),
        cursor_(load()) {}

  BlockContents read(bool procedural);

 private:
  // What is open, and what that means for the statements in it.
  struct Frame {
    BlockKind kind = BlockKind::block;
    Condition condition;
    std::size_t statements = 0; // how many there were before it
    bool handles = false;       // its EXCEPTION part is reached
  };

  Cursor load() {
    lexemes_.load({0, static_cast<std::uint32_t>(body_.size())});
    return Cursor(lexemes_);
  }

  void statement();
  bool block_word(WordKey word);
  void open(BlockKind kind, Condition condition = {});
  void close();
  void handle();
  void tolerate(const Frame& frame);
  Cursor take_until(WordKey word);
  Cursor take_statement();
  void skip_label();
  void static_statement(Cursor statement);
  void execute();
  void add(What what, const Cursor& at);
  void add_dynamic(const What& what, const Cursor& at, std::string_view text);
  Guard guard_of(const What& what) const;
  bool in_loop() const;
  void use_tables();
  Span span_of(const Cursor& at) const;
  std::uint32_t line_of(std::uint32_t offset);

  std::string_view body_;
  BodyPlace place_;
  Lexemes lexemes_;
  Cursor cursor_;
  Assignments assignments_;
  std::vector<Frame> frames_;
  BlockContents contents_;
  std::uint32_t counted_ = 0; // lines of the body are, up to here
  std::uint32_t line_ = 0;    // and there were so many
};

// Offsets are asked for in order, but for a few.
std::uint32_t BlockReader::line_of(std::uint32_t offset) {
  if (!place_.exact) {
    return place_.line;
  }
  if (offset >= counted_) {
    line_ += count_lines(Span{counted_, offset}.of(body_));
    counted_ = offset;
    return place_.line + line_;
  }
  return place_.line + line_ - count_lines(Span{offset, counted_}.of(body_));
}

Span BlockReader::span_of(const Cursor& at) const {
  if (!place_.exact) {
    return place_.span;
  }
  const Span span = at.span();
  return {place_.span.begin + span.begin, place_.span.begin + span.end};
}

bool BlockReader::in_loop() const {
  return std::any_of(frames_.begin(), frames_.end(), [](const Frame& frame) {
    return frame.kind == BlockKind::loop;
  });
}

Guard BlockReader::guard_of(const What& what) const {
  Guard guard = Guard::none;
  for (const Frame& frame : frames_) {
    guard = inner_guard(
        guard,
        frame.kind == BlockKind::loop || frame.handles
            ? Guard::conditional
            : guard_under(frame.condition, what));
  }
  return guard;
}

void BlockReader::add(What what, const Cursor& at) {
  Recognised& statement = contents_.statements.emplace_back();
  statement.span = span_of(at);
  statement.line = line_of(at.peek().span.begin);
  statement.inside_block = true;
  statement.guard = guard_of(what);
  statement.what = std::move(what);
}

void BlockReader::static_statement(Cursor statement) {
  Sink sink;
  const Cursor at = statement;
  read_statement(statement, sink);
  for (What& what : sink) {
    add(std::move(what), at);
  }
}

void BlockReader::add_dynamic(
    const What& what, const Cursor& at, std::string_view text) {
  const DynamicCause cause =
      in_loop() ? DynamicCause::loop : DynamicCause::execute;
  for (DynamicPart& part : effects_of(what, cause)) {
    part.span = span_of(at);
    part.line = line_of(at.peek().span.begin);
    part.why = std::string(text);
    contents_.dynamic.push_back(std::move(part));
  }
}

// EXECUTE text [INTO …] [USING …]
void BlockReader::execute() {
  const Cursor at = take_statement();
  Cursor rest = at;
  rest.advance();
  const std::size_t begin = rest.place();
  while (!rest.done() && rest.word() != "into"_kw &&
         rest.word() != "using"_kw) {
    rest.skip();
  }
  const Cursor expression = rest.since(begin);
  const std::string text = text_of(expression, assignments_);
  Lexemes lexemes(text, Dialect::postgresql);
  lexemes.load({0, static_cast<std::uint32_t>(text.size())});
  Cursor inner(lexemes);
  Sink sink;
  if (!inner.done()) {
    read_statement(inner, sink);
  }
  const std::string why = reason("EXECUTE " + expression_text(expression));
  for (What& what : sink) {
    if (std::holds_alternative<DataStatement>(what) ||
        std::holds_alternative<SetVariable>(what)) {
      continue;
    }
    if (has_hole(text)) {
      add_dynamic(what, at, why);
    } else {
      add(std::move(what), at);
    }
  }
}

Cursor BlockReader::take_statement() {
  const std::size_t begin = cursor_.place();
  while (!cursor_.done() && cursor_.mark() != ';') {
    cursor_.skip();
  }
  Cursor statement = cursor_.since(begin);
  cursor_.advance();
  return statement;
}

// What stands before the word, past which it moves.
Cursor BlockReader::take_until(WordKey word) {
  const std::size_t begin = cursor_.place();
  while (!cursor_.done() && cursor_.word() != word) {
    cursor_.skip();
  }
  Cursor part = cursor_.since(begin);
  cursor_.advance();
  return part;
}

void BlockReader::open(BlockKind kind, Condition condition) {
  frames_.push_back(
      {kind, std::move(condition), contents_.statements.size(), false});
}

// END, END IF, END LOOP, END CASE, each with what follows up to `;`.
void BlockReader::close() {
  take_statement();
  if (!frames_.empty()) {
    frames_.pop_back();
  }
}

// Of a block whose handler takes what comes: an error in it does not matter.
void BlockReader::tolerate(const Frame& frame) {
  for (std::size_t i = frame.statements; i < contents_.statements.size(); ++i) {
    Guard& guard = contents_.statements[i].guard;
    guard = guard == Guard::none ? Guard::tolerant : guard;
  }
}

// EXCEPTION, up to the first handler's THEN.
void BlockReader::handle() {
  cursor_.advance();
  cursor_.take("when"_kw);
  take_until("then"_kw);
  if (!frames_.empty()) {
    tolerate(frames_.back());
    frames_.back().handles = true;
  }
}

void BlockReader::skip_label() {
  while (!cursor_.done() && cursor_.bytes() != ">>") {
    cursor_.advance();
  }
  cursor_.advance();
}

// True for words that open, close or part blocks.
bool BlockReader::block_word(WordKey word) {
  switch (word) {
  case "begin"_kw:
    cursor_.advance();
    open(BlockKind::block);
    return true;
  case "exception"_kw:
    handle();
    return true;
  case "if"_kw: {
    cursor_.advance();
    Condition condition = read_condition(take_until("then"_kw));
    open(BlockKind::branch, std::move(condition));
    return true;
  }
  case "elsif"_kw:
  case "elseif"_kw:
  case "when"_kw: // of CASE, or of the next handler
    take_until("then"_kw);
    if (!frames_.empty()) {
      frames_.back().condition = {Guard::conditional, {}};
    }
    return true;
  case "else"_kw:
    cursor_.advance();
    if (!frames_.empty()) {
      frames_.back().condition = {Guard::conditional, {}};
    }
    return true;
  case "case"_kw:
    while (!cursor_.done() && cursor_.word() != "when"_kw) {
      cursor_.skip();
    }
    open(BlockKind::branch, {Guard::conditional, {}});
    return true;
  case "for"_kw:
  case "foreach"_kw:
  case "while"_kw:
  case "loop"_kw:
    take_until("loop"_kw);
    open(BlockKind::loop);
    return true;
  case "end"_kw:
    close();
    return true;
  default:
    return false;
  }
}

void BlockReader::statement() {
  const WordKey word = cursor_.word();
  if (cursor_.mark() == ';' || word == "declare"_kw) {
    cursor_.advance();
  } else if (cursor_.bytes() == "<<") {
    skip_label();
  } else if (block_word(word)) {
    return;
  } else if (word == "execute"_kw) {
    execute();
  } else if (begins_ddl(word)) {
    static_statement(take_statement());
  } else {
    take_statement();
  }
}

// What the whole body reads, writes and calls.
void BlockReader::use_tables() {
  Cursor whole(lexemes_);
  TablesUsed used = read_tables_used(whole);
  contents_.reads = std::move(used.reads);
  contents_.writes = std::move(used.writes);
  contents_.calls = functions_of(std::move(used.calls));
}

BlockContents BlockReader::read(bool procedural) {
  use_tables();
  if (procedural) {
    assignments_ = find_assignments(cursor_);
    while (!cursor_.done()) {
      statement();
    }
    return std::move(contents_);
  }
  while (!cursor_.done()) {
    const bool ddl = begins_ddl(cursor_.word());
    const Cursor statement = take_statement();
    if (ddl) {
      static_statement(statement);
    }
  }
  return std::move(contents_);
}

} // namespace

BlockContents
read_block(std::string_view body, const BodyPlace& place, bool procedural) {
  return BlockReader(body, place).read(procedural);
}

} // namespace migcheck::ddl
