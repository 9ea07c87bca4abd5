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

std::size_t hash_size(GitHash hash) {
  return hash == GitHash::sha1 ? 20 : 32;
}

BlobId blob_id(std::string_view content, GitHash hash) {
  const std::string head = "blob " + std::to_string(content.size());
  const std::string_view begin(head.c_str(), head.size() + 1); // with its NUL
  BlobId id;
  if (hash == GitHash::sha256) {
    sha256_ctx context;
    sha256_init(&context);
    update(context, begin);
    update(context, content);
    id.bytes = finish(context);
    return id;
  }
  sha1_ctx context;
  sha1_init(&context);
  for (const std::string_view part : {begin, content}) {
    sha1_update(
        &context,
        part.size(),
        reinterpret_cast<const std::uint8_t*>(part.data()));
  }
  sha1_digest(&context, hash_size(hash), id.bytes.data());
  return id;
}

std::string_view bytes_of(const BlobId& id, std::size_t size) {
  const std::string_view all(
      reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
  return all.substr(0, size);
}

std::string hex(const Digest& digest) {
  return hex(std::string_view(
      reinterpret_cast<const char*>(digest.data()), digest.size()));
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

} // namespace migcheck
