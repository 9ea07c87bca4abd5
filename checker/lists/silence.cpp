#include "lists/silence.hpp"

namespace migcheck::lists {

SilenceMemory::SilenceMemory(
    const FileReader& reader, const ScanOptions& options, std::uint64_t limit)
    : reader_(reader), known_(options.silent), tables_(options.tables),
      limit_(limit) {}

bool SilenceMemory::knows(
    const SilencePlace& place, OpenDirectory& nearby, SilentKeys& found) const {
  if (known_->empty()) {
    return false;
  }
  const FileStamp stamp = reader_.stamp(place.path, nearby);
  if (!stamp.known || stamp.size > limit_) {
    return false;
  }
  for (const Silence silence : {Silence::always, Silence::here}) {
    if (silence == Silence::always && place.near) {
      continue; // it was not looked at for counts
    }
    const std::uint64_t wanted = key(place, stamp, silence);
    if (known_->contains(wanted)) {
      found.keys.push_back(wanted);
      return true;
    }
  }
  return false;
}

void SilenceMemory::learn(
    const SilencePlace& place,
    const FileStamp& stamp,
    Silence silence,
    SilentKeys& found) const {
  if (stamp.known && silence != Silence::none) {
    found.keys.push_back(key(place, stamp, silence));
    ++found.fresh;
  }
}

std::uint64_t SilenceMemory::key(
    const SilencePlace& place, const FileStamp& stamp, Silence silence) const {
  const std::uint64_t tables = tables_ == WithTables::yes ? 2 : 0;
  const std::uint64_t always = tables;
  const std::uint64_t here = here_ << 3 | (place.near ? 4 : 0) | tables | 1;
  return stamp_key(
      place.path, stamp, silence == Silence::always ? always : here);
}

} // namespace migcheck::lists
