// The migrations of Alembic and Django, read from the literals of their files.
#pragma once

#include "journals/graph.hpp"
#include "journals/sources.hpp"
#include "model/graph_drift.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// The folder `versions` beside an `env.py` that a script of Alembic lies in, ""
// for other files. By names alone.
std::string
alembic_folder(const JournalSources& sources, std::string_view path);

// True for a file that may be a migration of Django: in a folder for
// migrations, with a name that begins with four digits.
bool may_be_django(std::string_view path);

// All folders `versions`; a parent may stand in another of them.
std::vector<GraphDrift> find_alembic_drifts(
    const JournalSources& sources, const std::set<std::string>& folders);

// One Django app.
struct DjangoApp {
  std::string folder;
  std::vector<GraphNode> nodes; // of the app's own migrations
  std::set<std::string> names;  // of all files, and of what was squashed
  bool literal = true;          // false: not all that counts could be read
};

DjangoApp
read_django_app(const JournalSources& sources, const std::string& folder);

std::vector<GraphDrift> find_django_drifts(const DjangoApp& app);

// `path` is that of the app's max_migration.txt.
std::optional<MaxDrift> find_max_drift(
    const JournalSources& sources,
    const std::string& path,
    const DjangoApp& app);

} // namespace migcheck
