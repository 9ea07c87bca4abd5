#include "model/atlas_drift.hpp"

namespace migcheck {

std::string_view atlas_change_name(AtlasChange change) {
  switch (change) {
  case AtlasChange::conflict:
    return "conflict";
  case AtlasChange::damaged:
    return "damaged";
  case AtlasChange::total:
    return "total";
  case AtlasChange::edited:
    return "edited";
  case AtlasChange::line_ends:
    return "line-endings";
  case AtlasChange::added:
    return "added";
  case AtlasChange::removed:
    return "removed";
  case AtlasChange::reordered:
    return "reordered";
  }
  return "";
}

} // namespace migcheck
