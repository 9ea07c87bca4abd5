// A compose file starts a database and what needs it, and nothing makes the
// tables.
#include "check/rule.hpp"

#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(const Project& project, Findings& findings) {
  for (const UnmigratedService& service : project.runs.unmigrated) {
    const std::string& directory = service.directory->path;
    Diagnostic& finding = findings.report(
        {service.path, service.span},
        "service " + quoted(service.service) + " waits for the database " +
            quoted(service.database) +
            ", and nothing in the project applies the migrations in " +
            quoted(directory));
    finding.related.push_back(
        {{service.path, service.database_span}, "the database"});
    finding.help = "add a service that applies them, and let this one wait "
                   "for it with `condition: service_completed_successfully`";
    finding.identity = {service.service, directory};
    finding.data = {
        {"service", service.service},
        {"database", service.database},
        {"directory", directory}};
  }
}

} // namespace

extern const Rule unmigrated_service;
const Rule unmigrated_service = {
    .info =
        {.name = "unmigrated-service",
         .summary = "a service starts beside a database without its tables",
         .severity = Severity::note,
         .needs = Needs::lists},
    .check_project = check};

} // namespace migcheck::rules
