// From the candidates of all files to lists: attribution, intent and
// comparison, and what the lists say about each other.
#pragma once

#include "config/config.hpp"
#include "io/file_reader.hpp"
#include "lists/file_names.hpp"
#include "lists/list_history.hpp"
#include "lists/name_index.hpp"
#include "lists/parsed_source.hpp"
#include "lists/prefilter.hpp"
#include "model/migration_list.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct JudgeInput {
  const std::vector<std::unique_ptr<ParsedSource>>* sources = nullptr;
  const NameIndex* index = nullptr;
  const FileNames* names = nullptr;
  const Config* config = nullptr;
  const FileReader* reader = nullptr;
  const std::vector<NamedOnce>* singles = nullptr; // null: not known
  const ListHistory* history = nullptr;            // null: none is known
  unsigned jobs = 0;                   // threads, as thread_count() takes them
  std::vector<std::string_view> paths; // of all files, sorted
};

// Names that an `except` of a table may excuse, without their endings: what its
// lists lack, and what they hold that is no migration.
using Excusable = std::map<const ListConfig*, std::set<std::string>>;

struct JudgedLists {
  std::vector<MigrationList> lists; // by path, then position
  std::vector<const ListConfig*> unmatched_config;
  Excusable excusable;
};

// Deterministic. Candidates that no directory explains and that name no known
// migration are dropped.
JudgedLists judge_lists(const JudgeInput& input);

} // namespace migcheck::lists
