#include "sql/token_digest.hpp"

#include "sql/quotes.hpp"
#include "text/ascii.hpp"

namespace migcheck::sql {
namespace {

void append_length(std::string& to, std::size_t length) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    to += static_cast<char>(length >> shift & 0xFF);
  }
}

// Atlas reads the directives of the first lines only where an empty line, or
// the end of the file, follows them.
bool atlas_reads_head(std::string_view text) {
  std::size_t at = 0;
  while (text.substr(at, 2) == "--" || text.substr(at, 1) == "#") {
    at = std::min(line_end(text, at) + 1, text.size());
  }
  const std::string_view rest = text.substr(at, 2);
  const bool empty_line =
      rest.empty() || rest.front() == '\n' || rest == "\r\n";
  return at > 0 && empty_line &&
         find_ignoring_case(text.substr(0, at), "atlas:") !=
             std::string_view::npos;
}

// With LF for CRLF and for a lone CR.
void set_plain(std::string& plain, std::string_view bytes) {
  plain.clear();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool pair = bytes.substr(at, 2) == "\r\n";
    plain += bytes[at] == '\r' ? '\n' : bytes[at];
    at += pair ? 1 : 0;
  }
}

} // namespace

TokenDigest::TokenDigest(std::string_view text, bool hashes)
    : text_(text), hashes_(hashes),
      carriage_returns_(text.find('\r') != std::string_view::npos),
      plain_text_(!hashes && !carriage_returns_) {
  if (atlas_reads_head(text)) {
    file_ += 'a';
    key_.add({}, head);
  }
}

void TokenDigest::add(std::string_view bytes, char letter, bool in_statement) {
  if (carriage_returns_ && bytes.find('\r') != std::string_view::npos) {
    set_plain(plain_, bytes);
    bytes = plain_;
  }
  key_.add(bytes, mark_of(letter, in_statement));
  if (hashes_) {
    std::string& to = in_statement ? statement_ : file_;
    to += letter;
    append_length(to, bytes.size());
    to += bytes;
  }
}

char TokenDigest::place_of_comment(std::uint32_t begin) const {
  return begin == 0 ? '0' : text_[begin - 1] == '\n' ? '1' : '2';
}

void TokenDigest::add_item(const Token& token, bool in_statement) {
  const bool comment = token.kind == TokenKind::line_comment ||
                       token.kind == TokenKind::block_comment;
  const std::string_view bytes = token.span.of(text_);
  if (comment) {
    add(trim_right(bytes), place_of_comment(token.span.begin), in_statement);
  } else {
    add(bytes, 't', in_statement);
  }
}

std::uint32_t TokenDigest::end_statement() {
  key_.add({}, statement_end);
  if (!hashes_) {
    return 0;
  }
  const Digest digest = sha256(statement_);
  statement_.clear();
  file_ += 's';
  file_.append(digest.begin(), digest.end());
  return static_cast<std::uint32_t>(
      digest[0] << 16 | digest[1] << 8 | digest[2]);
}

Digest TokenDigest::finish() const {
  return hashes_ ? sha256(file_) : Digest{};
}

} // namespace migcheck::sql
