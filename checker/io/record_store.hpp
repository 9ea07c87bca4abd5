// Records by key, kept from one run to the next in the bytes of a cache file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// Used where its bytes stand. Any bytes are safe: those with another header,
// size or check sum hold nothing.
class RecordStore {
 public:
  // Holds nothing.
  RecordStore() = default;

  // `fingerprint` stands for all that the meaning of a record depends on
  // besides its key: the program and the project.
  RecordStore(std::string bytes, std::uint64_t fingerprint);

  bool empty() const { return count_ == 0; }

  // The record of a key; null data where there is none. It lives as long as
  // the store.
  std::string_view find(std::uint64_t key) const;

 private:
  std::string bytes_;
  std::size_t count_ = 0;
};

// What a run used of the store, and what it found out.
struct LearnedRecords {
  std::vector<std::uint64_t> known;
  std::vector<std::pair<std::uint64_t, std::string>> fresh;
};

// Adds what another part of the run learned.
void append(LearnedRecords&& part, LearnedRecords& all);

// The bytes for RecordStore: what was learned, and nothing that was not used.
// The same for any order of it.
std::string record_store_text(
    const RecordStore& store,
    const LearnedRecords& learned,
    std::uint64_t fingerprint);

} // namespace migcheck
