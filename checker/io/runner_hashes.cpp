#include "io/runner_hashes.hpp"

#include <array>
#include <nettle/base64.h>

namespace migcheck {

void RunningSha256::add(std::string_view bytes) {
  sha256_update(
      &context_,
      bytes.size(),
      reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

Digest RunningSha256::digest() const {
  sha256_ctx copy = context_; // asking begins a new hash
  Digest digest{};
  sha256_digest(&copy, digest.size(), digest.data());
  return digest;
}

std::string base64(const Digest& digest) {
  std::array<char, BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)> letters{};
  base64_encode_raw(letters.data(), digest.size(), digest.data());
  return {letters.data(), letters.size()};
}

} // namespace migcheck
