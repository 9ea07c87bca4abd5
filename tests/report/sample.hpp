// Reports that the writers' tests share.
#pragma once

#include "report/report.hpp"

#include <memory>
#include <vector>

namespace migcheck {

// A report and what it points at.
struct Sample {
  std::unique_ptr<Project> project = std::make_unique<Project>();
  Report report;
};

// A list that lacks two migrations, two migrations of one version, a warning
// and a note: what a user sees on an ordinary day.
Sample ordinary_sample();

// The same kinds of findings with names, text and source that attack
// terminals, logs and each format; incomplete, some suppressed.
Sample hostile_sample();

// Nothing found; two migrations and one list.
Sample clean_sample();

// Nothing found because there is nothing.
Sample empty_sample();

// `count` findings of one rule at a level, in one file.
Report many_findings(std::size_t count, Severity severity);

struct NamedSample {
  const char* name;
  Sample sample;
};

// All four.
std::vector<NamedSample> all_samples();

extern const RuleInfo sample_error;
extern const RuleInfo sample_warning;
extern const RuleInfo sample_note;

} // namespace migcheck
