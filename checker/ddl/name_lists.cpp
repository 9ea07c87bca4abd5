#include "ddl/name_lists.hpp"

#include <algorithm>
#include <utility>

namespace migcheck::ddl {
namespace {

// Above so many names a list is not searched.
constexpr std::size_t most_compared = 64;

bool is_same(const std::string& a, const std::string& b) {
  return a == b;
}

bool is_same(const QualifiedName& a, const QualifiedName& b) {
  return a.name == b.name && a.schema == b.schema;
}

bool is_same(const FunctionCall& a, const FunctionCall& b) {
  return is_same(a.name, b.name) && a.literal == b.literal;
}

template <typename Name>
void add_unless_known(std::vector<Name>& list, Name name) {
  const auto same = [&name](const Name& known) { return is_same(known, name); };
  const bool searched = list.size() <= most_compared;
  if (!searched || std::none_of(list.begin(), list.end(), same)) {
    list.push_back(std::move(name));
  }
}

} // namespace

void add_once(std::vector<std::string>& list, std::string name) {
  add_unless_known(list, std::move(name));
}

void add_once(std::vector<QualifiedName>& list, QualifiedName name) {
  if (!name.empty()) {
    add_unless_known(list, std::move(name));
  }
}

void add_once(std::vector<FunctionCall>& list, FunctionCall call) {
  if (!call.name.empty()) {
    add_unless_known(list, std::move(call));
  }
}

} // namespace migcheck::ddl
