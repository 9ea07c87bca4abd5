#include "schema/contract_gaps.hpp"

#include "model/ddl.hpp"
#include "schema/history.hpp"
#include "schema/removed_names.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <memory>

namespace migcheck::schema {
namespace {

// A name of the contract, taken apart.
struct WantedName {
  std::string schema; // "" any
  std::string name;
  bool exact = false; // in quotes
};

WantedName read_column(const std::string& text) {
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') {
    return {{}, text.substr(1, text.size() - 2), true};
  }
  return {{}, text, false};
}

WantedName read_table(const std::string& text) {
  WantedName whole = read_column(text);
  if (whole.exact) {
    return whole;
  }
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) {
    return whole;
  }
  return {text.substr(0, dot), text.substr(dot + 1), false};
}

// How well a name fits: the less, the better.
enum class Fit : std::uint8_t { exact, other_schema, without_case, none };

Fit fit_of(
    const Catalogue& catalogue,
    const Relation& relation,
    const WantedName& wanted) {
  if (!relation.alive || relation.temporary) {
    return Fit::none;
  }
  const std::string_view schema = catalogue.schemas[relation.schema].name;
  if (!wanted.schema.empty() && !equals_ignoring_case(wanted.schema, schema)) {
    return Fit::none;
  }
  if (relation.name == wanted.name) {
    const bool usual =
        relation.schema == catalogue.public_schema() || !wanted.schema.empty();
    return usual ? Fit::exact : Fit::other_schema;
  }
  return !wanted.exact && equals_ignoring_case(relation.name, wanted.name)
             ? Fit::without_case
             : Fit::none;
}

Id find_table(const Catalogue& catalogue, const WantedName& wanted) {
  Id found = no_id;
  Fit best = Fit::none;
  for (Id id = 0; id < catalogue.relations.size(); ++id) {
    const Fit fit = fit_of(catalogue, catalogue.relations[id], wanted);
    if (fit < best) {
      best = fit;
      found = id;
    }
  }
  return found;
}

bool has_column(
    const Catalogue& catalogue, const Relation& table, const WantedName& name) {
  return std::any_of(
             table.columns.begin(),
             table.columns.end(),
             [&](const Column& column) {
               return !column.dropped &&
                      (column.name == name.name ||
                       (!name.exact &&
                        equals_ignoring_case(column.name, name.name)));
             }) ||
         catalogue.unknowns.covers(catalogue.shown(table) + '.' + name.name);
}

// Whether all that is there is known.
bool is_known(const Catalogue& catalogue, const Relation& table) {
  return table.kind != RelationKind::view &&
         table.kind != RelationKind::materialized_view && !table.incomplete &&
         !table.extension && !catalogue.unknowns.covers(catalogue.shown(table));
}

std::string nearest_column(const Relation& table, const std::string& name) {
  std::vector<std::string_view> names;
  for (const Column& column : table.columns) {
    if (!column.dropped) {
      names.push_back(column.name);
    }
  }
  return std::string(nearest(name, names));
}

class GapFinder {
 public:
  explicit GapFinder(const Project& project);

  void find(const ContractTable& table, std::vector<ContractGap>& gaps) const;

 private:
  struct Found {
    const History* history;
    Id table;
  };

  std::vector<Found> find_all(const WantedName& wanted) const;
  bool may_be_unknown(const WantedName& wanted) const;
  void missing_table(
      const ContractTable& table, std::vector<ContractGap>& gaps) const;
  void find_column(
      const ContractTable& table,
      const ContractName& column,
      const std::vector<Found>& found,
      std::vector<ContractGap>& gaps) const;

  std::vector<std::unique_ptr<History>> histories_;
};

GapFinder::GapFinder(const Project& project) {
  for (const MigrationDirectory& directory : project.directories) {
    if (!directory.archived) {
      histories_.push_back(replay(directory, WithDowns::no));
    }
  }
}

std::vector<GapFinder::Found>
GapFinder::find_all(const WantedName& wanted) const {
  std::vector<Found> found;
  for (const auto& history : histories_) {
    const Id table = find_table(history->catalogue, wanted);
    if (table != no_id) {
      found.push_back({history.get(), table});
    }
  }
  return found;
}

bool GapFinder::may_be_unknown(const WantedName& wanted) const {
  return std::any_of(
      histories_.begin(), histories_.end(), [&](const auto& history) {
        const Unknowns& unknowns = history->catalogue.unknowns;
        return unknowns.covers(wanted.name) ||
               unknowns.covers(wanted.schema + '.' + wanted.name);
      });
}

void GapFinder::missing_table(
    const ContractTable& table, std::vector<ContractGap>& gaps) const {
  const WantedName wanted = read_table(table.name.text);
  if (histories_.empty() || may_be_unknown(wanted)) {
    return;
  }
  ContractGap gap;
  gap.table = &table;
  gap.optional = table.required.empty() && !table.optional.empty();
  gap.shown =
      wanted.schema.empty() ? wanted.name : wanted.schema + '.' + wanted.name;
  std::vector<std::string> names;
  for (const auto& history : histories_) {
    const Catalogue& catalogue = history->catalogue;
    for (Id id = 0; id < catalogue.relations.size(); ++id) {
      if (catalogue.relations[id].alive) {
        names.push_back(catalogue.shown(catalogue.relations[id]));
      }
    }
    if (!gap.removed) {
      const RemovedName removed =
          find_removed_table(*history->directory, wanted.name);
      gap.removed = removed.place;
      gap.renamed_to = removed.renamed_to;
    }
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  gap.nearest = nearest(table.name.text, views);
  gaps.push_back(std::move(gap));
}

void GapFinder::find_column(
    const ContractTable& table,
    const ContractName& column,
    const std::vector<Found>& found,
    std::vector<ContractGap>& gaps) const {
  const WantedName wanted = read_column(column.text);
  const Found* without = nullptr;
  std::vector<std::string_view> families; // that have it
  for (const Found& one : found) {
    const Catalogue& catalogue = one.history->catalogue;
    const Relation& relation = catalogue.relations[one.table];
    if (has_column(catalogue, relation, wanted)) {
      families.push_back(one.history->directory->family);
    } else if (is_known(catalogue, relation) && without == nullptr) {
      without = &one;
    }
  }
  if (without == nullptr) {
    return;
  }
  const bool elsewhere = !families.empty();
  const std::string& family = without->history->directory->family;
  if (elsewhere &&
      (family.empty() ||
       std::find(families.begin(), families.end(), family) == families.end())) {
    return;
  }
  const MigrationDirectory& directory = *without->history->directory;
  const Catalogue& catalogue = without->history->catalogue;
  const Relation& relation = catalogue.relations[without->table];
  const RemovedName removed =
      find_removed_column(directory, relation.name, wanted.name);
  ContractGap gap;
  gap.table = &table;
  gap.column = &column;
  gap.directory = &directory;
  gap.elsewhere = elsewhere;
  gap.shown = catalogue.shown(relation);
  gap.missing = wanted.name;
  gap.nearest = nearest_column(relation, wanted.name);
  gap.made = find_making(directory, relation.file, relation.name);
  gap.removed = removed.place;
  gap.renamed_to = removed.renamed_to;
  gaps.push_back(std::move(gap));
}

void GapFinder::find(
    const ContractTable& table, std::vector<ContractGap>& gaps) const {
  const std::vector<Found> found = find_all(read_table(table.name.text));
  if (found.empty()) {
    missing_table(table, gaps);
    return;
  }
  for (const ContractName& column : table.required) {
    find_column(table, column, found, gaps);
  }
  const std::size_t required = gaps.size();
  for (const ContractName& column : table.optional) {
    find_column(table, column, found, gaps);
  }
  for (std::size_t i = required; i < gaps.size(); ++i) {
    gaps[i].optional = true;
  }
}

} // namespace

std::vector<ContractGap> find_contract_gaps(const Project& project) {
  std::vector<ContractGap> gaps;
  if (project.config->contract.empty()) {
    return gaps;
  }
  const GapFinder finder(project);
  for (const ContractTable& table : project.config->contract) {
    finder.find(table, gaps);
  }
  return gaps;
}

} // namespace migcheck::schema
