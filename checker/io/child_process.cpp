#include "io/child_process.hpp"

#include "io/atomic_write.hpp"
#include "text/printable.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace migcheck {
namespace {

constexpr std::size_t longest_complaint = 4096;
constexpr std::size_t read_size = 64 << 10;

struct Pipe {
  Descriptor reading;
  Descriptor writing;
};

// Neither end is inherited by other programs.
bool open_pipe(Pipe& pipe) {
  std::array<int, 2> ends{};
#if defined(__linux__) && !defined(MIGCHECK_PORTABLE)
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return false;
  }
#else
  if (::pipe(ends.data()) != 0) {
    return false;
  }
  for (const int end : ends) {
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
  }
#endif
  pipe.reading = Descriptor(ends[0]);
  pipe.writing = Descriptor(ends[1]);
  return true;
}

bool never_wait(const Descriptor& end) {
  const int flags = ::fcntl(end.get(), F_GETFL);
  return flags >= 0 && ::fcntl(end.get(), F_SETFL, flags | O_NONBLOCK) == 0;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (std::string& text : texts) {
    all.push_back(text.data());
  }
  all.push_back(nullptr);
  return all;
}

struct Streams {
  int input;
  int output;
  int error;
};

// 0 or errno. Signals are in the child as the system sets them.
int spawn(const ChildCommand& command, const Streams& streams, pid_t& pid) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, streams.input, 0);
  posix_spawn_file_actions_adddup2(&files, streams.output, 1);
  posix_spawn_file_actions_adddup2(&files, streams.error, 2);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> arguments = {command.program};
  arguments.insert(
      arguments.end(), command.arguments.begin(), command.arguments.end());
  std::vector<std::string> environment = command.environment;
  const int failure = ::posix_spawn(
      &pid,
      command.program.c_str(),
      &files,
      &attributes,
      pointers(arguments).data(),
      pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return failure;
}

} // namespace

Result<ChildProcess> ChildProcess::start(const ChildCommand& command) {
  Pipe input;
  Pipe output;
  Pipe error;
  if (!open_pipe(input) || !open_pipe(output) || !open_pipe(error)) {
    return fail("no pipe can be made: " + system_error_text(errno));
  }
  ChildProcess child;
  child.name_ = command.program;
  child.limit_ = command.output_limit;
  child.time_limit_ = command.time_limit;
  const int failure = spawn(
      command,
      {input.reading.get(), output.writing.get(), error.writing.get()},
      child.pid_);
  if (failure != 0) {
    child.pid_ = -1;
    return child.broken("cannot be run: " + system_error_text(failure));
  }
  child.input_ = std::move(input.writing);
  child.output_ = std::move(output.reading);
  child.error_ = std::move(error.reading);
  if (!never_wait(child.input_) || !never_wait(child.output_) ||
      !never_wait(child.error_)) {
    return child.broken("cannot be talked to: " + system_error_text(errno));
  }
  return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), input_(std::move(other.input_)),
      output_(std::move(other.output_)), error_(std::move(other.error_)),
      name_(std::move(other.name_)), read_(std::move(other.read_)),
      complaint_(std::move(other.complaint_)), total_(other.total_),
      limit_(other.limit_), time_limit_(other.time_limit_) {}

ChildProcess::~ChildProcess() {
  if (pid_ < 0) {
    return;
  }
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

tl::unexpected<Error> ChildProcess::broken(std::string_view why) const {
  std::string_view said = complaint_;
  said = said.substr(0, said.find('\n'));
  std::string message = printable(name_) + " " + std::string(why);
  if (!said.empty()) {
    message += ": " + printable(said);
  }
  return fail(std::move(message));
}

// False at the end of the stream, or when it cannot be read.
bool ChildProcess::read_output() {
  const std::size_t before = read_.size();
  read_.resize(before + read_size);
  const ssize_t size =
      system_calls.read(output_.get(), read_.data() + before, read_size);
  const bool waiting = size < 0 && (errno == EAGAIN || errno == EINTR);
  read_.resize(before + (size > 0 ? static_cast<std::size_t>(size) : 0));
  total_ += read_.size() - before;
  return size > 0 || waiting;
}

void ChildProcess::read_error() {
  std::array<char, longest_complaint> bytes{};
  const ssize_t size =
      system_calls.read(error_.get(), bytes.data(), bytes.size());
  if (size > 0) {
    const std::size_t room = longest_complaint - complaint_.size();
    complaint_.append(
        bytes.data(), std::min(room, static_cast<std::size_t>(size)));
  } else if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
    error_.close();
  }
}

// Waits for one of the streams; false when the time is over.
Result<bool> ChildProcess::wait_for_streams(std::string_view input) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(
      deadline_ - std::chrono::steady_clock::now());
  std::array<pollfd, 3> streams = {
      pollfd{output_.get(), POLLIN, 0},
      pollfd{error_.get(), POLLIN, 0},
      pollfd{input.empty() ? -1 : input_.get(), POLLOUT, 0}};
  if (left.count() <= 0) {
    return false;
  }
  const int ready =
      ::poll(streams.data(), streams.size(), static_cast<int>(left.count()));
  if (ready < 0 && errno != EINTR) {
    return broken("cannot be waited for: " + system_error_text(errno));
  }
  if (error_ && streams[1].revents != 0) {
    read_error();
  }
  return ready != 0;
}

// One round of writing and reading; false at the end of its output.
Result<bool> ChildProcess::exchange(std::string_view& input) {
  const Result<bool> ready = wait_for_streams(input);
  if (!ready) {
    return tl::unexpected(ready.error());
  }
  if (!*ready) {
    return broken("took longer than its time limit");
  }
  if (!input.empty()) {
    const ssize_t size =
        system_calls.write(input_.get(), input.data(), input.size());
    if (size >= 0) {
      input.remove_prefix(static_cast<std::size_t>(size));
    } else if (errno != EAGAIN && errno != EINTR) {
      read_error();
      return broken("does not listen");
    }
  }
  const bool more = read_output();
  if (total_ > limit_) {
    return broken("wrote more than its limit");
  }
  return more;
}

void ChildProcess::start_clock() {
  total_ = 0;
  deadline_ = std::chrono::steady_clock::now() + time_limit_;
}

Result<std::string> ChildProcess::talk(
    std::string_view input,
    const std::function<bool(std::string_view)>& enough) {
  start_clock();
  while (!input.empty() || !enough(read_)) {
    const Result<bool> more = exchange(input);
    if (!more) {
      return tl::unexpected(more.error());
    }
    if (!*more) {
      read_error();
      return broken("ended early");
    }
  }
  return std::exchange(read_, {});
}

// Its output has ended: it is as good as over.
Result<int> ChildProcess::wait_for_end() {
  while (error_) {
    const Result<bool> ready = wait_for_streams({});
    if (!ready || !*ready) {
      return broken("took longer than its time limit");
    }
  }
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0) {
    if (errno != EINTR) {
      return broken("cannot be waited for: " + system_error_text(errno));
    }
  }
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Result<ChildProcess::Ended> ChildProcess::finish() {
  start_clock();
  input_.close();
  std::string_view nothing;
  while (true) {
    const Result<bool> more = exchange(nothing);
    if (!more) {
      return tl::unexpected(more.error());
    }
    if (!*more) {
      break;
    }
  }
  output_.close();
  const Result<int> status = wait_for_end();
  if (!status) {
    return tl::unexpected(status.error());
  }
  return Ended{*status, std::exchange(read_, {}), complaint_};
}

} // namespace migcheck
