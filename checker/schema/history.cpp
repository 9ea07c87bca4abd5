#include "schema/history.hpp"

#include "model/ddl.hpp"
#include "model/new_database.hpp"
#include "schema/replay.hpp"

#include <algorithm>
#include <tuple>

namespace migcheck::schema {
namespace {

// The facts about everything that was touched since a mark: as it was then,
// and as it is now.
struct Touched {
  std::vector<Fact> before;
  std::vector<Fact> after;
};

Touched touched_since(const Catalogue& catalogue, const Catalogue::Mark& mark) {
  Touched touched;
  catalogue.each_store([&](const auto& store, std::size_t number) {
    std::vector<Id> seen;
    for (std::size_t i = mark.logs[number]; i < store.log().size(); ++i) {
      const auto& image = store.log()[i];
      if (image.id < mark.sizes[number] && image.mark < mark.number) {
        add_facts(catalogue, image.object, touched.before);
        seen.push_back(image.id);
      }
    }
    for (const Id id : seen) {
      add_facts(catalogue, store[id], touched.after);
    }
    for (Id id = mark.sizes[number]; id < store.size(); ++id) {
      add_facts(catalogue, store[id], touched.after);
    }
  });
  std::sort(touched.before.begin(), touched.before.end());
  std::sort(touched.after.begin(), touched.after.end());
  return touched;
}

bool names_less(const Fact& a, const Fact& b) {
  return std::tie(a.kind, a.table, a.name) < std::tie(b.kind, b.table, b.name);
}

UndoDifference difference(const Touched& touched) {
  UndoDifference found;
  auto before = touched.before.begin();
  auto after = touched.after.begin();
  while (before != touched.before.end() || after != touched.after.end()) {
    if (after == touched.after.end() ||
        (before != touched.before.end() && names_less(*before, *after))) {
      found.lost.push_back(*before++);
    } else if (before == touched.before.end() || names_less(*after, *before)) {
      found.left.push_back(*after++);
    } else {
      if (before->detail != after->detail) {
        found.changed.push_back(*before);
      }
      ++before;
      ++after;
    }
  }
  return found;
}

// What stands inside something else that differs need not be named too, nor
// what is not known for certain.
void leave_out(const Catalogue& catalogue, std::vector<Fact>& facts) {
  std::vector<std::string> tables;
  for (const Fact& fact : facts) {
    if (fact.kind == ddl::ObjectKind::table ||
        fact.kind == ddl::ObjectKind::view) {
      tables.push_back(fact.name);
    }
  }
  std::sort(tables.begin(), tables.end());
  std::erase_if(facts, [&](const Fact& fact) {
    const std::string name =
        fact.table.empty() ? fact.name : fact.table + '.' + fact.name;
    return (!fact.table.empty() &&
            std::binary_search(tables.begin(), tables.end(), fact.table)) ||
           catalogue.unknowns.covers(name) ||
           catalogue.unknowns.covers(fact.name) ||
           (!fact.table.empty() && catalogue.unknowns.covers(fact.table));
  });
}

class Replayer {
 public:
  Replayer(History& history, WithDowns with_downs)
      : history_(history), with_downs_(with_downs == WithDowns::yes),
        replay_(history.catalogue, history.events),
        down_replay_(history.catalogue, down_events_) {}

  void run(const Migration& migration, std::uint32_t number);

 private:
  void forget_restored(std::size_t first);
  const ddl::Script* down_of(const Migration& migration) const;
  void undo(
      const Migration& migration,
      std::uint32_t number,
      const Catalogue::Mark& before);

  History& history_;
  bool with_downs_;
  std::vector<Event> down_events_;
  Replay replay_;
  Replay down_replay_;
};

bool has_section(const ddl::Script& script, Section section) {
  return std::any_of(
      script.begin(), script.end(), [&](const ddl::Recognised& statement) {
        return statement.section == section;
      });
}

const ddl::Script* Replayer::down_of(const Migration& migration) const {
  for (const SqlFile* file : {&*migration.down_file, &migration.file}) {
    if (file->script && has_section(*file->script, Section::down)) {
      return file->script.get();
    }
  }
  return nullptr;
}

void Replayer::undo(
    const Migration& migration,
    std::uint32_t number,
    const Catalogue::Mark& before) {
  Catalogue& catalogue = history_.catalogue;
  const Catalogue::Mark after = catalogue.mark();
  down_events_.clear();
  Where where;
  where.migration = number;
  where.path = migration.path;
  down_replay_.run(*down_of(migration), Section::down, where);
  // A Down that fails on the server is another matter.
  const bool certain = down_events_.empty() && !catalogue.unknowns.everything();
  if (certain) {
    UndoDifference found = difference(touched_since(catalogue, before));
    found.migration = number;
    leave_out(catalogue, found.lost);
    leave_out(catalogue, found.left);
    leave_out(catalogue, found.changed);
    if (!found.lost.empty() || !found.left.empty() || !found.changed.empty()) {
      history_.undo.push_back(std::move(found));
    }
  }
  catalogue.take_back(after);
}

// A foreign key that CASCADE took is no loss where the migration itself makes
// another one between the same tables, or drops one of them.
void Replayer::forget_restored(std::size_t first) {
  const Catalogue& catalogue = history_.catalogue;
  std::vector<Event>& events = history_.events;
  const auto restored = [&](const Event& event) {
    if (event.kind != EventKind::constraint_dropped) {
      return false;
    }
    const Relation& table = catalogue.relations[event.table_id];
    return !table.alive ||
           std::any_of(
               table.constraints.begin(), table.constraints.end(), [&](Id id) {
                 const Constraint& constraint = catalogue.constraints[id];
                 return constraint.kind == ddl::ConstraintKind::foreign_key &&
                        constraint.references == event.references_id;
               });
  };
  events.erase(
      std::remove_if(
          events.begin() + static_cast<std::ptrdiff_t>(first),
          events.end(),
          restored),
      events.end());
}

void Replayer::run(const Migration& migration, std::uint32_t number) {
  Catalogue& catalogue = history_.catalogue;
  if (!migration.file.script) {
    catalogue.unknowns.add({"", migration.path, 1, "it is not written in SQL"});
    return;
  }
  Where where;
  where.migration = number;
  where.path = migration.path;
  const bool with_down = with_downs_ && down_of(migration) != nullptr;
  Catalogue::Mark before;
  if (with_down) {
    before = catalogue.mark();
  }
  const std::size_t events = history_.events.size();
  replay_.run(*migration.file.script, Section::up, where);
  forget_restored(events);
  if (with_down) {
    undo(migration, number, before);
  }
  catalogue.forget_marks();
}

std::unique_ptr<History> replay_all(
    const MigrationDirectory& directory,
    WithDowns with_downs,
    const AfterEach& after) {
  auto history = std::make_unique<History>(directory);
  for (const Migration& migration : directory.code) {
    history->catalogue.unknowns.add(
        {"", migration.path, 1, "it is not written in SQL"});
  }
  Replayer replayer(*history, with_downs);
  for (const std::size_t i : applied_to_new_database(directory)) {
    const auto number = static_cast<std::uint32_t>(i);
    replayer.run(directory.migrations[i], number);
    if (after) {
      after(history->catalogue, number);
    }
  }
  return history;
}

} // namespace

std::unique_ptr<History>
replay(const MigrationDirectory& directory, WithDowns with_downs) {
  return replay_all(directory, with_downs, {});
}

std::shared_ptr<const History> history_of(const MigrationDirectory& directory) {
  return directory.history ? directory.history
                           : replay(directory, WithDowns::no);
}

std::unique_ptr<History>
replay(const MigrationDirectory& directory, const AfterEach& after) {
  return replay_all(directory, WithDowns::no, after);
}

} // namespace migcheck::schema
