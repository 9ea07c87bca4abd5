// What a list leaves out on purpose, because something else in the project
// takes care of it.
#pragma once

#include "lists/draft.hpp"
#include "lists/name_index.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace migcheck::lists {

struct Deliberate {
  // Migrations that are left out on purpose or handled elsewhere, and where
  // that is said: `named by "SKIPPED" in "db/loader.go"`.
  std::map<const Migration*, std::string> migrations;
  std::set<std::string, std::less<>> names; // as [[list]] except gives them
  bool absent_wanted = false; // entries without a file are no mistake
};

// Names that an `except` may excuse, without their endings: what the list
// lacks, and what it holds that is no migration of its directory.
std::set<std::string> excusable_names(const Draft& draft);

// A list that holds exactly what a complete list of the same directory lacks
// says what is left out on purpose: it becomes an exclusion.
void find_complements(std::vector<Draft>& drafts);

// Collects over all lists of a project; they must outlive it.
class DeliberateFinder {
 public:
  DeliberateFinder(const std::vector<Draft>& drafts, const NameIndex& index);

  // `draft` is one of them.
  Deliberate find(const Draft& draft) const;

 private:
  std::size_t number_of(const Draft& draft) const;
  void add_appended(const Draft& draft, Deliberate& deliberate) const;
  void add_other_parts(const Draft& draft, Deliberate& deliberate) const;
  void add_commented(const Draft& draft, Deliberate& deliberate) const;

  const std::vector<Draft>& drafts_;
  const NameIndex& index_;
  std::vector<Migrations> listed_; // of each draft
  // Drafts by their directory, and source files that ask whether a file is
  // there.
  std::map<const MigrationDirectory*, std::vector<std::size_t>> by_directory_;
  std::map<const SourceTree*, bool> asking_;
  // Per directory: what some list excludes on purpose.
  std::map<const MigrationDirectory*, std::map<const Migration*, std::string>>
      excluded_;
};

} // namespace migcheck::lists
