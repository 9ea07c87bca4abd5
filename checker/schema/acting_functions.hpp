// What calling the functions does that migrations define.
#pragma once

#include "model/ddl.hpp"
#include "model/migration.hpp"

#include <map>
#include <string>
#include <vector>

namespace migcheck::schema {

struct CallEffects {
  // False where it may do anything: a function of an extension, or one that
  // calls others of the directory.
  bool known = true;
  std::vector<ddl::DynamicPart> parts;
};

// The functions of a directory whose statements were recognised. They are told
// apart by name alone, without case and schema.
class ActingFunctions {
 public:
  explicit ActingFunctions(const MigrationDirectory& directory);

  // What a call may do.
  const CallEffects& call(const ddl::QualifiedName& function) const;

 private:
  void add(const ddl::CreateFunction& function);

  std::map<std::string, CallEffects> functions_;
};

} // namespace migcheck::schema
