// Numbers of different width, and names whose order as text is not the order
// of their numbers.
#include "check/rule.hpp"

#include "model/version_scheme.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>

namespace migcheck::rules {
namespace {

struct Row {
  const Migration* migration;
  std::string digits;
};

std::vector<Row> sequence_of(const MigrationDirectory& directory) {
  std::vector<Row> rows;
  rows.reserve(directory.migrations.size());
  for (std::size_t i = first_counted(directory);
       i < directory.migrations.size();
       ++i) {
    const Migration& migration = directory.migrations[i];
    std::string digits = version_digits(migration);
    // Names that lead through folders are sorted by the folders first.
    if (scheme_of(digits) == VersionScheme::sequence &&
        migration.kind == MigrationKind::versioned &&
        migration.entry.find('/') == std::string::npos) {
      rows.push_back({&migration, std::move(digits)});
    }
  }
  return rows;
}

// The width that most versions have.
std::size_t usual_width(const std::vector<Row>& rows) {
  std::map<std::size_t, std::size_t> counts;
  for (const Row& row : rows) {
    ++counts[row.digits.size()];
  }
  return std::max_element(
             counts.begin(),
             counts.end(),
             [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// A number written with `width` digits, or with more because it needs them.
bool fits(const std::string& digits, std::size_t width) {
  return digits.size() == width || (digits.size() > width && digits[0] != '0');
}

bool is_padded(const std::vector<Row>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const Row& row) {
    return row.digits.size() > 1 && row.digits[0] == '0';
  });
}

// The first neighbours that change places when names are sorted as text.
std::pair<const Row*, const Row*> displaced(std::vector<Row>& rows) {
  const auto by_number = [](const Row& a, const Row& b) {
    return std::is_lt(compare_decimal(a.digits, b.digits));
  };
  if (!std::is_sorted(rows.begin(), rows.end(), by_number)) {
    std::stable_sort(rows.begin(), rows.end(), by_number);
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (std::is_lt(compare_decimal(rows[i - 1].digits, rows[i].digits)) &&
        rows[i].migration->entry < rows[i - 1].migration->entry) {
      return {&rows[i - 1], &rows[i]};
    }
  }
  return {nullptr, nullptr};
}

bool sorts_text(LayoutId id) {
  return id == LayoutId::dbmate || id == LayoutId::supabase ||
         id == LayoutId::atlas || id == LayoutId::diesel ||
         id == LayoutId::prisma;
}

void report_order(
    const MigrationDirectory& directory,
    const Row& low,
    const Row& high,
    Findings& findings) {
  const std::string runner(layout(directory.layout).name);
  Diagnostic& finding = findings.report(
      {high.migration->path, {}},
      quoted(high.migration->entry) + " runs before " +
          quoted(low.migration->entry) + ", because " + runner +
          " sorts names as text");
  finding.related.push_back(
      {{low.migration->path, {}}, "the lower number, which runs later"});
  finding.help = "write new versions with as many digits as the longest one";
  finding.data = {{"directory", directory.path}, {"order", "text"}};
  finding.identity = {directory.path, "order"};
}

// Numbers without zeros have just grown by a digit: whoever sorts names as
// text now runs them in the wrong order. When many have grown, the runner
// evidently counts.
bool has_just_grown(const std::vector<Row>& rows) {
  std::size_t longest = 0;
  for (const Row& row : rows) {
    longest = std::max(longest, row.digits.size());
  }
  const auto grown =
      std::count_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.digits.size() == longest;
      });
  return grown <= 3 && rows.size() > 8;
}

void report_width(
    const MigrationDirectory& directory,
    const Row& odd,
    std::size_t width,
    std::size_t usual,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      Severity::warning,
      {odd.migration->path, {}},
      "version " + quoted(odd.digits) + " has " +
          std::to_string(odd.digits.size()) +
          (odd.digits.size() == 1 ? " digit, " : " digits, ") +
          std::to_string(usual) + " others have " + std::to_string(width));
  finding.help = "write every version with the same number of digits, so that "
                 "names sorted as text are in order";
  finding.data = {
      {"directory", directory.path},
      {"file", odd.migration->path},
      {"width", static_cast<std::int64_t>(width)}};
  finding.identity = {directory.path, odd.migration->entry};
}

void check_padding(
    const MigrationDirectory& directory,
    const std::vector<Row>& rows,
    Findings& findings) {
  const std::size_t width = usual_width(rows);
  const auto usual = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.digits.size() == width;
      }));
  for (const Row& row : rows) {
    if (!fits(row.digits, width)) {
      report_width(directory, row, width, usual, findings);
    }
  }
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived) {
    return;
  }
  std::vector<Row> rows = sequence_of(directory);
  if (rows.size() < 2) {
    return;
  }
  const auto [low, high] = displaced(rows);
  if (low != nullptr && sorts_text(directory.layout)) {
    report_order(directory, *low, *high, findings);
    return;
  }
  if (is_padded(rows)) {
    check_padding(directory, rows, findings);
    return;
  }
  if (low != nullptr && !layout(directory.layout).own_order &&
      has_just_grown(rows)) {
    report_width(
        directory, *high, low->digits.size(), rows.size() - 1, findings);
  }
}

} // namespace

extern const Rule inconsistent_version_width;
const Rule inconsistent_version_width = {
    .info =
        {.name = "inconsistent-version-width",
         .summary = "versions have different numbers of digits",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
