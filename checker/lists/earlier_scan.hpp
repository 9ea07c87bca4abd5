// What a scan of much the same files found silent, in the same check.
#pragma once

#include "discover/file_list.hpp"
#include "lists/count_numbers.hpp"
#include "lists/silent_files.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct EarlierSilence {
  std::uint64_t key = 0; // 0: it has none
  bool after = false;    // as SilentKeys have it
};

class EarlierScan {
 public:
  // The files, by path, and what their scan found, with a key for each of them.
  // Both must outlive this object.
  EarlierScan(const std::vector<FileEntry>& files, const SilentKeys& found)
      : files_(files), found_(found) {}

  // What stood for the migrations: where it does for these names too. A name
  // that is known no more makes no silent file speak. Else nothing.
  std::optional<std::uint64_t>
  here_for(const KnownNames& names, std::uint64_t runners) const;

  // True where these are the numbers that were looked for besides.
  bool is_for(const NearNumbers& numbers) const;

  // What was found of the file. `next` is 0 at first and then what the look-up
  // before has made of it: paths are asked for in their order.
  EarlierSilence find(std::string_view path, std::size_t& next) const;

 private:
  EarlierSilence at(std::size_t index) const;

  const std::vector<FileEntry>& files_;
  const SilentKeys& found_;
};

} // namespace migcheck::lists
