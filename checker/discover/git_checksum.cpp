#include "discover/git_index.hpp"
#include "io/digest.hpp"

#include <cstring>

namespace migcheck {

bool has_right_checksum(std::string_view index, GitHash hash) {
  const std::size_t size = hash_size(hash);
  if (index.size() < size) {
    return false;
  }
  const std::string_view sum = index.substr(index.size() - size);
  if (sum.find_first_not_of('\0') == std::string_view::npos) {
    return true;
  }
  const std::string_view content = index.substr(0, index.size() - size);
  const auto same = [&](const auto& digest) {
    return std::memcmp(digest.data(), sum.data(), size) == 0;
  };
  return hash == GitHash::sha1 ? same(sha1(content)) : same(sha256(content));
}

} // namespace migcheck
