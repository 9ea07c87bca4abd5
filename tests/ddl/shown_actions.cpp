#include "ddl/shown.hpp"
#include "ddl/shown_parts.hpp"

#include <array>

namespace migcheck::ddl {
namespace {

using namespace parts;

struct ActionText {
  std::string operator()(const UnknownAction& a) const {
    return "UNKNOWN " + a.words;
  }

  std::string operator()(const OtherAction& a) const {
    return "other " + a.words;
  }

  std::string operator()(const AddColumn& a) const {
    return "add " + of(a.column) + flag(a.if_not_exists, "if-not-exists") +
           of(a.position) +
           (a.constraints.empty() ? "" : " [" + each(a.constraints) + "]");
  }

  std::string operator()(const DropColumn& a) const {
    return "drop " + a.column.text + flag(a.if_exists, "if-exists") +
           flag(a.cascade, "cascade");
  }

  std::string operator()(const SetColumnType& a) const {
    return "type " + a.column.text + " " + a.type.text +
           (a.using_.empty() ? "" : " using " + of(a.using_));
  }

  std::string operator()(const SetDefault& a) const {
    return "default " + a.column.text + " " + of(a.expression);
  }

  std::string operator()(const SetNotNull& a) const {
    return (a.not_null ? "not-null " : "null ") + a.column.text;
  }

  std::string operator()(const SetIdentity& a) const {
    return "identity " + a.column.text + flag(a.add, "add") +
           flag(a.identity == Identity::always, "always") +
           flag(a.identity == Identity::none, "drop") +
           flag(a.if_exists, "if-exists");
  }

  std::string operator()(const SetGenerated& a) const {
    return "generated " + a.column.text + " " + of(a.expression);
  }

  std::string operator()(const ModifyColumn& a) const {
    return "modify " + a.column.text + " to " + of(a.definition) +
           of(a.position) +
           (a.constraints.empty() ? "" : " [" + each(a.constraints) + "]");
  }

  std::string operator()(const RenameColumn& a) const {
    return "rename-column " + a.from.text + " " + a.to.text;
  }

  std::string operator()(const AddConstraint& a) const {
    return "add-constraint " + of(a.constraint);
  }

  std::string operator()(const DropConstraint& a) const {
    constexpr std::array<std::string_view, 4> kinds = {
        "named", "primary", "foreign", "check"};
    return "drop-constraint " +
           std::string(kinds[static_cast<std::size_t>(a.kind)]) + " " +
           a.name.text + flag(a.if_exists, "if-exists") +
           flag(a.cascade, "cascade");
  }

  std::string operator()(const RenameConstraint& a) const {
    return "rename-constraint " + a.from.text + " " + a.to.text;
  }

  std::string operator()(const ValidateConstraint& a) const {
    return "validate " + a.name.text;
  }

  std::string operator()(const AddIndex& a) const {
    return "add-index " + of(a.index);
  }

  std::string operator()(const DropTableIndex& a) const {
    return "drop-index " + a.name.text + flag(a.if_exists, "if-exists");
  }

  std::string operator()(const RenameTableIndex& a) const {
    return "rename-index " + a.from.text + " " + a.to.text;
  }

  std::string operator()(const RenameTable& a) const {
    return "rename " + of(a.to);
  }

  std::string operator()(const SetTableSchema& a) const {
    return "schema " + a.schema.text;
  }

  std::string operator()(const AttachPartition& a) const {
    return "attach " + of(a.partition) + " " + a.bounds.text;
  }

  std::string operator()(const DetachPartition& a) const {
    return "detach " + of(a.partition) + flag(a.concurrently, "concurrently");
  }

  std::string operator()(const Inherit& a) const {
    return (a.no ? "no-inherit " : "inherit ") + of(a.parent);
  }

  std::string operator()(const SetRowSecurity& a) const {
    return "row-security " + std::to_string(static_cast<int>(a.state));
  }

  std::string operator()(const SetTableOwner& a) const {
    return "owner " + a.role.text;
  }
};

} // namespace

std::string shown(const TableAction& action) {
  return std::visit(ActionText{}, action.what);
}

} // namespace migcheck::ddl
