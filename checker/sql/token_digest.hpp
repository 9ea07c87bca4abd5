// The token hash: what of a file acts, whatever its blanks and its prose.
//
// An item is one token that acts: every token but white space and comments,
// and every comment that acts (sql/acting_comments). It is hashed as a letter,
// its length in four bytes (little-endian) and its bytes, with CRLF and lone
// CR as LF; so adjacent tokens cannot run into each other. The letter is `t`
// for tokens; for comments, which are trimmed at their end, it tells where
// they begin, since some runners look only there: `0` at the first byte of the
// file, `1` at the start of a line, `2` elsewhere.
//
// A statement's hash is the SHA-256 of its items. The file's hash is the
// SHA-256 of, in order, `s` and the hash of each statement and the items
// between statements. `a` goes first where the comments at the top of the file
// hold `atlas:` and end in an empty line, without which Atlas ignores them.
//
// Changing any of this changes `lexer_version` (model/lockfile.hpp).
//
// The token key tells the same things apart, for this run only. Where no
// lockfile asks for hashes it is all that is computed.
#pragma once

#include "io/content_key.hpp"
#include "io/digest.hpp"
#include "sql/lexer.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck::sql {

class TokenDigest {
 public:
  // Without `hashes` there is the key alone.
  TokenDigest(std::string_view text, bool hashes);

  // Adds a token of the open statement, or one between statements.
  void add(const Token& token, bool in_statement) {
    if (plain_text_ && token.kind != TokenKind::line_comment &&
        token.kind != TokenKind::block_comment) {
      key_.add_part(
          text_,
          token.span.begin,
          token.span.size(),
          mark_of('t', in_statement));
    } else {
      add_item(token, in_statement);
    }
  }

  // The open statement ends: the first 24 bits of its hash, or 0.
  std::uint32_t end_statement();

  // The file ends: its hash, or zeroes.
  Digest finish() const;

  // Of all items up to here.
  ContentKey key() const { return key_.key(); }

 private:
  // What the key's strings are marked with: items by their letters and by
  // where they stand.
  enum Mark : unsigned { head, statement_end, between, inside };

  static constexpr unsigned mark_of(char letter, bool in_statement) {
    const unsigned kind =
        letter == 't' ? 3 : static_cast<unsigned>(letter - '0');
    return 4 * (kind + 1) + (in_statement ? inside : between);
  }

  void add_item(const Token& token, bool in_statement);
  void add(std::string_view bytes, char letter, bool in_statement);
  char place_of_comment(std::uint32_t begin) const;

  std::string_view text_;
  std::string statement_; // items of the open one
  std::string file_;
  std::string plain_; // a token without its carriage returns
  ContentHash key_;
  bool hashes_;
  bool carriage_returns_;
  bool plain_text_; // the key takes each token as it stands, and is all
};

} // namespace migcheck::sql
