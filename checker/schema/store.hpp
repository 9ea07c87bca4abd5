// Objects of one kind by number, with a log of what they were: the catalogue
// can be set back to a mark. Numbers are never used again, addresses stay.
#pragma once

#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace migcheck::schema {

using Id = std::uint32_t;
inline constexpr Id no_id = 0xFFFFFFFF;

// How far marks have come; shared by all stores of a catalogue.
struct Recording {
  std::uint32_t mark = 0; // of the last one; only rises
  bool active = false;
};

template <typename T>
class Store {
 public:
  struct Image {
    Id id;
    std::uint32_t mark; // of its last change before: it was so since then
    T object;
  };

  explicit Store(const Recording& recording) : recording_(&recording) {}

  const T& operator[](Id id) const { return slots_[id].object; }

  Id size() const { return static_cast<Id>(slots_.size()); }

  Id add(T object) {
    slots_.push_back({std::move(object), recording_->mark});
    return size() - 1;
  }

  // The object, to be changed. While recording, its first change since the
  // last mark costs a copy.
  T& edit(Id id) {
    Slot& slot = slots_[id];
    if (recording_->active && slot.mark < recording_->mark) {
      log_.push_back({id, slot.mark, slot.object});
      slot.mark = recording_->mark;
    }
    return slot.object;
  }

  // What objects were before their changes, the oldest first.
  const std::vector<Image>& log() const { return log_; }

  // Takes the last image back.
  void undo_last() {
    Image& image = log_.back();
    slots_[image.id] = {std::move(image.object), image.mark};
    log_.pop_back();
  }

  // Takes back the objects from `size` on.
  void shrink(Id size) {
    while (slots_.size() > size) {
      slots_.pop_back();
    }
  }

  void forget() { log_.clear(); }

 private:
  struct Slot {
    T object;
    std::uint32_t mark; // of its last copy, or of its making
  };

  const Recording* recording_;
  std::deque<Slot> slots_;
  std::vector<Image> log_;
};

} // namespace migcheck::schema
