#include "io/process.hpp"

#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#if defined(__linux__) && !defined(MIGCHECK_PORTABLE)
#include <cstring>
#include <link.h>
#endif

namespace migcheck {

void prepare_process() {
  std::signal(SIGPIPE, SIG_IGN);
  for (int stream = 0; stream <= 2; ++stream) {
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF) {
      // Gets this very number. Standard output must stay an error to write to.
      [[maybe_unused]] const int placeholder =
          open("/dev/null", stream == 1 ? O_RDONLY : O_RDWR);
    }
  }
}

std::string working_directory() {
  std::string buffer(PATH_MAX, '\0');
  if (getcwd(buffer.data(), buffer.size()) == nullptr || buffer[0] != '/') {
    return {};
  }
  buffer.resize(buffer.find('\0'));
  return buffer;
}

std::string environment_variable(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  return value == nullptr ? "" : value;
}

bool write_stream(int stream, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(stream, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written < 0 && errno == EAGAIN) {
      pollfd ready = {stream, POLLOUT, 0};
      poll(&ready, 1, -1);
    } else if (written == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

bool is_terminal(int stream) {
  return isatty(stream) == 1;
}

#if defined(__linux__) && !defined(MIGCHECK_PORTABLE)

namespace {

// The build identity among the notes of a segment; "" when it is not there.
std::string identity_in(const char* notes, std::size_t size) {
  const auto padded = [](std::size_t bytes) { return (bytes + 3) / 4 * 4; };
  constexpr std::string_view owner("GNU\0", 4);
  ElfW(Nhdr) note;
  while (size >= sizeof note) {
    std::memcpy(&note, notes, sizeof note);
    const std::size_t name = padded(note.n_namesz);
    const std::size_t all = sizeof note + name + padded(note.n_descsz);
    if (all > size) {
      break;
    }
    const char* text = notes + sizeof note;
    if (note.n_type == NT_GNU_BUILD_ID &&
        std::string_view(text, note.n_namesz) == owner) {
      return {text + name, note.n_descsz};
    }
    notes += all;
    size -= all;
  }
  return {};
}

// Asked of the program first, then of its libraries: ends behind the program.
int find_identity(dl_phdr_info* program, std::size_t, void* result) {
  auto& identity = *static_cast<std::string*>(result);
  for (int i = 0; i < program->dlpi_phnum && identity.empty(); ++i) {
    const ElfW(Phdr)& segment = program->dlpi_phdr[i];
    if (segment.p_type == PT_NOTE) {
      const auto place = program->dlpi_addr + segment.p_vaddr;
      // NOLINTNEXTLINE(performance-no-int-to-ptr)
      const auto* notes = reinterpret_cast<const char*>(place);
      identity = identity_in(notes, segment.p_memsz);
    }
  }
  return 1;
}

} // namespace

std::string build_identity() {
  std::string identity;
  dl_iterate_phdr(find_identity, &identity);
  return identity;
}

#else

std::string build_identity() {
  return {};
}

#endif

std::array<int, 3> current_day() {
  // The C library's way reads the time zone from the disk first.
  using namespace std::chrono;
  const year_month_day today(floor<days>(system_clock::now()));
  return {
      static_cast<int>(today.year()),
      static_cast<int>(static_cast<unsigned>(today.month())),
      static_cast<int>(static_cast<unsigned>(today.day()))};
}

} // namespace migcheck
