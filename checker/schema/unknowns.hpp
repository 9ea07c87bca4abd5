// What only running the migrations could tell: names and patterns, each with
// its place and its reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace migcheck::schema {

struct Unknown {
  // A name, `table.column`, `parent/*` for partitions of a parent, or a
  // pattern with `*`; "" for what may have changed anything.
  std::string object;
  std::string path; // of the migration's file
  std::uint32_t line = 1;
  std::string why;
};

class Unknowns {
 public:
  void add(Unknown unknown);

  const std::vector<Unknown>& all() const { return all_; }

  // True where a name, or `table.name`, may be there or not, or be other
  // than the model says.
  bool covers(std::string_view name) const;

  // True when anything may have changed.
  bool everything() const { return everything_ > 0; }

  // Takes back what was added after the first `count`.
  void shrink(std::size_t count);

 private:
  std::vector<Unknown> all_;
  std::unordered_multiset<std::string> names_;
  std::vector<std::size_t> patterns_; // indexes in all_
  std::size_t everything_ = 0;
};

} // namespace migcheck::schema
