#include "ddl/cursor.hpp"

namespace migcheck::ddl {

Cursor Cursor::group() {
  Cursor inner = *this;
  if (mark() != '(' && mark() != '[') {
    inner.end_ = at_;
    return inner;
  }
  const std::size_t close = std::min(partner(), end_);
  inner.at_ = at_ + 1;
  inner.end_ = close;
  at_ = std::min(close + 1, end_);
  return inner;
}

Cursor Cursor::element() {
  Cursor inner = *this;
  skip_to_comma();
  inner.end_ = at_;
  advance();
  return inner;
}

Cursor Cursor::since(std::size_t place) const {
  Cursor part = *this;
  part.at_ = std::min(place, at_);
  part.end_ = at_;
  return part;
}

Span Cursor::span_since(std::size_t place) const {
  const auto& all = lexemes_->all();
  if (place >= at_ || at_ > all.size()) {
    return {};
  }
  return {all[place].span.begin, all[at_ - 1].span.end};
}

Span Cursor::span() const {
  Cursor rest = *this;
  rest.at_ = end_;
  return rest.span_since(at_);
}

} // namespace migcheck::ddl
