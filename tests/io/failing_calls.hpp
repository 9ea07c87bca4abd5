// The system's calls with a fault: the n-th one fails, is interrupted, or
// does half of its work.
#pragma once

#include "io/system_calls.hpp"

#include <cerrno>

namespace migcheck {

enum class Fault { error, short_count };

// While it lives, `system_calls` counts, and call number `fail_at` (from 1)
// fails with `error`, or reads or writes only one byte. Closing is counted but
// always done, so that no descriptor is lost.
class FailingCalls {
 public:
  FailingCalls(int fail_at, int error, Fault fault = Fault::error);
  FailingCalls(const FailingCalls&) = delete;
  FailingCalls& operator=(const FailingCalls&) = delete;
  ~FailingCalls();

  // True when so many calls were made that the fault was reached.
  bool reached() const;

  // Descriptors opened and not closed since.
  int open_descriptors() const;
};

} // namespace migcheck
