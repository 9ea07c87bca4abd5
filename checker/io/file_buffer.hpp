// Where file after file is read into. Its memory is kept and never cleared:
// a std::string would be filled with zeroes before each read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace migcheck {

class FileBuffer {
 public:
  // What was read last.
  std::string_view text() const { return {bytes_.data(), size_}; }

  // Room for `capacity` bytes; what was written there before is still there.
  char* reserve(std::size_t capacity) {
    if (capacity > bytes_.size()) {
      bytes_.resize(capacity);
    }
    return bytes_.data();
  }

  // How many bytes of what reserve() gave are the text.
  void set_size(std::size_t size) { size_ = size; }

  // The text as a string; the buffer is empty then.
  std::string take() {
    bytes_.resize(size_);
    size_ = 0;
    return std::exchange(bytes_, {});
  }

 private:
  std::string bytes_; // all of it may be written to
  std::size_t size_ = 0;
};

} // namespace migcheck
