// What lists held at another time, as far as it tells what they are meant to
// hold now.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace migcheck::lists {

class ListHistory {
 public:
  ListHistory() = default;

  // Every list that says nothing of itself counts as complete: what each lacks
  // is wanted, to compare it with another time.
  static ListHistory all_complete();

  // `when` in words: "at the merge base with origin/main".
  explicit ListHistory(std::string when) : when_(std::move(when)) {}

  // A list by its file and by where it begins, as MigrationList::span has it.
  void add(std::string path, std::uint32_t begin);

  bool empty() const { return !all_ && lists_.empty(); }

  // Why the list is complete, a clause; "" where nothing is known.
  std::string reason(std::string_view path, std::uint32_t begin) const;

 private:
  bool all_ = false;
  std::string when_;
  std::map<std::string, std::set<std::uint32_t>, std::less<>> lists_;
};

} // namespace migcheck::lists
