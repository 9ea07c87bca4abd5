#include "io/failing_calls.hpp"

#include <algorithm>

namespace migcheck {
namespace {

struct State {
  SystemCalls real;
  int calls = 0;
  int fail_at = 0;
  int error = 0;
  Fault fault = Fault::error;
  int open = 0;
};

State state;

// True when this call is the one to go wrong.
bool is_due() {
  return ++state.calls == state.fail_at;
}

template <typename Number>
Number failed() {
  errno = state.error;
  return -1;
}

template <auto Member>
struct Wrapped;

// Any call that has no special fault.
template <
    typename Value,
    typename... Arguments,
    Value (*SystemCalls::*Member)(Arguments...)>
struct Wrapped<Member> {
  static Value call(Arguments... arguments) {
    if (is_due() && state.fault == Fault::error) {
      return failed<Value>();
    }
    return (state.real.*Member)(arguments...);
  }
};

int counted(int descriptor) {
  state.open += descriptor >= 0 ? 1 : 0;
  return descriptor;
}

int open_beneath(int directory, const char* path, int flags) {
  return counted(
      Wrapped<&SystemCalls::open_beneath>::call(directory, path, flags));
}

int open_at(int directory, const char* path, int flags, mode_t mode) {
  return counted(
      Wrapped<&SystemCalls::open_at>::call(directory, path, flags, mode));
}

int close_counted(int descriptor) {
  --state.open;
  const int result = state.real.close(descriptor);
  return is_due() && state.fault == Fault::error ? failed<int>() : result;
}

ssize_t read_part(int descriptor, void* bytes, std::size_t size) {
  const bool due = is_due();
  if (due && state.fault == Fault::error) {
    return failed<ssize_t>();
  }
  return state.real.read(
      descriptor, bytes, due ? std::min<std::size_t>(size, 1) : size);
}

ssize_t write_part(int descriptor, const void* bytes, std::size_t size) {
  const bool due = is_due();
  if (due && state.fault == Fault::error) {
    return failed<ssize_t>();
  }
  return state.real.write(
      descriptor, bytes, due ? std::min<std::size_t>(size, 1) : size);
}

} // namespace

FailingCalls::FailingCalls(int fail_at, int error, Fault fault) {
  state = {real_system_calls(), 0, fail_at, error, fault, 0};
  system_calls.open_beneath = open_beneath;
  system_calls.open_at = open_at;
  system_calls.close = close_counted;
  system_calls.read = read_part;
  system_calls.write = write_part;
  system_calls.status = Wrapped<&SystemCalls::status>::call;
  system_calls.link_status = Wrapped<&SystemCalls::link_status>::call;
  system_calls.read_link = Wrapped<&SystemCalls::read_link>::call;
  system_calls.list = Wrapped<&SystemCalls::list>::call;
  system_calls.set_mode = Wrapped<&SystemCalls::set_mode>::call;
  system_calls.sync = Wrapped<&SystemCalls::sync>::call;
  system_calls.rename = Wrapped<&SystemCalls::rename>::call;
  system_calls.remove = Wrapped<&SystemCalls::remove>::call;
  system_calls.lock = Wrapped<&SystemCalls::lock>::call;
  system_calls.make_directory = Wrapped<&SystemCalls::make_directory>::call;
}

FailingCalls::~FailingCalls() {
  system_calls = real_system_calls();
}

bool FailingCalls::reached() const {
  return state.calls >= state.fail_at;
}

int FailingCalls::open_descriptors() const {
  return state.open;
}

} // namespace migcheck
