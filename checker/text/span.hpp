// Half-open ranges of byte offsets: the only positions that the engine keeps.
// Lines and columns are computed by the report, for what is reported.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

// Bytes [begin, end) of one file. A file is at most 4 GiB - 1 (the limit on a
// file's size, `limits.file`, is checked against that too).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;

  std::uint32_t size() const { return end - begin; }

  std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

// A place in a file. `path` is relative to the root, with `/`, as bytes: it
// need not be UTF-8. An empty span at 0 stands for the file as a whole.
struct Location {
  std::string path;
  Span span;

  bool operator==(const Location&) const = default;
};

} // namespace migcheck
