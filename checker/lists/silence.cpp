#include "lists/silence.hpp"

namespace migcheck::lists {

SilenceMemory::SilenceMemory(
    const FileReader& reader, const ScanOptions& options, std::uint64_t limit)
    : reader_(reader), known_(options.silent), before_(options.before),
      tables_(options.tables), limit_(limit) {}

std::uint64_t SilenceMemory::known_key(
    const SilencePlace& place, SilenceCursor& cursor) const {
  const EarlierSilence before = before_ == nullptr
                                    ? EarlierSilence()
                                    : before_->find(place.path, cursor.next);
  if (before.key == 0 && known_->empty()) {
    return 0;
  }
  const FileStamp stamp = reader_.stamp(place.path, cursor.nearby);
  if (!stamp.known || stamp.size > limit_) {
    return 0;
  }
  for (const Silence silence : {Silence::always, Silence::here}) {
    if (silence == Silence::always && place.near) {
      continue; // it was not looked at for counts
    }
    const std::uint64_t wanted = key(place, stamp, silence);
    if (wanted == before.key || known_->contains(wanted)) {
      return wanted;
    }
  }
  // Counts are of other numbers, however few.
  const bool counted = !place.near || (counted_ && before.after);
  const bool silent = among_ && counted && before.key != 0 &&
                      before.key == key_here(place, stamp, *among_);
  return silent ? before.key : 0;
}

std::uint64_t SilenceMemory::learnt_key(
    const SilencePlace& place, const FileStamp& stamp, Silence silence) const {
  return stamp.known && silence != Silence::none ? key(place, stamp, silence)
                                                 : 0;
}

std::uint64_t SilenceMemory::key(
    const SilencePlace& place, const FileStamp& stamp, Silence silence) const {
  return silence == Silence::always ? stamp_key(place.path, stamp, tables_bit())
                                    : key_here(place, stamp, here_);
}

std::uint64_t SilenceMemory::key_here(
    const SilencePlace& place,
    const FileStamp& stamp,
    std::uint64_t here) const {
  return stamp_key(
      place.path, stamp, here << 3 | (place.near ? 4 : 0) | tables_bit() | 1);
}

std::uint64_t SilenceMemory::tables_bit() const {
  return tables_ == WithTables::yes ? 2 : 0;
}

} // namespace migcheck::lists
