#include "journals/find_drifts.hpp"

#include "discover/folders.hpp"
#include "journals/atlas.hpp"
#include "journals/drizzle.hpp"
#include "journals/dump.hpp"
#include "journals/graphs.hpp"
#include "journals/sqitch.hpp"

#include <iterator>
#include <set>

namespace migcheck {
namespace {

bool is_named(std::string_view path, std::string_view name) {
  return path.ends_with(name) && last_part(path).size() == name.size();
}

// Dumps of dbmate have a name of their own in each project.
bool may_be_dump(std::string_view path) {
  const std::string_view name = last_part(path);
  return name.find("schema") != name.npos || name == "database.sql" ||
         name.ends_with("structure.sql");
}

template <typename Drift>
void append(std::vector<Drift> more, std::vector<Drift>& all) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

template <typename Drift>
void append(std::optional<Drift> more, std::vector<Drift>& all) {
  if (more) {
    all.push_back(std::move(*more));
  }
}

// Looks at one path after the other, and reads what is known by its name.
class Search {
 public:
  explicit Search(const JournalSources& sources) : sources_(sources) {}

  Drifts search();

 private:
  void look_at(std::string_view path);
  void look_at_json_or_plan(std::string_view path);
  void look_at_sql(std::string_view path);
  void look_at_python(std::string_view path);
  void compare_graphs();

  bool ours(std::string_view folder) const {
    return is_of_project(sources_, folder);
  }

  const JournalSources& sources_;
  Drifts drifts_;
  std::set<std::string> alembic_;
  std::set<std::string> django_;
  std::set<std::string> max_migrations_;
  std::string_view last_folder_; // of Python files, and no other
};

void Search::look_at_json_or_plan(std::string_view path) {
  const std::string name(path);
  const std::string_view folder = folder_of(path);
  if (path.ends_with("/meta/_journal.json") && ours(folder_of(folder))) {
    ++drifts_.compared;
    append(find_drizzle_drifts(sources_, name), drifts_.drizzle);
  } else if (is_named(path, "sqitch.plan") && ours(folder)) {
    ++drifts_.compared;
    append(find_sqitch_drifts(sources_, name), drifts_.sqitch);
  }
}

void Search::look_at_sql(std::string_view path) {
  const std::string name(path);
  if (!may_be_dump(path) || !ours(folder_of(path))) {
    return;
  }
  if (is_rails_dump(sources_, path)) {
    ++drifts_.compared;
    append(find_rails_drift(sources_, name), drifts_.dumps);
  } else if (path.ends_with(".sql")) {
    append(find_dbmate_drift(sources_, name), drifts_.dumps);
  }
}

// Folders are remembered: one of its files is enough to tell.
void Search::look_at_python(std::string_view path) {
  const std::string_view folder = folder_of(path);
  if (may_be_django(path)) {
    if (folder != last_folder_ && ours(folder)) {
      django_.emplace(folder);
    }
    last_folder_ = folder;
  } else if (path.find("versions/") != path.npos) {
    const std::string found = alembic_folder(sources_, path);
    if (!found.empty() && ours(found)) {
      alembic_.insert(found);
    }
  }
}

// The last letter tells most files from those that are looked for.
void Search::look_at(std::string_view path) {
  switch (path.back()) {
  case 'm':
    if (is_named(path, "atlas.sum") && ours(folder_of(path))) {
      ++drifts_.compared;
      append(find_atlas_drift(sources_, std::string(path)), drifts_.atlas);
    }
    break;
  case 'n':
    look_at_json_or_plan(path);
    break;
  case 't':
    if (is_named(path, "max_migration.txt") && ours(folder_of(path))) {
      max_migrations_.emplace(path);
    }
    break;
  case 'l':
    if (path.ends_with(".sql")) {
      look_at_sql(path);
    }
    break;
  case 'b':
    if (path.ends_with("schema.rb")) {
      look_at_sql(path);
    }
    break;
  case 'y':
    if (path.ends_with(".py")) {
      look_at_python(path);
    }
    break;
  default:
    break;
  }
}

void Search::compare_graphs() {
  drifts_.compared += alembic_.size() + django_.size();
  append(find_alembic_drifts(sources_, alembic_), drifts_.graphs);
  for (const std::string& path : max_migrations_) {
    django_.emplace(folder_of(path));
  }
  for (const std::string& folder : django_) {
    const DjangoApp app = read_django_app(sources_, folder);
    append(find_django_drifts(app), drifts_.graphs);
    const std::string path = join_path(folder, "max_migration.txt");
    if (max_migrations_.contains(path)) {
      append(find_max_drift(sources_, path, app), drifts_.max_migrations);
    }
  }
}

Drifts Search::search() {
  for (const FileEntry& file : sources_.files.files()) {
    look_at(file.path);
  }
  compare_graphs();
  return std::move(drifts_);
}

} // namespace

Drifts find_drifts(const JournalSources& sources) {
  return Search(sources).search();
}

} // namespace migcheck
