// The hashes that runners write down, where they are not those of our own
// lockfile (io/digest.hpp).
#pragma once

#include "io/digest.hpp"

#include <cstdint>
#include <nettle/sha2.h>
#include <string>
#include <string_view>

namespace migcheck {

// SHA-256 of all bytes so far, which may be asked for again and again. Copies
// go on from where the original was.
class RunningSha256 {
 public:
  RunningSha256() { sha256_init(&context_); }

  void add(std::string_view bytes);

  Digest digest() const;

 private:
  sha256_ctx context_;
};

// Standard base64 with its padding: 44 letters for a Digest.
std::string base64(const Digest& digest);

} // namespace migcheck
