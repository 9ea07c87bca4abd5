#include "model/sqitch_drift.hpp"

namespace migcheck {

std::string_view sqitch_change_name(SqitchChange change) {
  switch (change) {
  case SqitchChange::conflict:
    return "conflict";
  case SqitchChange::damaged:
    return "damaged";
  case SqitchChange::header:
    return "header";
  case SqitchChange::project:
    return "project";
  case SqitchChange::name:
    return "name";
  case SqitchChange::time:
    return "time";
  case SqitchChange::early:
    return "early";
  case SqitchChange::dependency:
    return "dependency";
  case SqitchChange::doubled:
    return "doubled";
  case SqitchChange::repeated:
    return "repeated";
  case SqitchChange::unknown:
    return "unknown";
  case SqitchChange::later:
    return "later";
  case SqitchChange::circular:
    return "circular";
  case SqitchChange::conflicting:
    return "conflicting";
  case SqitchChange::fileless:
    return "fileless";
  case SqitchChange::pragmas:
    return "pragmas";
  case SqitchChange::edited:
    return "edited";
  case SqitchChange::removed:
    return "removed";
  case SqitchChange::inserted:
    return "inserted";
  case SqitchChange::moved:
    return "moved";
  }
  return "";
}

} // namespace migcheck
