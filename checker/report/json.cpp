// The report for scripts. Keys are a promise to users: see the schema.
#include "report/json_text.hpp"
#include "report/shown.hpp"
#include "report/writers.hpp"

namespace migcheck {
namespace {

Json json_of(const Summary& summary) {
  return {
      {"errors", summary.errors},
      {"warnings", summary.warnings},
      {"notes", summary.notes},
      {"suppressed", summary.suppressed},
      {"migrations", summary.migrations},
      {"lists", summary.lists},
      {"files_scanned", summary.files_scanned}};
}

Json json_of(const ReportedFix& fix) {
  Json edits = Json::array();
  for (const ReportedEdit& edit : fix.edits) {
    Json object = {{"path", as_utf8(edit.region.path)}};
    add_region(object, edit.region);
    object["text"] = as_utf8(edit.text);
    edits.push_back(std::move(object));
  }
  Json renames = Json::array();
  for (const Rename& rename : fix.renames) {
    renames.push_back(
        {{"from", as_utf8(rename.from)}, {"to", as_utf8(rename.to)}});
  }
  return {
      {"title", as_utf8(fix.title)},
      {"safety", fix.kind == FixKind::safe ? "safe" : "unsafe"},
      {"edits", std::move(edits)},
      {"renames", std::move(renames)}};
}

Json json_of(const Finding& finding) {
  Json data = Json::object();
  for (const auto& [name, value] : finding.data) {
    data[std::string(name)] = migcheck::json_of(value);
  }
  Json related = Json::array();
  for (const ReportedRelated& place : finding.related) {
    Json object = {{"path", as_utf8(place.region.path)}};
    add_region(object, place.region);
    object["message"] = as_utf8(place.message);
    related.push_back(std::move(object));
  }
  Json object = {
      {"rule", finding.rule->name},
      {"severity", severity_name(finding.severity)},
      {"message", as_utf8(finding.message)},
      {"path", as_utf8(finding.region.path)}};
  add_region(object, finding.region);
  object["data"] = std::move(data);
  object["help"] = as_utf8(finding.help);
  object["related"] = std::move(related);
  object["fix"] = finding.fix ? json_of(*finding.fix) : Json(nullptr);
  object["fingerprint"] = finding.fingerprint;
  return object;
}

} // namespace

std::string write_json(const Report& report) {
  Json incomplete = Json::array();
  for (const Incomplete& item : report.incomplete) {
    incomplete.push_back(
        {{"path", as_utf8(item.path)}, {"message", as_utf8(item.message)}});
  }
  Json findings = Json::array();
  for (const Finding& finding : report.findings) {
    findings.push_back(json_of(finding));
  }
  return json_text(
      {{"schema_version", 1},
       {"tool", {{"name", "migcheck"}, {"version", report.version}}},
       {"root", as_utf8(report.root)},
       {"complete", report.complete},
       {"incomplete", std::move(incomplete)},
       {"summary", json_of(report.summary)},
       {"findings", std::move(findings)},
       {"findings_left_out", report.findings_left_out}});
}

} // namespace migcheck
