#include "io/file_reader.hpp"

namespace migcheck {

std::string_view read_failure_text(ReadFailure failure) {
  switch (failure) {
  case ReadFailure::none:
    return "was read";
  case ReadFailure::missing:
    return "no such file";
  case ReadFailure::not_regular:
    return "not a regular file";
  case ReadFailure::bad_link:
    return "a link that leads nowhere, in a circle or through a linked "
           "directory";
  case ReadFailure::outside_root:
    return "a link that leaves the project";
  case ReadFailure::denied:
    return "permission denied";
  case ReadFailure::too_large:
    return "larger than the limit";
  case ReadFailure::io_error:
    return "an error of the system while reading";
  }
  return "";
}

ReadFailure
FileReader::read(const ReadRequest& request, std::string& text) const {
  FileBuffer buffer;
  const ReadFailure failure = read(request, buffer);
  text = buffer.take();
  return failure;
}

ReadFailure FileReader::read_pieces(
    const ReadRequest&, const std::function<bool(std::string_view)>&) const {
  return ReadFailure::too_large;
}

FileStamp FileReader::stamp(std::string_view, OpenDirectory&) const {
  return {};
}

GitRepository FileReader::find_git(const GitVariables&) const {
  return {};
}

ReadFailure FileReader::read_git(
    const GitRepository&,
    GitFile,
    std::string_view,
    std::uint64_t,
    std::string& buffer) const {
  buffer.clear();
  return ReadFailure::missing;
}

} // namespace migcheck
