#include "lists/lexer_special.hpp"

#include "text/byte_order_mark.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

using Kind = SourceTokenKind;

constexpr QuoteForm verbatim = {
    .open = "\"",
    .close = "\"",
    .lines = true,
    .escapes = false,
    .doubled = true,
    .raw = true};

} // namespace

void SpecialForms::begin() {
  if (cursor_.starts(byte_order_mark)) {
    cursor_.at = byte_order_mark.size();
  }
  if (forms_.special == Special::php) {
    inline_html();
  }
}

void SpecialForms::line_began() {
  for (const HereDocument& document : documents_) {
    add_here_document(cursor_, document);
  }
  documents_.clear();
}

bool SpecialForms::token() {
  switch (forms_.special) {
  case Special::javascript:
    return regex();
  case Special::ruby:
    return symbol() || percent() || here_document() || regex();
  case Special::perl:
    return here_document();
  case Special::elixir:
    return symbol() || sigil();
  case Special::php:
    return php_here_document() || after_php();
  case Special::csharp:
    return csharp();
  case Special::swift:
    return swift();
  case Special::none:
    break;
  }
  return false;
}

bool SpecialForms::quote(std::uint32_t begin, Manner manner) {
  for (std::size_t i = 0; i < forms_.quotes.size(); ++i) {
    if (!cursor_.starts(forms_.quotes[i].open)) {
      continue;
    }
    if (cursor_.at < hopeless_[i]) {
      return false;
    }
    QuoteForm form = forms_.quotes[i];
    form.raw = form.raw || manner.raw;
    form.escapes = form.escapes && !manner.no_escapes;
    form.hole = manner.hole == Hole::none ? form.hole : manner.hole;
    const auto content =
        static_cast<std::uint32_t>(cursor_.at + form.open.size());
    const QuoteBody body = scan_quote(
        cursor_.text,
        content,
        form,
        forms_.quotes.data(),
        forms_.quotes.size());
    if (!body.closed && !form.lines) {
      hopeless_[i] = body.end;
      return false;
    }
    SourceToken& token = cursor_.add(
        Kind::string, {begin, body.end}, {content, body.content_end});
    token.interpolated = body.interpolated;
    token.raw = form.raw;
    return true;
  }
  return false;
}

bool SpecialForms::prefixed(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = cursor_.text.substr(begin, end - begin);
  const char next = cursor_.byte(end);
  if (forms_.special == Special::perl) {
    return perl_prefix(begin, end);
  }
  if (forms_.prefixes == Prefixes::rust) {
    return rust_prefix(begin, end);
  }
  if (forms_.prefixes == Prefixes::none || (next != '"' && next != '\'')) {
    return false;
  }
  const bool raw = word.find_first_of("rR") != std::string_view::npos;
  Manner manner;
  switch (forms_.prefixes) {
  case Prefixes::cpp:
    return cpp_prefix(begin, end);
  case Prefixes::python:
    if (word.size() > 2 ||
        word.find_first_not_of("rbuftRBUFT") != std::string_view::npos) {
      return false;
    }
    manner.raw = raw;
    manner.hole = word.find_first_of("fFtT") != std::string_view::npos
                      ? Hole::brace
                      : Hole::none;
    break;
  case Prefixes::raw:
    if (word.size() > 1 || !raw) {
      return false;
    }
    manner = {true, true, Hole::none};
    break;
  default: // Scala
    if (next == '\'') {
      return false;
    }
    manner.hole = Hole::dollar;
  }
  cursor_.at = end;
  return quote(begin, manner);
}

bool SpecialForms::rust_prefix(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = cursor_.text.substr(begin, end - begin);
  if (!one_of(word, {"r", "b", "c", "br", "cr"})) {
    return false;
  }
  std::uint32_t quote_at = end;
  while (cursor_.byte(quote_at) == '#') {
    ++quote_at;
  }
  const std::uint32_t hashes = quote_at - end;
  const bool raw = word.back() == 'r';
  if (cursor_.byte(quote_at) == '"' && (raw || hashes == 0)) {
    if (!raw) {
      cursor_.at = end;
      return quote(begin, {});
    }
    guarded(begin, quote_at + 1, '"' + std::string(hashes, '#'));
    return true;
  }
  if (word == "r" && hashes == 1 && begins_word(cursor_.byte(quote_at))) {
    while (continues_word(cursor_.byte(quote_at))) {
      ++quote_at;
    }
    cursor_.add(Kind::word, begin, quote_at);
    return true;
  }
  return false;
}

bool SpecialForms::cpp_prefix(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = cursor_.text.substr(begin, end - begin);
  if (one_of(word, {"L", "u", "U", "u8"})) {
    cursor_.at = end;
    return quote(begin, {});
  }
  if (!one_of(word, {"R", "LR", "uR", "UR", "u8R"}) ||
      cursor_.byte(end) != '"') {
    return false;
  }
  const std::string_view tag = cursor_.text.substr(end + 1, 17);
  const std::size_t paren = tag.find('(');
  if (paren == std::string_view::npos) {
    return false;
  }
  const auto content = static_cast<std::uint32_t>(end + 2 + paren);
  guarded(begin, content, ")" + std::string(tag.substr(0, paren)) + "\"");
  return true;
}

bool SpecialForms::perl_prefix(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = cursor_.text.substr(begin, end - begin);
  std::uint32_t at = end;
  while (is_blank(cursor_.byte(at))) {
    ++at;
  }
  if (!one_of(word, {"q", "qq", "qw", "qr"}) ||
      !is_delimiter(cursor_.byte(at))) {
    return false;
  }
  if (word == "qw") {
    word_list(begin, at + 1);
  } else {
    bracketed(begin, at + 1, word == "qr" ? Kind::other : Kind::string);
  }
  return true;
}

bool SpecialForms::character() {
  const std::uint32_t begin = cursor_.at;
  const char c = cursor_.peek(1);
  std::uint32_t close = begin + 2;
  if (c == '\\') {
    const std::string_view rest = cursor_.text.substr(begin + 1, 13);
    const std::size_t end = rest.find('\'', 2);
    if (end == std::string_view::npos || rest.find('\n') < end) {
      return false;
    }
    close = static_cast<std::uint32_t>(begin + 1 + end);
  }
  while (close < begin + 5 && (cursor_.byte(close) & 0xC0) == 0x80) {
    ++close; // the rest of a code point
  }
  if (c == '\'' || c == '\n' || cursor_.byte(close) != '\'') {
    return false;
  }
  cursor_.add(Kind::string, {begin, close + 1}, {begin + 1, close});
  return true;
}

// @"", $"", $@"" and """ with any number of quotes.
bool SpecialForms::csharp() {
  const std::uint32_t begin = cursor_.at;
  std::uint32_t at = begin;
  bool is_verbatim = false;
  bool holes = false;
  for (; cursor_.byte(at) == '@' || cursor_.byte(at) == '$'; ++at) {
    is_verbatim = is_verbatim || cursor_.byte(at) == '@';
    holes = holes || cursor_.byte(at) == '$';
  }
  std::uint32_t quotes = 0;
  while (cursor_.byte(at + quotes) == '"') {
    ++quotes;
  }
  if (at == begin && quotes < 3) {
    return false;
  }
  if (quotes == 0) {
    cursor_.add(Kind::other, begin, at);
    return true;
  }
  if (is_verbatim) {
    const QuoteBody body =
        scan_quote(cursor_.text, at + 1, verbatim, nullptr, 0);
    cursor_.add(Kind::string, {begin, body.end}, {at + 1, body.content_end});
    cursor_.tokens.back().raw = true;
  } else if (quotes >= 3) {
    guarded(begin, at + quotes, std::string(quotes, '"'));
  } else {
    cursor_.at = at;
    if (!quote(begin, {false, false, holes ? Hole::brace : Hole::none})) {
      cursor_.add(Kind::other, begin, at + 1);
    }
    return true;
  }
  cursor_.tokens.back().interpolated = holes;
  return true;
}

// #"…"# and #"""…"""#.
bool SpecialForms::swift() {
  const std::uint32_t begin = cursor_.at;
  std::uint32_t at = begin;
  while (cursor_.byte(at) == '#') {
    ++at;
  }
  if (at == begin) {
    return false;
  }
  if (cursor_.byte(at) != '"') {
    cursor_.add(Kind::other, begin, at);
    return true;
  }
  const std::string quotes = cursor_.starts_at(at, "\"\"\"") ? "\"\"\"" : "\"";
  guarded(
      begin,
      static_cast<std::uint32_t>(at + quotes.size()),
      quotes + std::string(at - begin, '#'));
  return true;
}

void SpecialForms::guarded(
    std::uint32_t begin, std::uint32_t content, const std::string& close) {
  const std::uint32_t end = cursor_.find(close, content);
  const auto after = static_cast<std::uint32_t>(
      std::min(end + close.size(), cursor_.text.size()));
  cursor_.add(Kind::string, {begin, after}, {content, end}).raw = true;
}

bool SpecialForms::after_php() {
  if (!cursor_.starts("?>")) {
    return false;
  }
  cursor_.add(Kind::other, cursor_.at, cursor_.at + 2);
  inline_html();
  return true;
}

// Up to and with the next opening tag.
void SpecialForms::inline_html() {
  const std::uint32_t begin = cursor_.at;
  std::uint32_t at = cursor_.find("<?", begin);
  while (at < cursor_.size() && !cursor_.starts_at(at, "<?php") &&
         !cursor_.starts_at(at, "<?=")) {
    at = cursor_.find("<?", std::size_t{at} + 2);
  }
  at += cursor_.starts_at(at, "<?php") ? 5 : 0;
  at += cursor_.starts_at(at, "<?=") ? 3 : 0;
  if (at > begin) {
    cursor_.add(Kind::other, begin, at);
  }
}

} // namespace migcheck::lists
