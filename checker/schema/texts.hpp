// One copy of each text: names and types repeat in every partition.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace migcheck::schema {

class Texts {
 public:
  // The same text, at an address that stays.
  std::string_view keep(std::string_view text) {
    if (text.empty()) {
      return {};
    }
    const auto found = texts_.find(text);
    return found != texts_.end()
               ? std::string_view(*found)
               : std::string_view(*texts_.emplace(text).first);
  }

 private:
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::unordered_set<std::string, Hash, std::equal_to<>> texts_;
};

} // namespace migcheck::schema
