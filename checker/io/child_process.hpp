// Another program, run without a shell, that is talked to through pipes.
#pragma once

#include "diagnostic/error.hpp"
#include "io/descriptor.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace migcheck {

struct ChildCommand {
  std::string program;                  // an absolute path
  std::vector<std::string> arguments;   // without the program's name
  std::vector<std::string> environment; // NAME=value: nothing else is inherited
  // Of each talk, and of what comes after the last one.
  std::chrono::milliseconds time_limit{10000};
  std::size_t output_limit = std::size_t{64} << 20; // of standard output
};

// The child's streams are pipes of ours. It is killed when this object goes.
// SIGPIPE must be ignored (prepare_process).
class ChildProcess {
 public:
  static Result<ChildProcess> start(const ChildCommand& command);

  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;
  ~ChildProcess();

  // Writes all of `input` and reads meanwhile, so that neither side waits for
  // the other. Comes back once all is written and `enough` says so of all
  // output since the last call; what is then there is given and forgotten.
  Result<std::string> talk(
      std::string_view input,
      const std::function<bool(std::string_view)>& enough);

  struct Ended {
    int status = 0; // of exit; 128 + the signal's number for one that was
                    // killed
    std::string output;
    std::string error; // the first 4 KiB of its standard error, as it is
  };

  // Closes its standard input, reads the rest and waits for its end.
  Result<Ended> finish();

 private:
  ChildProcess() = default;

  Result<bool> exchange(std::string_view& input);
  Result<bool> wait_for_streams(std::string_view input);
  bool read_output();
  void read_error();
  Result<int> wait_for_end();
  void start_clock();
  tl::unexpected<Error> broken(std::string_view why) const;

  pid_t pid_ = -1;
  Descriptor input_;
  Descriptor output_;
  Descriptor error_;
  std::string name_;
  std::string read_;
  std::string complaint_;
  std::size_t total_ = 0;
  std::size_t limit_ = 0;
  std::chrono::milliseconds time_limit_{};
  std::chrono::steady_clock::time_point deadline_;
};

} // namespace migcheck
