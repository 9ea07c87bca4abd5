#include "schema/partition_ends.hpp"

#include "model/ddl.hpp"
#include "schema/history.hpp"
#include "schema/next_partition.hpp"
#include "schema/partition_makers.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace migcheck::schema {
namespace {

constexpr std::int64_t always = std::numeric_limits<std::int64_t>::min();

// A partition with the days that it takes, as numbers.
struct Range {
  std::int64_t from = always;
  std::int64_t to = 0;
  Id partition = no_id;
};

// Ranges without a gap.
struct Chain {
  std::int64_t from = always;
  std::int64_t to = 0;
  Id last = no_id;
};

// The day of `2026-03-01`, `2026-03-01 00:00:00+01`.
std::optional<std::int64_t> read_bound(const std::string& text) {
  if (text.size() > 10 && text[10] != ' ' && text[10] != 'T') {
    return std::nullopt;
  }
  const auto day = read_day(std::string_view(text).substr(0, 10));
  return day ? std::optional(day_number(*day)) : std::nullopt;
}

std::optional<Range>
read_range(const ddl::PartitionBounds& bounds, Id partition) {
  if (bounds.kind != ddl::BoundsKind::range || !bounds.constant ||
      bounds.from.size() != 1 || bounds.to.size() != 1) {
    return std::nullopt;
  }
  Range range;
  range.partition = partition;
  if (bounds.from.front() != "MINVALUE") {
    const auto from = read_bound(bounds.from.front());
    if (!from) {
      return std::nullopt;
    }
    range.from = *from;
  }
  const auto to = read_bound(bounds.to.front());
  if (!to) { // MAXVALUE and infinity never end
    return std::nullopt;
  }
  range.to = *to;
  return range;
}

std::vector<Chain> chains_of(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  std::vector<Chain> chains;
  for (const Range& range : ranges) {
    if (chains.empty() || chains.back().to < range.from) {
      chains.push_back({range.from, range.to, range.partition});
    } else if (chains.back().to <= range.to) {
      chains.back().to = range.to;
      chains.back().last = range.partition;
    }
  }
  return chains;
}

bool is_time(const Column& column) {
  return column.user_type == no_id &&
         (column.type == "date" || column.type.starts_with("timestamp"));
}

// By the name of a partition, the last statement that makes it.
class PartitionPlaces {
 public:
  explicit PartitionPlaces(const MigrationDirectory& directory) {
    for (const Migration& migration : directory.migrations) {
      if (migration.file.script) {
        read(migration.file);
      }
    }
  }

  const Location* find(std::string_view partition) const {
    const auto found = places_.find(partition);
    return found == places_.end() ? nullptr : &found->second;
  }

 private:
  void read(const SqlFile& file);
  void attach(const ddl::AlterTable& alter, const Location& place);

  std::map<std::string, Location, std::less<>> places_;
};

void PartitionPlaces::read(const SqlFile& file) {
  for (const ddl::Recognised& statement : *file.script) {
    const Location place = {file.path, statement.span};
    const auto* table = std::get_if<ddl::CreateTable>(&statement.what);
    const auto* alter = std::get_if<ddl::AlterTable>(&statement.what);
    if (statement.section != Section::up) {
      continue;
    }
    if (table != nullptr && table->bounds) {
      places_[table->name.name] = place;
    } else if (alter != nullptr) {
      attach(*alter, place);
    }
  }
}

void PartitionPlaces::attach(
    const ddl::AlterTable& alter, const Location& place) {
  for (const ddl::TableAction& action : alter.actions) {
    if (const auto* attached =
            std::get_if<ddl::AttachPartition>(&action.what)) {
      places_[attached->partition.name] = place;
    }
  }
}

class EndFinder {
 public:
  EndFinder(const History& history, const Day& today)
      : history_(history), catalogue_(history.catalogue), makers_(history),
        places_(*history.directory), today_(day_number(today)) {}

  std::vector<PartitionEnd> find();

 private:
  bool is_divided_by_time(Id table) const;
  bool is_inside_time(Id table) const;
  std::optional<std::vector<Range>> ranges_of(Id table) const;
  std::optional<PartitionEnd> end_of(Id table) const;
  std::string next_statement(Id table, Id last) const;

  Id root_of(Id table) const {
    while (catalogue_.relations[table].partition_of != no_id) {
      table = catalogue_.relations[table].partition_of;
    }
    return table;
  }

  const History& history_;
  const Catalogue& catalogue_;
  PartitionMakers makers_;
  PartitionPlaces places_;
  std::int64_t today_;
};

bool EndFinder::is_divided_by_time(Id table) const {
  const Relation& relation = catalogue_.relations[table];
  return relation.alive && !relation.temporary &&
         relation.kind == RelationKind::partitioned_table &&
         relation.strategy == ddl::PartitionStrategy::range &&
         relation.partition_columns.size() == 1 &&
         (relation.partition_columns.front() == no_column ||
          is_time(relation.columns[relation.partition_columns.front()]));
}

// Whether a table above is divided by time already: its partitions end there.
bool EndFinder::is_inside_time(Id table) const {
  for (Id above = catalogue_.relations[table].partition_of; above != no_id;
       above = catalogue_.relations[above].partition_of) {
    if (is_divided_by_time(above)) {
      return true;
    }
  }
  return false;
}

// Nothing where the partitions are not known, or never end.
std::optional<std::vector<Range>> EndFinder::ranges_of(Id table) const {
  std::vector<Range> ranges;
  for (const Id id : catalogue_.relations[table].children) {
    const Relation& child = catalogue_.relations[id];
    const auto range =
        child.bounds ? read_range(*child.bounds, id) : std::nullopt;
    if (!range) {
      return std::nullopt;
    }
    ranges.push_back(*range);
  }
  return ranges.empty() ? std::nullopt : std::optional(std::move(ranges));
}

bool is_plain(std::string_view name) {
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
         std::string_view::npos;
}

std::string EndFinder::next_statement(Id table, Id last) const {
  const Relation& partition = catalogue_.relations[last];
  const std::string& from_text = partition.bounds->from.front();
  const std::string& to_text = partition.bounds->to.front();
  const auto from = read_bound(from_text);
  const auto to = read_bound(to_text);
  if (!from || !is_plain(partition.name) || *to <= *from) {
    return {};
  }
  const DayRange range = {day_of_number(*from), day_of_number(*to)};
  const auto name = next_name(partition.name, range);
  if (!name) {
    return {};
  }
  return "CREATE TABLE " + catalogue_.shown(partition.schema, *name) +
         " PARTITION OF " + catalogue_.shown(catalogue_.relations[table]) +
         " FOR VALUES FROM ('" + to_text + "') TO ('" +
         day_text(next_range(range).to) +
         (to_text.size() > 10 ? to_text.substr(10) : "") + "');";
}

std::optional<PartitionEnd> EndFinder::end_of(Id table) const {
  auto ranges = ranges_of(table);
  if (!ranges || makers_.have_made_partitions_of(table)) {
    return std::nullopt;
  }
  const std::vector<Chain> chains = chains_of(std::move(*ranges));
  // The one that holds today, or the last one before.
  std::size_t at = 0;
  while (at + 1 < chains.size() && chains[at + 1].from <= today_) {
    ++at;
  }
  const Relation& last = catalogue_.relations[chains[at].last];
  PartitionEnd end;
  end.directory = history_.directory;
  end.table = catalogue_.shown(catalogue_.relations[table]);
  end.end = day_of_number(chains[at].to);
  if (at + 1 < chains.size()) {
    end.resumes = day_of_number(chains[at + 1].from);
  }
  end.last = catalogue_.shown(last);
  const Location* made = places_.find(last.name);
  end.made = made != nullptr
                 ? *made
                 : Location{history_.directory->migrations[last.file].path, {}};
  end.next = next_statement(table, chains[at].last);
  end.makers = makers_.idle_makers(table);
  return end;
}

std::vector<PartitionEnd> EndFinder::find() {
  if (makers_.anything()) {
    return {};
  }
  std::map<Id, PartitionEnd> ends; // by the table above all
  for (Id id = 0; id < catalogue_.relations.size(); ++id) {
    if (!is_divided_by_time(id) || is_inside_time(id)) {
      continue;
    }
    auto end = end_of(id);
    if (!end) {
      continue;
    }
    const auto [first, added] = ends.try_emplace(root_of(id), *end);
    if (!added) {
      PartitionEnd& kept = first->second;
      const std::size_t others = kept.others + 1;
      if (end->end < kept.end) {
        kept = std::move(*end);
      }
      kept.others = others;
    }
  }
  std::vector<PartitionEnd> all;
  all.reserve(ends.size());
  for (auto& [root, end] : ends) {
    all.push_back(std::move(end));
  }
  std::sort(
      all.begin(), all.end(), [](const PartitionEnd& a, const PartitionEnd& b) {
        return a.table < b.table;
      });
  return all;
}

} // namespace

std::vector<PartitionEnd>
find_partition_ends(const MigrationDirectory& directory, const Day& today) {
  const auto history = history_of(directory);
  return EndFinder(*history, today).find();
}

} // namespace migcheck::schema
