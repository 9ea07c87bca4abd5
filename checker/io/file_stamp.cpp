#include "io/file_stamp.hpp"

#include "io/content_key.hpp"

namespace migcheck {

std::uint64_t
stamp_key(std::string_view path, const FileStamp& stamp, std::uint64_t salt) {
  ContentHash hash;
  hash.add_number(salt);
  hash.add_number(stamp.size);
  hash.add_number(static_cast<std::uint32_t>(stamp.number));
  hash.add_number(static_cast<std::uint64_t>(stamp.modified));
  hash.add_number(static_cast<std::uint64_t>(stamp.changed));
  hash.add(path);
  const std::uint64_t key = hash.key().first;
  return key == 0 ? 1 : key;
}

} // namespace migcheck
