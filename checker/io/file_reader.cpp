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
  case ReadFailure::not_in_git:
    return "git does not have its content: the repository is not a whole "
           "copy; fetch it again without a filter: `git fetch --refetch "
           "--no-filter origin`";
  case ReadFailure::git_failed:
    return "git cannot be asked for its content: it is not on PATH, or failed";
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

std::optional<BlobId>
FileReader::content_id(std::string_view, OpenDirectory&) const {
  return std::nullopt;
}

FileStamp FileReader::stamp(std::string_view, OpenDirectory&) const {
  return {};
}

bool FileReader::visit_tracked(
    const std::function<void(const TrackedFile&)>&) const {
  return false;
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

std::int64_t FileReader::git_file_time(const GitRepository&, GitFile) const {
  return 0;
}

} // namespace migcheck
