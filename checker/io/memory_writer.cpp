#include "io/memory_writer.hpp"

#include "text/printable.hpp"

namespace migcheck {
namespace {

Result<void> refuse(const std::string& path, std::string_view why) {
  return fail(
      std::string("cannot write ") + quoted(path) + ": " + std::string(why));
}

} // namespace

Result<void> MemoryWriter::replace(
    std::string_view path, std::string_view bytes, WriteGuard guard) {
  const std::string key(path);
  if (failing.contains(key)) {
    return refuse(key, "permission denied");
  }
  const auto at = files.find(key);
  if (!guard.may_exist) {
    if (guard.expected == nullptr && at != files.end()) {
      return refuse(key, "it exists already");
    }
    if (guard.expected != nullptr &&
        (at == files.end() || at->second != *guard.expected)) {
      return refuse(key, "it has changed since it was read");
    }
  }
  files[key] = bytes;
  return {};
}

Result<void>
MemoryWriter::write_report(std::string_view path, std::string_view bytes) {
  const std::string key(path);
  if (failing.contains(key)) {
    return refuse(key, "permission denied");
  }
  reports[key] = bytes;
  return {};
}

Result<void>
MemoryWriter::append(std::string_view path, std::string_view bytes) {
  const std::string key(path);
  if (failing.contains(key)) {
    return refuse(key, "permission denied");
  }
  reports[key] += bytes;
  return {};
}

} // namespace migcheck
