#include "model/graph_drift.hpp"

namespace migcheck {

std::string_view graph_change_name(GraphChange change) {
  switch (change) {
  case GraphChange::heads:
    return "heads";
  case GraphChange::missing:
    return "missing";
  case GraphChange::repeated:
    return "repeated";
  case GraphChange::cycle:
    return "cycle";
  }
  return "";
}

std::string_view max_change_name(MaxChange change) {
  switch (change) {
  case MaxChange::conflict:
    return "conflict";
  case MaxChange::lines:
    return "lines";
  case MaxChange::empty:
    return "empty";
  case MaxChange::unknown:
    return "unknown";
  case MaxChange::passed:
    return "passed";
  }
  return "";
}

} // namespace migcheck
