// Graphs of Alembic and Django that their tools refuse.
#include "check/rule.hpp"

#include "model/drifts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::vector<std::string> names_of(const GraphDrift& drift) {
  std::vector<std::string> names;
  for (const GraphPlace& place : drift.places) {
    names.push_back(place.name);
  }
  return names;
}

std::string message_of(const GraphDrift& drift) {
  const std::string name = quoted(drift.places.front().name);
  switch (drift.change) {
  case GraphChange::heads:
    return quoted(drift.folder) + " has " +
           std::to_string(drift.places.size()) +
           " heads: " + quoted_list(names_of(drift));
  case GraphChange::missing:
    return name + " follows " + quoted(drift.parent) + ", which is not in " +
           quoted(drift.folder);
  case GraphChange::repeated:
    return "the revision " + name + " is in " +
           std::to_string(drift.places.size()) + " files";
  case GraphChange::cycle:
    return "migrations of " + quoted(drift.folder) +
           " follow each other in a circle: " + quoted_list(names_of(drift));
  }
  return "";
}

std::string help_of(const GraphDrift& drift) {
  const bool alembic = drift.kind == GraphKind::alembic;
  switch (drift.change) {
  case GraphChange::heads:
    return alembic ? "let the newer one follow the other with its "
                     "`down_revision`, or run `alembic merge heads`"
                   : "let the newer one depend on the other, or run `python "
                     "manage.py makemigrations --merge`";
  case GraphChange::missing:
    return "bring the file back, or follow what is there";
  case GraphChange::repeated:
    return "give the newer file a revision of its own";
  case GraphChange::cycle:
    return alembic ? "look at their `down_revision`"
                   : "look at their `dependencies`";
  }
  return "";
}

std::string_view related_message(GraphChange change) {
  switch (change) {
  case GraphChange::heads:
    return "another head";
  case GraphChange::repeated:
    return "the same revision";
  default:
    return "in the circle";
  }
}

// Of several the last one by path: it is mostly the newer one.
void report(const GraphDrift& drift, Findings& findings) {
  const GraphPlace& shown = drift.change == GraphChange::cycle
                                ? drift.places.front()
                                : drift.places.back();
  Diagnostic& finding = findings.report(shown.location, message_of(drift));
  for (const GraphPlace& place : drift.places) {
    if (&place != &shown && finding.related.size() < 5) {
      finding.related.push_back(
          {place.location, std::string(related_message(drift.change))});
    }
  }
  finding.help = help_of(drift);
  finding.data = {
      {"directory", drift.folder},
      {"reason", std::string(graph_change_name(drift.change))},
      {"migrations", names_of(drift)},
      {"parent", drift.parent}};
  finding.identity = names_of(drift);
  finding.identity.push_back(drift.folder);
  finding.identity.push_back(drift.parent);
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr) {
    return;
  }
  for (const GraphDrift& drift : project.drifts->graphs) {
    report(drift, findings);
  }
}

} // namespace

extern const Rule graph_heads;
const Rule graph_heads = {
    .info =
        {.name = "graph-heads",
         .summary = "migrations of Alembic or Django with more than one end",
         .severity = Severity::error,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
