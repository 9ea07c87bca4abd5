// Blocks, functions and other programs that make partitions: what the
// migrations' own statements do not tell.
#pragma once

#include "model/ddl.hpp"
#include "schema/history.hpp"

#include <set>
#include <string>
#include <vector>

namespace migcheck::schema {

// What makes partitions besides plain statements.
class PartitionMakers {
 public:
  // The history must outlive it.
  explicit PartitionMakers(const History& history);

  // Something may make partitions of any table.
  bool anything() const;

  // Something that has run may have made partitions of this one.
  bool have_made_partitions_of(Id table) const;

  // Functions that would, sorted.
  std::vector<std::string> idle_makers(Id table) const;

 private:
  void read(const ddl::Script& script);
  void call(const ddl::QualifiedName& name);
  void follow_calls();
  bool may_be_partition(const std::string& object, Id table) const;
  bool may_make(const ddl::DynamicPart& part, Id table) const;
  bool makes(const Function& function, Id table) const;

  const Catalogue& catalogue_;
  std::vector<ddl::DynamicPart> done_; // by blocks
  std::set<std::string, std::less<>> called_;
  bool anything_ = false;
};

} // namespace migcheck::schema
