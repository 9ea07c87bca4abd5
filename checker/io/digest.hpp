// SHA-256, and SHA-1 for the files of git, from nettle.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace migcheck {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);

// Of the bytes with every CRLF and lone CR read as LF. One pass, no copy.
Digest sha256_neutral(std::string_view bytes);

// Only for what git wrote, and its names of things.
std::array<std::uint8_t, 20> sha1(std::string_view bytes);

// How git names contents.
enum class GitHash : std::uint8_t { sha1, sha256 };

// In bytes.
std::size_t hash_size(GitHash hash);

// git's name of a file's content: what a tree holds for it.
struct BlobId {
  std::array<std::uint8_t, 32> bytes{}; // with SHA-1 the last twelve are 0

  bool operator==(const BlobId&) const = default;
};

BlobId blob_id(std::string_view content, GitHash hash);

// Its first `size` bytes, at most 32: hash_size() of what made it.
std::string_view bytes_of(const BlobId& id, std::size_t size);

// Lower-case hexadecimal, 64 digits.
std::string hex(const Digest& digest);

// The same of any bytes.
std::string hex(std::string_view bytes);

} // namespace migcheck
