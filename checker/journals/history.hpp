// An exported history table against the migrations of its runner.
#pragma once

#include "diagnostic/error.hpp"
#include "journals/history_table.hpp"
#include "journals/sources.hpp"
#include "model/history_drift.hpp"

#include <map>
#include <string>
#include <vector>

namespace migcheck {

// What the runner of the table would find when it validates the tree, by row
// and then by file. An error, one line that begins with the path: the text is
// no export that is known, or there are no migrations that it could be the
// history of.
Result<std::vector<HistoryDrift>> find_history_drifts(
    const JournalSources& sources,
    const std::string& path,
    const std::string& text);

// One directory and its history, for the runners' own rules.
class HistoryComparison {
 public:
  HistoryComparison(
      const JournalSources& sources,
      const HistoryTable& table,
      const MigrationDirectory& directory);

  std::vector<HistoryDrift> compare();

 private:
  HistoryDrift&
  add(HistoryChange change, const std::string& name, Span row = {});
  void compare_flyway();
  void compare_flyway_row(const HistoryRow& row, const Migration& migration);
  void compare_liquibase();
  void compare_prisma();
  void compare_sqlx();
  void compare_goose();
  void compare_golang_migrate();
  void compare_versions();
  const Migration* find(const std::string& version) const;
  void find_late(
      const std::vector<std::string>& applied, const std::string& baseline);
  std::string text_of(const Migration& migration) const;

  const JournalSources& sources_;
  const HistoryTable& table_;
  const MigrationDirectory& directory_;
  std::vector<const Migration*> all_; // those in other languages too
  std::map<std::string, const Migration*> by_version_; // versioned ones
  std::vector<HistoryDrift> drifts_;
};

} // namespace migcheck
