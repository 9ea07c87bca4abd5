// An open file that closes itself.
#pragma once

#include "io/system_calls.hpp"

#include <utility>

namespace migcheck {

class Descriptor {
 public:
  Descriptor() = default;

  explicit Descriptor(int number) : number_(number) {}

  Descriptor(Descriptor&& other) noexcept
      : number_(std::exchange(other.number_, -1)) {}

  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  ~Descriptor() { close(); }

  // -1 when nothing is open.
  int get() const { return number_; }

  explicit operator bool() const { return number_ >= 0; }

  // False when the system reports a late error; it is closed all the same.
  bool close() {
    const int number = std::exchange(number_, -1);
    return number < 0 || system_calls.close(number) == 0;
  }

 private:
  int number_ = -1;
};

} // namespace migcheck
