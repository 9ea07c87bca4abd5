#include "schema/table_drift.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace migcheck::schema {
namespace {

const VersionedColumn*
find_column(const TableColumns& columns, std::string_view name) {
  const auto found = std::find_if(
      columns.begin(), columns.end(), [&](const VersionedColumn& column) {
        return column.name == name;
      });
  return found == columns.end() ? nullptr : &*found;
}

class DriftReader {
 public:
  DriftReader(const std::vector<TableVersion>& versions, std::size_t since)
      : versions_(versions), since_(since), then_(versions[since].columns),
        now_(versions.back().columns) {}

  TableDrift read();

 private:
  // The change by the first of those last versions for which `is` holds.
  template <typename Is>
  TableChange& change_since(const Is& is);

  const VersionedColumn* old_form(const VersionedColumn& column) const;
  void add_new(const VersionedColumn& column);

  const std::vector<TableVersion>& versions_;
  std::size_t since_;
  const TableColumns& then_;
  const TableColumns& now_;
  std::map<std::uint32_t, TableChange> changes_;
  std::set<std::string_view> renamed_; // names that columns had
  TableDrift drift_;
};

template <typename Is>
TableChange& DriftReader::change_since(const Is& is) {
  std::size_t at = versions_.size() - 1;
  while (at > since_ + 1 && is(versions_[at - 1].columns)) {
    --at;
  }
  const std::uint32_t migration = versions_[at].migration;
  TableChange& change = changes_[migration];
  change.migration = migration;
  return change;
}

// The same column under a name that is gone.
const VersionedColumn*
DriftReader::old_form(const VersionedColumn& column) const {
  const auto found = std::find_if(
      then_.begin(), then_.end(), [&](const VersionedColumn& other) {
        return other.place == column.place;
      });
  return found != then_.end() && find_column(now_, found->name) == nullptr
             ? &*found
             : nullptr;
}

void DriftReader::add_new(const VersionedColumn& column) {
  TableChange& change = change_since([&](const TableColumns& columns) {
    return find_column(columns, column.name) != nullptr;
  });
  if (const VersionedColumn* old = old_form(column)) {
    renamed_.insert(old->name);
    change.renamed.emplace_back(old->name, column.name);
  } else {
    change.added.push_back(column.name);
    drift_.missing.push_back(column.definition);
  }
}

TableDrift DriftReader::read() {
  for (const VersionedColumn& column : now_) {
    const VersionedColumn* known = find_column(then_, column.name);
    if (known == nullptr) {
      add_new(column);
      known = old_form(column);
    }
    if (known != nullptr && known->type != column.type) {
      const auto has_type = [&](const TableColumns& columns) {
        const VersionedColumn* other = find_column(columns, column.name);
        return other != nullptr && other->type == column.type;
      };
      change_since(has_type).retyped.push_back(column.name);
      drift_.retyped.push_back(column.definition);
    }
  }
  for (const VersionedColumn& column : then_) {
    if (find_column(now_, column.name) == nullptr &&
        renamed_.count(column.name) == 0) {
      const auto is_gone = [&](const TableColumns& columns) {
        return find_column(columns, column.name) == nullptr;
      };
      change_since(is_gone).removed.push_back(column.name);
    }
  }
  for (auto& [migration, change] : changes_) {
    drift_.changes.push_back(std::move(change));
  }
  return std::move(drift_);
}

} // namespace

TableDrift
table_drift(const std::vector<TableVersion>& versions, std::size_t since) {
  return DriftReader(versions, since).read();
}

} // namespace migcheck::schema
