#include "config/section.hpp"
#include "config/tables.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 1> schema_keys = {"required"};
constexpr std::array<std::string_view, 2> table_keys = {"required", "optional"};

class ContractReader {
 public:
  ContractReader(const TomlMember& table, Problems& problems)
      : table_(table), problems_(problems),
        title_("[schema.required." + printable(table.key) + "]") {}

  ContractTable read();

 private:
  bool is_schema() const;
  void read_columns(
      ConfigSection& section,
      std::string_view key,
      std::vector<ContractName>& out);

  const TomlMember& table_;
  Problems& problems_;
  std::string title_;
  std::unordered_map<std::string_view, Span> seen_;
};

// `[schema.required.auth.users]` is a table in a table.
bool ContractReader::is_schema() const {
  for (const TomlMember& member : table_.value.members) {
    if (member.value.kind == TomlKind::table) {
      problems_.add(
          member.key_span,
          fmt::format(
              "write schema and table as one key: [schema.required.\"{}.{}\"]",
              printable(table_.key),
              printable(member.key)));
      return true;
    }
  }
  return false;
}

void ContractReader::read_columns(
    ConfigSection& section,
    std::string_view key,
    std::vector<ContractName>& out) {
  for (const TomlValue* name : section.strings(key)) {
    const auto [first, added] = seen_.try_emplace(name->text, name->span);
    if (name->text.empty()) {
      section.problem(
          *name, fmt::format("{} holds an empty name", quoted(key)));
    } else if (!added) {
      section.problem(
          *name,
          fmt::format(
              "column {} is already named on line {}",
              quoted(name->text),
              problems_.lines().position(first->second.begin).line));
    } else {
      out.push_back({{problems_.path(), name->span}, name->text});
    }
  }
}

ContractTable ContractReader::read() {
  ContractTable out;
  out.name = {{problems_.path(), table_.key_span}, table_.key};
  if (table_.key.empty()) {
    problems_.add(table_.key_span, "the name of a table is empty");
    return out;
  }
  if (!has_kind(table_.value, table_.key, TomlKind::table, problems_) ||
      is_schema()) {
    return out;
  }
  ConfigSection section(table_.value, title_, table_keys, problems_);
  read_columns(section, "required", out.required);
  read_columns(section, "optional", out.optional);
  return out;
}

} // namespace

std::vector<ContractTable>
read_contract(const TomlValue& schema, Problems& problems) {
  std::vector<ContractTable> contract;
  ConfigSection section(schema, "[schema]", schema_keys, problems);
  if (const TomlValue* tables = section.find("required", TomlKind::table)) {
    for (const TomlMember& table : tables->members) {
      contract.push_back(ContractReader(table, problems).read());
    }
  }
  return contract;
}

} // namespace migcheck
