#include "io/read_file.hpp"

#include "io/root_directory.hpp"
#include "io/system_calls.hpp"

#include <algorithm>
#include <cerrno>
#include <string>

namespace migcheck {
namespace {

constexpr std::size_t first_size = 16 << 10; // when nothing is known
constexpr std::size_t piece_size = 1 << 20;

// One read, whatever signals come; -1 on failure.
ssize_t read_some(int descriptor, char* bytes, std::size_t size) {
  ssize_t count = 0;
  do {
    count = system_calls.read(descriptor, bytes, size);
  } while (count < 0 && errno == EINTR);
  return count;
}

// What keeps an open file from being read as a regular one.
ReadFailure
check_status(int descriptor, std::uint64_t limit, std::uint64_t& size) {
  FileStatus status{};
  if (system_calls.status(descriptor, &status) != 0) {
    return failure_of(errno);
  }
  if (kind_of_mode(status.st_mode) != FileKind::regular) {
    return ReadFailure::not_regular;
  }
  size = static_cast<std::uint64_t>(status.st_size);
  return size > limit ? ReadFailure::too_large : ReadFailure::none;
}

// Reads until the end, or until `expected` bytes came in one go with nothing
// behind them in the buffer.
ReadFailure read_all(
    int descriptor,
    std::uint64_t limit,
    std::uint64_t expected,
    FileBuffer& buffer) {
  std::size_t size = 0;
  std::uint64_t room = expected == 0 ? first_size : expected + 1;
  while (true) {
    room = std::min(room, limit + 1);
    const auto capacity = static_cast<std::size_t>(room);
    char* bytes = buffer.reserve(capacity);
    const ssize_t count = read_some(descriptor, bytes + size, capacity - size);
    if (count < 0) {
      return failure_of(errno);
    }
    size += static_cast<std::size_t>(count);
    if (count == 0 || (size == expected && size < capacity)) {
      break;
    }
    if (size > limit) {
      return ReadFailure::too_large;
    }
    if (size == capacity) {
      room *= 2;
    }
  }
  buffer.set_size(size);
  return ReadFailure::none;
}

ReadFailure cleared(ReadFailure failure, FileBuffer& buffer) {
  if (failure != ReadFailure::none) {
    buffer.set_size(0);
  }
  return failure;
}

} // namespace

ReadFailure
read_carefully(int descriptor, std::uint64_t limit, FileBuffer& buffer) {
  std::uint64_t size = 0;
  ReadFailure failure = check_status(descriptor, limit, size);
  if (failure == ReadFailure::none) {
    failure = read_all(descriptor, limit, size, buffer);
  }
  if (failure == ReadFailure::none && size == 0 && !buffer.text().empty()) {
    failure = ReadFailure::not_regular; // a pseudo file
  }
  return cleared(failure, buffer);
}

ReadFailure read_quickly(
    int descriptor,
    std::uint64_t limit,
    std::uint64_t size_hint,
    FileBuffer& buffer) {
  ReadFailure failure =
      read_all(descriptor, limit, std::min(size_hint, limit), buffer);
  const bool odd = failure == ReadFailure::none
                       ? buffer.text().empty()
                       : failure == ReadFailure::too_large;
  if (odd) {
    std::uint64_t size = 0;
    const ReadFailure status = check_status(descriptor, limit, size);
    failure = status == ReadFailure::none ? failure : status;
  }
  return cleared(failure, buffer);
}

ReadFailure read_in_pieces(
    int descriptor,
    std::uint64_t limit,
    const std::function<bool(std::string_view)>& visit) {
  std::uint64_t size = 0;
  const ReadFailure failure = check_status(descriptor, limit, size);
  if (failure != ReadFailure::none) {
    return failure;
  }
  std::string piece(piece_size, '\0');
  std::size_t kept = 0; // bytes of the piece before
  for (std::uint64_t left = limit; left > 0;) {
    const std::size_t most = std::min<std::uint64_t>(piece_size - kept, left);
    const ssize_t count = read_some(descriptor, piece.data() + kept, most);
    if (count <= 0) {
      return count < 0 ? failure_of(errno) : ReadFailure::none;
    }
    left -= static_cast<std::uint64_t>(count);
    const std::size_t end = kept + static_cast<std::size_t>(count);
    if (!visit(std::string_view(piece).substr(0, end))) {
      break;
    }
    kept = std::min(end, piece_overlap);
    piece.replace(0, kept, piece.substr(end - kept, kept));
  }
  return ReadFailure::none;
}

} // namespace migcheck
