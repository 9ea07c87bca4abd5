#include "schema/removal.hpp"

#include "schema/expressions.hpp"

namespace migcheck::schema {
namespace {

bool is_view(const Relation& relation) {
  return relation.kind == RelationKind::view ||
         relation.kind == RelationKind::materialized_view;
}

// Whether a view's query speaks of a column of a table: where another table
// that it reads has such a column too, nobody can tell.
enum class Reading : std::uint8_t { no, perhaps, yes };

Reading reads_column(
    const Catalogue& catalogue, Id view, Id table, std::string_view column) {
  const Relation& reader = catalogue.relations[view];
  const bool named = holds(reader.words, column);
  if (!named && !holds(reader.words, std::string_view("*"))) {
    return Reading::no;
  }
  for (const Id other : reader.reads) {
    if (other != table && (!named || catalogue.relations[other].incomplete ||
                           catalogue.find_column(other, column) != no_column)) {
      return Reading::perhaps;
    }
  }
  return Reading::yes;
}

} // namespace

void Removal::add(Ref target) {
  if (!taken(target)) {
    places_.emplace(target, order_.size());
    order_.push_back({target, order_.size(), false});
  }
}

void Removal::reach(Ref ref, bool automatic) {
  if (taken(ref)) {
    return;
  }
  const Found& from = order_[now_];
  const Found found = {ref, from.target, from.by_cascade || !automatic};
  if (!automatic && cascade_ == Cascade::no) {
    blocked_.push_back(found);
    return;
  }
  places_.emplace(ref, order_.size());
  order_.push_back(found);
}

void Removal::follow_relation(Id id) {
  const Catalogue& catalogue = session_->catalogue;
  const Relation& relation = catalogue.relations[id];
  for (const Id index : relation.indexes) {
    automatic({RefKind::index, index});
  }
  for (const Id constraint : relation.constraints) {
    automatic({RefKind::constraint, constraint});
  }
  for (const Id trigger : relation.triggers) {
    automatic({RefKind::trigger, trigger});
  }
  for (const Id policy : relation.policies) {
    automatic({RefKind::policy, policy});
  }
  for (const Id sequence : relation.sequences) {
    automatic({RefKind::sequence, sequence});
  }
  for (const Id child : relation.children) {
    reach(
        {RefKind::relation, child},
        catalogue.relations[child].partition_of == id);
  }
  for (const Id view : relation.readers) {
    dependent({RefKind::relation, view});
  }
  // A foreign key hangs on each partition of the table that it references.
  for (Id table = id; table != no_id;
       table = catalogue.relations[table].partition_of) {
    for (const Id key : catalogue.relations[table].referencing) {
      if (!taken({RefKind::relation, catalogue.constraints[key].table})) {
        dependent({RefKind::constraint, key});
      }
    }
  }
}

void Removal::follow_column(Id table, ColumnNumber column) {
  const Catalogue& catalogue = session_->catalogue;
  const Relation& relation = catalogue.relations[table];
  for (const Id id : relation.indexes) {
    const Index& index = catalogue.indexes[id];
    bool mentioned =
        holds(index.mentions, column) || holds(index.include, column);
    for (const IndexKey& key : index.keys) {
      mentioned = mentioned || key.column == column;
    }
    if (mentioned) {
      automatic({RefKind::index, id});
    }
  }
  for (const Id id : relation.constraints) {
    if (holds(catalogue.constraints[id].columns, column)) {
      automatic({RefKind::constraint, id});
    }
  }
  for (const Id id : relation.sequences) {
    if (catalogue.sequences[id].column == column) {
      automatic({RefKind::sequence, id});
    }
  }
  for (const Id id : relation.referencing) {
    if (holds(catalogue.constraints[id].referenced, column)) {
      dependent({RefKind::constraint, id});
    }
  }
  for (const Id id : relation.triggers) {
    if (holds(catalogue.triggers[id].columns, column)) {
      dependent({RefKind::trigger, id});
    }
  }
  for (const ColumnUse& use : relation.uses) {
    if (use.other == column && use.column != column) {
      dependent({RefKind::column, table, use.column});
    }
  }
  for (const Id view : relation.readers) {
    switch (
        reads_column(catalogue, view, table, relation.columns[column].name)) {
    case Reading::yes:
      dependent({RefKind::relation, view});
      break;
    case Reading::perhaps:
      if (cascade_ == Cascade::yes) {
        dependent({RefKind::relation, view});
        session_->add_unknown(
            catalogue.shown(catalogue.relations[view]),
            "CASCADE may have dropped the view");
      }
      break;
    case Reading::no:
      break;
    }
  }
}

void Removal::follow_index(Id id) {
  const Catalogue& catalogue = session_->catalogue;
  const Index& index = catalogue.indexes[id];
  if (index.constraint != no_id) {
    automatic({RefKind::constraint, index.constraint});
  }
  for (const Id child : index.children) {
    automatic({RefKind::index, child});
  }
  for (const Id key : catalogue.relations[index.table].referencing) {
    if (catalogue.constraints[key].index == id) {
      dependent({RefKind::constraint, key});
    }
  }
}

void Removal::follow_constraint(Id id) {
  const Catalogue& catalogue = session_->catalogue;
  const Constraint& constraint = catalogue.constraints[id];
  if (constraint.kind != ddl::ConstraintKind::foreign_key &&
      constraint.index != no_id) {
    automatic({RefKind::index, constraint.index});
  }
  // Children lose a check only where the check itself is dropped, not with a
  // column.
  const bool check = constraint.kind == ddl::ConstraintKind::check;
  if (check && order_[order_[now_].target].ref.kind != RefKind::constraint) {
    return;
  }
  for (const Id child : constraint.children) {
    if (!check || !catalogue.constraints[child].local) {
      automatic({RefKind::constraint, child});
    }
  }
}

void Removal::follow_type(Id id) {
  const Catalogue& catalogue = session_->catalogue;
  const Type& type = catalogue.types[id];
  for (const Id table : type.tables) {
    const Relation& relation = catalogue.relations[table];
    for (ColumnNumber i = 0; relation.alive && i < relation.columns.size();
         ++i) {
      if (relation.columns[i].user_type == id && !relation.columns[i].dropped) {
        dependent({RefKind::column, table, i});
      }
    }
  }
  for (const Id domain : type.domains) {
    if (catalogue.types[domain].alive) {
      dependent({RefKind::type, domain});
    }
  }
  for (const Id function : type.functions) {
    if (catalogue.functions[function].alive) {
      dependent({RefKind::function, function});
    }
  }
}

// Whatever of a table calls the function.
void Removal::user_of_function(Id function, Id table) {
  const Catalogue& catalogue = session_->catalogue;
  const Relation& relation = catalogue.relations[table];
  if (!relation.alive) {
    return;
  }
  if (is_view(relation)) {
    dependent({RefKind::relation, table});
    return;
  }
  for (const ColumnUse& use : relation.uses) {
    const Column& column = relation.columns[use.column];
    if (use.function == function && !column.dropped) {
      dependent(
          {column.generated ? RefKind::column : RefKind::default_,
           table,
           use.column});
    }
  }
  for (const Id id : relation.constraints) {
    if (holds(catalogue.constraints[id].functions, function)) {
      dependent({RefKind::constraint, id});
    }
  }
  for (const Id id : relation.indexes) {
    if (holds(catalogue.indexes[id].functions, function)) {
      dependent({RefKind::index, id});
    }
  }
}

void Removal::follow_function(Id id) {
  const Catalogue& catalogue = session_->catalogue;
  const Function& function = catalogue.functions[id];
  for (const Id trigger : function.triggers) {
    const Trigger& caller = catalogue.triggers[trigger];
    if (caller.alive && caller.function == id) {
      dependent({RefKind::trigger, trigger});
    }
  }
  for (const Id table : function.tables) {
    user_of_function(id, table);
  }
}

void Removal::follow_sequence(Id id) {
  const Catalogue& catalogue = session_->catalogue;
  const auto drop_default = [&](Id table) {
    const Relation& relation = catalogue.relations[table];
    for (const ColumnUse& use : relation.uses) {
      if (relation.alive && use.sequence == id &&
          !relation.columns[use.column].dropped &&
          !taken({RefKind::column, table, use.column}) &&
          !taken({RefKind::relation, table})) {
        dependent({RefKind::default_, table, use.column});
      }
    }
  };
  for (const Id table : catalogue.sequences[id].tables) {
    drop_default(table);
  }
}

void Removal::follow_schema(Id id) {
  const Catalogue& catalogue = session_->catalogue;
  const auto everything = [&](const auto& store, RefKind kind) {
    for (Id i = 0; i < store.size(); ++i) {
      if (store[i].alive && store[i].schema == id) {
        dependent({kind, i});
      }
    }
  };
  everything(catalogue.relations, RefKind::relation);
  everything(catalogue.sequences, RefKind::sequence);
  everything(catalogue.types, RefKind::type);
  everything(catalogue.functions, RefKind::function);
}

void Removal::follow(std::size_t from) {
  now_ = from;
  const Ref ref = order_[from].ref;
  const Catalogue& catalogue = session_->catalogue;
  switch (ref.kind) {
  case RefKind::relation:
    return follow_relation(ref.id);
  case RefKind::column:
    return follow_column(ref.id, ref.column);
  case RefKind::index:
    return follow_index(ref.id);
  case RefKind::constraint:
    return follow_constraint(ref.id);
  case RefKind::sequence:
    return follow_sequence(ref.id);
  case RefKind::type:
    return follow_type(ref.id);
  case RefKind::function:
    return follow_function(ref.id);
  case RefKind::trigger:
    for (const Id child : catalogue.triggers[ref.id].children) {
      automatic({RefKind::trigger, child});
    }
    return;
  case RefKind::schema:
    return follow_schema(ref.id);
  case RefKind::default_:
  case RefKind::policy:
  case RefKind::extension:
    return;
  }
}

bool Removal::run() {
  for (std::size_t i = 0; i < order_.size(); ++i) {
    follow(i);
  }
  std::erase_if(blocked_, [&](const Found& found) { return taken(found.ref); });
  // A dependent of a table that goes too goes with it.
  std::erase_if(blocked_, [&](const Found& found) {
    const Catalogue& catalogue = session_->catalogue;
    switch (found.ref.kind) {
    case RefKind::constraint:
      return taken(
          {RefKind::relation, catalogue.constraints[found.ref.id].table});
    case RefKind::column:
    case RefKind::default_:
      return taken({RefKind::relation, found.ref.id}) ||
             taken({RefKind::column, found.ref.id, found.ref.column});
    default:
      return false;
    }
  });
  if (!blocked_.empty()) {
    report_blocked();
    return false;
  }
  for (const Found& found : order_) {
    if (found.by_cascade && found.ref.kind == RefKind::constraint) {
      report_cascade(found);
    }
  }
  for (const Found& found : order_) {
    erase(found.ref);
  }
  return true;
}

} // namespace migcheck::schema
