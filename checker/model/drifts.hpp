// How what runners and frameworks keep beside the migrations differs from
// them. By path; where a rule asks.
#pragma once

#include "model/atlas_drift.hpp"
#include "model/blind_edit.hpp"
#include "model/drizzle_drift.hpp"
#include "model/dump_drift.hpp"
#include "model/graph_drift.hpp"
#include "model/history_drift.hpp"
#include "model/sqitch_drift.hpp"

#include <vector>

namespace migcheck {

struct Drifts {
  std::vector<AtlasDrift> atlas;
  std::vector<DrizzleDrift> drizzle;
  std::vector<SqitchDrift> sqitch;
  std::vector<GraphDrift> graphs;
  std::vector<MaxDrift> max_migrations;
  std::vector<DumpDrift> dumps;
  std::vector<HistoryDrift> history;
  std::vector<BlindEdit> blind_edits;
  std::size_t compared = 0; // how many of all kinds there are
};

} // namespace migcheck
