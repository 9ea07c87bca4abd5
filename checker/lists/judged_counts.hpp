// From the numbers of all files to counts of migrations: which directory each
// one fits, and whether it fell behind.
#pragma once

#include "config/config.hpp"
#include "lists/parsed_source.hpp"
#include "model/migration_count.hpp"

#include <memory>
#include <set>
#include <vector>

namespace migcheck::lists {

struct CountInput {
  const std::vector<std::unique_ptr<ParsedSource>>* sources = nullptr;
  const std::vector<MigrationDirectory>* directories = nullptr;
  const Config* config = nullptr;
};

struct JudgedCounts {
  std::vector<MigrationCount> counts; // by path, then position
  std::set<const ListConfig*> used_config;
};

// Deterministic. A number that fits no directory, or several that are no
// variants of each other, is dropped.
JudgedCounts judge_counts(const CountInput& input);

} // namespace migcheck::lists
