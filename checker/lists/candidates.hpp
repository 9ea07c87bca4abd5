// Candidates: groups of names with their entries, their place and what is
// said around them. Nothing here knows a directory's content.
#pragma once

#include "lists/brackets.hpp"
#include "lists/grouping.hpp"
#include "lists/mentions.hpp"
#include "lists/name_index.hpp"
#include "model/migration_list.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace migcheck::lists {

struct CandidateEntry {
  EntryName name; // the folder may come from another name of the element
  Span literal;   // quotes included
  Span element;   // the element it stands in, with the comma after it
  std::uint32_t token = 0;
  // Neither known nor shaped like a migration: an element of the same list
  // that names something else, such as a code migration.
  bool plain = false;
};

struct Candidate {
  ListShape shape = ListShape::array;
  Span span; // from the first bracket (or entry) to the last
  Span name_span;
  std::string name;
  std::string callee;    // function or keyword that the entries go to
  std::string comment;   // comments directly above, and within a chain
  std::string functions; // names of the functions around it
  std::string loops;     // names of the functions that loop over it
  bool chain = false;    // like statements, each with a context of its own
  bool apart = false;    // a statement of a chain cannot stand for another
  bool looped = false;   // something iterates over it
  bool embeds = false; // entries are loaded at build time: include_str!, import
  bool writes = false; // the code creates those files
  bool asserts = false;       // it is an argument of an assertion
  std::uint32_t begin = 0;    // offset: where its statement begins
  std::uint32_t elements = 0; // of the group, those without a name included
  std::uint32_t bracket = 0;  // 0 where the group is no bracket
  std::uint32_t function = 0; // bracket of the function body around; 0 = none
  std::uint32_t part = 0;     // 0: the file's tree; n: the n-th embedded one
  std::vector<CandidateEntry> entries;
  // Of a scattered list: the file that each entry stands in.
  std::vector<std::string> files;
  // Of the manifests of all releases of a directory: that directory.
  const MigrationDirectory* releases = nullptr;
};

// A folder that the code names in a literal of its own: "../db/migrations".
struct NamedFolder {
  std::string path; // as read_folder gives it
  std::uint32_t token = 0;
  std::uint32_t function = 0;
};

// A name that belongs to no candidate.
struct LooseName {
  std::string identity;
  std::string callee; // what it is given to
  Span span;
  EntryName name;
};

struct SourceCandidates {
  std::vector<Candidate> lists;       // in the order of the text
  std::vector<NamedFolder> folders;   // literals that end in a directory's name
  std::vector<LooseName> loose_names; // in the order of the text
  // Trees of literals that hold lists.
  std::vector<std::unique_ptr<SourceTree>> embedded;
};

// Linear in the tokens.
SourceCandidates find_candidates(
    const SourceTree& tree, const NameIndex& index, Least least = Least::two);

} // namespace migcheck::lists
