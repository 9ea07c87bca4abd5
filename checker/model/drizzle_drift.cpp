#include "model/drizzle_drift.hpp"

namespace migcheck {

std::string_view drizzle_change_name(DrizzleChange change) {
  switch (change) {
  case DrizzleChange::conflict:
    return "conflict";
  case DrizzleChange::damaged:
    return "damaged";
  case DrizzleChange::byte_order_mark:
    return "utf8-mark";
  case DrizzleChange::index:
    return "index";
  case DrizzleChange::prefix:
    return "prefix";
  case DrizzleChange::order:
    return "order";
  case DrizzleChange::future:
    return "future";
  case DrizzleChange::snapshot:
    return "snapshot";
  case DrizzleChange::collision:
    return "collision";
  }
  return "";
}

} // namespace migcheck
