// A part that most of its owners do not have: those pay for a pointer alone.
#pragma once

#include <memory>

namespace migcheck {

// Reads as a T() where there is none, and is copied with its owner.
template <typename T>
class Seldom {
 public:
  Seldom() = default;

  Seldom(const Seldom& other)
      : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}

  Seldom(Seldom&&) noexcept = default;
  ~Seldom() = default;

  Seldom& operator=(const Seldom& other) { return *this = Seldom(other); }

  Seldom& operator=(Seldom&&) noexcept = default;

  explicit operator bool() const { return value_ != nullptr; }

  const T& operator*() const { return value_ ? *value_ : none(); }

  const T* operator->() const { return &**this; }

  // To be written to.
  T& make() {
    if (!value_) {
      value_ = std::make_unique<T>();
    }
    return *value_;
  }

  void reset() { value_.reset(); }

 private:
  static const T& none() {
    static const T nothing{};
    return nothing;
  }

  std::unique_ptr<T> value_;
};

} // namespace migcheck
