#include "lists/list_history.hpp"

namespace migcheck::lists {

ListHistory ListHistory::all_complete() {
  ListHistory history;
  history.all_ = true;
  return history;
}

void ListHistory::add(std::string path, std::uint32_t begin) {
  lists_[std::move(path)].insert(begin);
}

std::string
ListHistory::reason(std::string_view path, std::uint32_t begin) const {
  if (all_) {
    return "it is taken for complete";
  }
  const auto found = lists_.find(path);
  return found != lists_.end() && found->second.contains(begin)
             ? "it held every migration " + when_
             : std::string();
}

} // namespace migcheck::lists
