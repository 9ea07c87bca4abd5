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

// Lower-case hexadecimal.
std::string sha384_hex(std::string_view bytes); // 96 digits
std::string md5_hex(std::string_view bytes);    // 32 digits

// CRC-32 as gzip has it, of several texts one after the other.
class Crc32 {
 public:
  void add(std::string_view bytes);

  std::uint32_t value() const { return ~state_; }

 private:
  std::uint32_t state_ = 0xFFFFFFFF;
};

} // namespace migcheck
