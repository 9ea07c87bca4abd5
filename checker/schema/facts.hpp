// What a catalogue says of single objects, as texts that can be compared:
// before and after, by name.
#pragma once

#include "schema/catalogue.hpp"

#include <string>
#include <vector>

namespace migcheck::schema {

struct Fact {
  ddl::ObjectKind kind = ddl::ObjectKind::table;
  std::string table;  // of columns, constraints, triggers and policies
  std::string name;   // as reports name it
  std::string detail; // what else there is to say

  auto operator<=>(const Fact&) const = default; // NOLINT
};

// Adds the facts of an object; of a relation its columns too. Dead objects
// and hidden ones (of temporary tables) have none.
void add_facts(
    const Catalogue& catalogue,
    const Relation& object,
    std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue, const Index& object, std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue,
    const Constraint& object,
    std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue,
    const Sequence& object,
    std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue, const Type& object, std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue,
    const Function& object,
    std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue,
    const Trigger& object,
    std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue, const Policy& object, std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue,
    const SchemaObject& object,
    std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue,
    const Extension& object,
    std::vector<Fact>& facts);
void add_facts(
    const Catalogue& catalogue, const Role& object, std::vector<Fact>& facts);

} // namespace migcheck::schema
