// A file that makes the next run faster, in the user's own cache directory. It
// may be lost at any time, and nothing depends on it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

struct CachePlace {
  std::string base; // absolute: $XDG_CACHE_HOME or the like
  std::string name; // of the file in base/migcheck, without a slash
};

// The bytes; "" where there is no such file of at most `limit` bytes, where it
// is no regular file, where it belongs to another user or others may write to
// it.
std::string read_cache_file(const CachePlace& place, std::uint64_t limit);

// Replaces the file, or does nothing: where anything fails, where `base` or the
// directory it would be made in belongs to another user (who is somebody else
// for a moment, as with sudo), or while another program writes there.
void write_cache_file(const CachePlace& place, std::string_view bytes);

} // namespace migcheck
