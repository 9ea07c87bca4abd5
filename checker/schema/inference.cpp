#include "schema/inference.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace migcheck::schema {
namespace {

// The schema where objects stand whose names are written without one.
bool is_usual_schema(std::string_view schema, Dialect dialect) {
  switch (dialect) {
  case Dialect::postgresql:
  case Dialect::ansi:
    return schema == "public";
  case Dialect::tsql:
    return equals_ignoring_case(schema, "dbo");
  case Dialect::sqlite:
    return equals_ignoring_case(schema, "main");
  default:
    return false;
  }
}

bool folds_case(Dialect dialect) {
  return dialect == Dialect::mysql || dialect == Dialect::sqlite ||
         dialect == Dialect::tsql;
}

// Follows the statements of a file and says under which names an object may be
// known.
class Names {
 public:
  explicit Names(Dialect dialect) : dialect_(dialect) {}

  void begin_file() { path_.clear(); }

  void follow(const ddl::Recognised& statement) {
    const auto* set = std::get_if<ddl::SetVariable>(&statement.what);
    if (set == nullptr || set->name != "search_path" || !set->constant) {
      return;
    }
    path_.clear();
    for (const std::string& schema : set->values) {
      if (schema != "$user" && schema != "pg_catalog") {
        path_.push_back(schema);
      }
    }
  }

  // The first one is what the object is called that is made.
  std::vector<std::string> candidates(const TouchedObject& object) const {
    if (!object.schema.empty() || path_.empty() ||
        object.space == Space::schema) {
      return {full_name(object.schema, object.name)};
    }
    std::vector<std::string> found;
    for (const std::string& schema : path_) {
      found.push_back(full_name(schema, object.name));
    }
    found.push_back(full_name("", object.name));
    return found;
  }

 private:
  std::string
  full_name(std::string_view schema, const std::string& name) const {
    std::string full = schema.empty() || is_usual_schema(schema, dialect_)
                           ? name
                           : std::string(schema) + "." + name;
    return folds_case(dialect_) ? lower_case(full) : full;
  }

  Dialect dialect_;
  std::vector<std::string> path_;
};

struct KnownObject {
  bool made_last = false; // by the last of `migrations`
  std::vector<std::size_t> migrations;
};

// The objects of one space by name: stable addresses.
using Objects = std::unordered_map<std::string, KnownObject>;

class Inference {
 public:
  explicit Inference(Dialect dialect) : names_(dialect) {}

  void add(std::size_t migration, const ddl::Script& script) {
    names_.begin_file();
    now_ = migration;
    for (const ddl::Recognised& statement : script) {
      if (statement.section != Section::up) {
        continue;
      }
      names_.follow(statement);
      for (const TouchedObject& object : touched_objects(statement)) {
        touch(object, statement.span);
      }
    }
    for (auto& [on, objects] : needed_) {
      inferred_.dependencies.push_back({migration, on, std::move(objects)});
    }
    needed_.clear();
    seen_.clear();
  }

  Inferred take();

 private:
  struct Found {
    Space space;
    const std::string* name;
    KnownObject* object;
  };

  Found find(Space space, const std::vector<std::string>& names);
  void touch(const TouchedObject& touched, Span statement);
  void need(const Found& found, Span statement);

  Objects& of(Space space) { return known_[static_cast<std::size_t>(space)]; }

  Names names_;
  std::size_t now_ = 0;
  std::array<Objects, 4> known_;
  // Of the migration that is read:
  std::map<std::size_t, std::vector<NeededObject>> needed_;
  std::unordered_set<const KnownObject*> seen_;
  Inferred inferred_;
};

Inference::Found
Inference::find(Space space, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const auto found = of(space).find(name);
    if (found != of(space).end()) {
      return {space, &found->first, &found->second};
    }
  }
  return {space, nullptr, nullptr};
}

void Inference::touch(const TouchedObject& touched, Span statement) {
  auto names = names_.candidates(touched);
  if (touched.touch == Touch::makes) {
    names.resize(1);
  }
  Found found = find(touched.space, names);
  if (found.object == nullptr && touched.space == Space::type) {
    found = find(Space::relation, names); // a table's row type
  }
  if (found.object != nullptr) {
    need(found, statement);
  }
  if (touched.touch == Touch::uses) {
    return;
  }
  if (found.object == nullptr) {
    found.object = &of(touched.space)[names.front()];
  }
  KnownObject& object = *found.object;
  if (object.migrations.empty() || object.migrations.back() != now_) {
    object.migrations.push_back(now_);
    object.made_last = false;
  }
  object.made_last = object.made_last || touched.touch == Touch::makes;
}

void Inference::need(const Found& found, Span statement) {
  const std::size_t on = found.object->migrations.back();
  if (on != now_ && seen_.insert(found.object).second) {
    needed_[on].push_back(
        {found.space, *found.name, statement, found.object->made_last});
  }
}

Inferred Inference::take() {
  for (std::size_t space = 0; space < known_.size(); ++space) {
    const std::size_t first = inferred_.objects.size();
    for (auto& [name, object] : known_[space]) {
      inferred_.objects.push_back(
          {static_cast<Space>(space), name, std::move(object.migrations)});
    }
    std::sort(
        inferred_.objects.begin() + static_cast<std::ptrdiff_t>(first),
        inferred_.objects.end(),
        [](const ObjectHistory& a, const ObjectHistory& b) {
          return a.name < b.name;
        });
  }
  return std::move(inferred_);
}

} // namespace

Inferred infer_dependencies(const Scripts& scripts, Dialect dialect) {
  Inference inference(dialect);
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    if (scripts[i] != nullptr) {
      inference.add(i, *scripts[i]);
    }
  }
  return inference.take();
}

Inferred infer_dependencies(const MigrationDirectory& directory) {
  Scripts scripts;
  for (const Migration& migration : directory.migrations) {
    scripts.push_back(
        migration.unlisted ? nullptr : migration.file.script.get());
  }
  return infer_dependencies(scripts, directory.dialect);
}

} // namespace migcheck::schema
