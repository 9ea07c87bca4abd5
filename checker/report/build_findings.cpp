#include "report/build_findings.hpp"

#include "report/fingerprint.hpp"
#include "report/places.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <tuple>

namespace migcheck {
namespace {

constexpr std::size_t most_related = 100;
constexpr std::size_t most_values = 10000; // of one array of a finding's data

struct Item {
  Diagnostic diagnostic;
  bool suppressed = false;
  std::string reason;
  std::string fingerprint;
};

auto key(const Item& item) {
  const Diagnostic& d = item.diagnostic;
  return std::tie(
      d.location.path,
      d.location.span.begin,
      d.rule->name,
      d.message,
      d.location.span.end,
      item.suppressed);
}

std::vector<Item> sorted_items(Suppressed diagnostics) {
  std::vector<Item> items;
  items.reserve(diagnostics.kept.size() + diagnostics.taken.size());
  for (Diagnostic& diagnostic : diagnostics.kept) {
    items.push_back({std::move(diagnostic), false, {}, {}});
  }
  for (auto& [diagnostic, reason] : diagnostics.taken) {
    items.push_back({std::move(diagnostic), true, std::move(reason), {}});
  }
  std::stable_sort(
      items.begin(), items.end(), [](const Item& a, const Item& b) {
        return key(a) < key(b);
      });
  const auto repeats =
      std::unique(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return key(a) == key(b);
      });
  items.erase(repeats, items.end());
  Fingerprints fingerprints;
  for (Item& item : items) {
    item.fingerprint = fingerprints.of(item.diagnostic);
  }
  return items;
}

// At most `most` of each kind, the most severe ones, in the same order.
// Returns how many findings that are not suppressed had to go.
std::size_t shorten(std::vector<Item>& items, std::size_t most) {
  std::size_t kept[2] = {0, 0};
  std::vector<bool> stays(items.size(), false);
  for (const Severity level :
       {Severity::error, Severity::warning, Severity::note, Severity::off}) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::size_t& count = kept[items[i].suppressed ? 1 : 0];
      if (items[i].diagnostic.severity == level && count < most) {
        stays[i] = true;
        ++count;
      }
    }
  }
  std::size_t left_out = 0;
  std::vector<Item> shorter;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (stays[i]) {
      shorter.push_back(std::move(items[i]));
    } else {
      left_out += items[i].suppressed ? 0 : 1;
    }
  }
  items = std::move(shorter);
  return left_out;
}

void count(const std::vector<Item>& items, Summary& summary) {
  for (const Item& item : items) {
    const Severity severity = item.diagnostic.severity;
    if (item.suppressed) {
      ++summary.suppressed;
    } else if (severity == Severity::error) {
      ++summary.errors;
    } else if (severity == Severity::warning) {
      ++summary.warnings;
    } else {
      ++summary.notes;
    }
  }
}

std::string printable_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += printable(text.substr(at, end - at));
    if (end < text.size()) {
      out += '\n';
    }
    at = end + 1;
  }
  return out;
}

Data bounded(Data data) {
  for (auto& [name, value] : data) {
    auto* values = std::get_if<std::vector<std::string>>(&value);
    if (values != nullptr && values->size() > most_values) {
      const std::size_t left_out = values->size() - most_values;
      values->resize(most_values);
      values->push_back("and " + std::to_string(left_out) + " more");
    }
  }
  return data;
}

Finding finding_of(Item& item) {
  Diagnostic& from = item.diagnostic;
  Finding finding;
  finding.rule = from.rule;
  finding.severity = from.severity;
  finding.message = printable(from.message);
  finding.region.path = from.location.path;
  finding.related.resize(std::min(from.related.size(), most_related));
  finding.related_left_out = from.related.size() - finding.related.size();
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    finding.related[i] = {
        {from.related[i].location.path, {}, {}},
        printable(from.related[i].message)};
  }
  finding.help = printable_lines(from.help);
  finding.data = bounded(std::move(from.data));
  if (from.fix) {
    ReportedFix& fix = finding.fix.emplace();
    fix.title = printable(from.fix->title);
    fix.kind = from.fix->kind;
    fix.renames = from.fix->renames;
    for (const Edit& edit : from.fix->edits) {
      fix.edits.push_back({{edit.path, {}, {}}, edit.text});
    }
  }
  finding.fingerprint = item.fingerprint;
  finding.suppressed = item.suppressed;
  finding.suppression = printable(item.reason);
  return finding;
}

} // namespace

void add_findings(
    const FileReader& reader,
    const AnalysedFiles& analysed,
    const Limits& limits,
    Suppressed diagnostics,
    Report& report) {
  std::vector<Item> items = sorted_items(std::move(diagnostics));
  count(items, report.summary);
  report.findings_left_out = shorten(items, limits.findings);

  std::vector<Finding> findings;
  findings.reserve(items.size()); // places point at them
  Places places;
  for (Item& item : items) {
    findings.push_back(finding_of(item));
    places.add(item.diagnostic, findings.back());
  }
  places.resolve(
      reader,
      analysed,
      std::max({limits.file, limits.lockfile, limits.config}),
      report);
  for (Finding& finding : findings) {
    auto& where = finding.suppressed ? report.suppressed : report.findings;
    where.push_back(std::move(finding));
  }
}

} // namespace migcheck
