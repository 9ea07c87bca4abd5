#include "model/history_drift.hpp"

namespace migcheck {

std::string_view history_change_name(HistoryChange change) {
  switch (change) {
  case HistoryChange::edited:
    return "edited";
  case HistoryChange::renamed:
    return "renamed";
  case HistoryChange::missing:
    return "missing";
  case HistoryChange::late:
    return "late";
  case HistoryChange::failed:
    return "failed";
  }
  return "";
}

} // namespace migcheck
