// Open addressing over stems; a name is looked up by its stem and, where that
// is unknown, as it is: the title of a name may itself hold dots.
#include "lists/known_names.hpp"

#include "layouts/retired_name.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <cstring>

namespace migcheck::lists {
namespace {

std::uint32_t hash_of(std::string_view text) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = text.size() * factor;
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32;
    text.remove_prefix(8);
  }
  std::uint64_t word = 0;
  std::memcpy(&word, text.data(), text.size());
  hash = (hash ^ word) * factor;
  return static_cast<std::uint32_t>(hash >> 32);
}

bool take(std::string_view& name, std::string_view suffix) {
  if (name.size() <= suffix.size() || !name.ends_with(suffix)) {
    return false;
  }
  name.remove_suffix(suffix.size());
  return true;
}

// Up to five letters behind the last dot.
void take_extension(std::string_view& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot > 6) {
    return;
  }
  const std::string_view extension = name.substr(dot + 1);
  const bool letters =
      std::all_of(extension.begin(), extension.end(), [](char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      });
  if (letters && !extension.empty()) {
    name = name.substr(0, dot);
  }
}

} // namespace

std::string_view name_stem(std::string_view name) {
  name = without_retired(name);
  take_extension(name);
  if (!take(name, ".up") && !take(name, ".down")) {
    take(name, ".do") || take(name, ".undo");
  }
  return name;
}

KnownNames::KnownNames(const std::vector<MigrationDirectory>& directories) {
  std::size_t migrations = 0;
  for (const MigrationDirectory& directory : directories) {
    migrations += directory.migrations.size() + directory.retired.size() +
                  directory.gone.size();
  }
  grow(2 * migrations + 16);
  for (const MigrationDirectory& directory : directories) {
    const bool folders = layout(directory.layout).folders;
    for (const auto* list :
         {&directory.migrations, &directory.retired, &directory.gone}) {
      for (const Migration& migration : *list) {
        add(last_part(migration.entry));
        add(folders ? std::string_view() : last_part(migration.path));
        add(folders ? std::string_view() : last_part(migration.down));
      }
    }
  }
}

void KnownNames::grow(std::size_t slots) {
  std::size_t size = 32;
  while (size < slots) {
    size *= 2;
  }
  std::vector<Slot> old(size);
  old.swap(slots_);
  for (const Slot& one : old) {
    if (one.size != 0) {
      slot(one.hash, {text_.data() + one.begin, one.size}) = one;
    }
  }
}

// Where the name is, or would go.
KnownNames::Slot& KnownNames::slot(std::uint32_t hash, std::string_view name) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].size != 0 &&
         (slots_[at].hash != hash ||
          text_.compare(slots_[at].begin, slots_[at].size, name) != 0)) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return slots_[at];
}

void KnownNames::add(std::string_view name) {
  longest_ = std::max(longest_, name.size());
  name = name_stem(name);
  if (name.empty()) {
    return;
  }
  const std::uint32_t hash = hash_of(name);
  Slot& free = slot(hash, name);
  if (free.size != 0) {
    return;
  }
  free = {
      hash,
      static_cast<std::uint32_t>(text_.size()),
      static_cast<std::uint32_t>(name.size())};
  text_ += name;
  text_ += '\0';
  if (++count_ * 2 > slots_.size()) {
    grow(2 * slots_.size());
  }
}

bool KnownNames::is_within(const KnownNames& other) const {
  if (longest_ > other.longest_) {
    return false;
  }
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = text_.find('\0', at);
    if (other.look_up(std::string_view(text_).substr(at, end - at)) == 0) {
      return false;
    }
    at = end + 1;
  }
  return true;
}

void KnownNames::add_to(ContentHash& hash) const {
  const ContentKey names = content_key(text_);
  hash.add_number(names.first);
  hash.add_number(names.second);
  hash.add_number(longest_);
}

std::uint32_t KnownNames::look_up(std::string_view name) const {
  const std::uint32_t hash = hash_of(name);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].size != 0; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& one = slots_[at];
    if (one.hash == hash && one.size == name.size() &&
        std::memcmp(text_.data() + one.begin, name.data(), name.size()) == 0) {
      return one.begin + 1;
    }
  }
  return 0;
}

std::uint32_t KnownNames::find(std::string_view name) const {
  if (name.empty() || name.size() > longest_ + 8) {
    return 0;
  }
  const std::string_view stem = name_stem(name);
  const std::uint32_t found = look_up(stem);
  return found != 0 || stem.size() == name.size() ? found : look_up(name);
}

} // namespace migcheck::lists
