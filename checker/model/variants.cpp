#include "model/variants.hpp"

#include "model/path_words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck {
namespace {

// How a file is run, not what it does.
constexpr std::array<std::string_view, 6> manners = {
    "autocommit", "notx", "no_tx", "no-tx", "nontx", "transactional"};

bool is_manner(std::string_view part) {
  return std::find(manners.begin(), manners.end(), part) != manners.end();
}

} // namespace

VariantName read_variant(std::string_view name) {
  VariantName variant;
  std::size_t begin = 0;
  while (begin <= name.size()) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    std::string part = lower_case(name.substr(begin, end - begin));
    if (begin > 0 && is_manner(part)) {
      part.clear();
    } else if (begin > 0 && is_database(part)) {
      while (part.back() >= '0' && part.back() <= '9') {
        part.pop_back();
      }
      variant.database = std::move(part);
    } else {
      variant.base += variant.base.empty() ? "" : ".";
      variant.base += name.substr(begin, end - begin);
    }
    begin = end + 1;
  }
  return variant;
}

bool are_variants(const Migration& a, const Migration& b) {
  if (a.version != b.version || a.kind != b.kind) {
    return false;
  }
  const VariantName first = read_variant(a.name);
  const VariantName second = read_variant(b.name);
  return first.base == second.base && first.database != second.database;
}

} // namespace migcheck
