#include "io/runner_hashes.hpp"

#include <array>
#include <nettle/base64.h>
#include <nettle/md5.h>

namespace migcheck {
namespace {

constexpr std::array<std::uint32_t, 256> crc_table = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) {
      value = value >> 1 ^ ((value & 1) != 0 ? 0xEDB88320 : 0);
    }
    table[byte] = value;
  }
  return table;
}();

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

template <std::size_t Size>
std::string hex_of(const std::array<std::uint8_t, Size>& digest) {
  return hex(std::string_view(
      reinterpret_cast<const char*>(digest.data()), digest.size()));
}

} // namespace

void RunningSha256::add(std::string_view bytes) {
  sha256_update(&context_, bytes.size(), bytes_of(bytes));
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

std::string sha384_hex(std::string_view bytes) {
  sha384_ctx context;
  sha384_init(&context);
  sha384_update(&context, bytes.size(), bytes_of(bytes));
  std::array<std::uint8_t, SHA384_DIGEST_SIZE> digest{};
  sha384_digest(&context, digest.size(), digest.data());
  return hex_of(digest);
}

std::string md5_hex(std::string_view bytes) {
  md5_ctx context;
  md5_init(&context);
  md5_update(&context, bytes.size(), bytes_of(bytes));
  std::array<std::uint8_t, MD5_DIGEST_SIZE> digest{};
  md5_digest(&context, digest.size(), digest.data());
  return hex_of(digest);
}

void Crc32::add(std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    state_ = state_ >> 8 ^ crc_table[(state_ ^ byte) & 0xFF];
  }
}

} // namespace migcheck
