#include "lists/earlier_scan.hpp"

#include "lists/known_names.hpp"
#include "text/find_ahead.hpp"

#include <algorithm>

namespace migcheck::lists {

std::optional<std::uint64_t>
EarlierScan::here_for(const KnownNames& names, std::uint64_t runners) const {
  const bool same = found_.names != nullptr && runners == found_.runners &&
                    names.is_within(*found_.names);
  return same ? std::optional(found_.here) : std::nullopt;
}

bool EarlierScan::is_for(const NearNumbers& numbers) const {
  return !found_.after.empty() && numbers.key() == found_.numbers_after;
}

EarlierSilence EarlierScan::at(std::size_t index) const {
  return {
      found_.keys[index], !found_.after.empty() && found_.after[index] != 0};
}

// Both lists mostly view the same bytes.
EarlierSilence
EarlierScan::find(std::string_view path, std::size_t& next) const {
  if (find_ahead(files_, path, next) != nullptr) {
    return at(next - 1);
  }
  const auto found = std::lower_bound(
      files_.begin(),
      files_.end(),
      path,
      [](const FileEntry& file, std::string_view wanted) {
        return file.path < wanted;
      });
  next = static_cast<std::size_t>(found - files_.begin());
  return found != files_.end() && found->path == path ? at(next)
                                                      : EarlierSilence();
}

} // namespace migcheck::lists
