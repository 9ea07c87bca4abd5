#include "io/digest.hpp"

#include <nettle/sha1.h>
#include <nettle/sha2.h>

namespace migcheck {
namespace {

void update(sha256_ctx& context, std::string_view bytes) {
  sha256_update(
      &context,
      bytes.size(),
      reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

Digest finish(sha256_ctx& context) {
  Digest digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

} // namespace

Digest sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  update(context, bytes);
  return finish(context);
}

Digest sha256_neutral(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  while (true) {
    const std::size_t at = bytes.find('\r');
    update(context, bytes.substr(0, at));
    if (at == std::string_view::npos) {
      return finish(context);
    }
    update(context, "\n");
    bytes.remove_prefix(at + 1);
    if (!bytes.empty() && bytes.front() == '\n') {
      bytes.remove_prefix(1);
    }
  }
}

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  sha1_ctx context;
  sha1_init(&context);
  sha1_update(
      &context,
      bytes.size(),
      reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, 20> digest{};
  sha1_digest(&context, digest.size(), digest.data());
  return digest;
}

std::string hex(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

} // namespace migcheck
