#include "check/accept_known.hpp"

#include "check/findings.hpp"
#include "check/match_known.hpp"
#include "check/rule_table.hpp"
#include "diagnostic/engine_rules.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <iterator>

namespace migcheck {
namespace {

constexpr std::size_t most_related = 10;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// `known finding of "RULE" in "migrations/005_a.sql"`.
std::string label(const KnownFinding& known) {
  return "known finding of " + quoted(known.identity.rule) + " in " +
         quoted(known.identity.path);
}

// What only the first holds. Both are sorted.
std::vector<std::string> difference(
    const std::vector<std::string>& first,
    const std::vector<std::string>& second) {
  std::vector<std::string> rest;
  std::set_difference(
      first.begin(),
      first.end(),
      second.begin(),
      second.end(),
      std::back_inserter(rest));
  return rest;
}

class Acceptance {
 public:
  Acceptance(const KnownSources& sources, Suppressed& found)
      : sources_(sources), entries_(sources.file.findings), found_(found),
        used_(entries_.size()) {}

  std::vector<KnownFinding> run();

 private:
  std::vector<Diagnostic> take_candidates();
  void match(std::vector<Diagnostic> candidates);
  void add_next(Identity identity, const KnownMatch& match);
  void point_to_less(std::size_t entry, Diagnostic& diagnostic) const;
  void report_rest(std::size_t entry, const Identity& identity);
  void judge_unused(std::size_t entry);
  bool can_tell(const RuleInfo& rule, const Identity& identity) const;
  void ask_for_reasons();
  void report(
      const RuleInfo& rule,
      std::size_t entry,
      std::string message,
      std::string help);
  void deliver();

  const KnownSources& sources_;
  const std::vector<KnownFinding>& entries_;
  Suppressed& found_;
  std::vector<bool> used_;
  std::vector<Diagnostic> made_; // about the file
  std::vector<KnownFinding> next_;
};

std::vector<Diagnostic> Acceptance::take_candidates() {
  std::vector<Diagnostic> candidates;
  std::vector<Diagnostic> others;
  for (Diagnostic& diagnostic : found_.kept) {
    auto& group = can_be_accepted(*diagnostic.rule) ? candidates : others;
    group.push_back(std::move(diagnostic));
  }
  found_.kept = std::move(others);
  return candidates;
}

void Acceptance::match(std::vector<Diagnostic> candidates) {
  std::vector<Identity> identities;
  identities.reserve(entries_.size());
  for (const KnownFinding& known : entries_) {
    identities.push_back(known.identity);
  }
  const std::vector<KnownMatch> matches = match_known(identities, candidates);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!matches[i].repeat) {
      add_next(storable(identity_of(candidates[i])), matches[i]);
    }
    if (matches[i].entry != no_entry) {
      found_.taken.emplace_back(
          std::move(candidates[i]), entries_[matches[i].entry].reason);
      continue;
    }
    if (matches[i].outgrown != no_entry) {
      point_to_less(matches[i].outgrown, candidates[i]);
    }
    found_.kept.push_back(std::move(candidates[i]));
  }
}

void Acceptance::add_next(Identity identity, const KnownMatch& match) {
  const std::size_t entry =
      match.entry != no_entry ? match.entry : match.outgrown;
  if (match.entry != no_entry) {
    report_rest(match.entry, identity);
  }
  std::string reason;
  if (entry != no_entry) {
    used_[entry] = true;
    reason = entries_[entry].reason;
  }
  next_.push_back({std::move(identity), std::move(reason), {}});
}

// Who reads the finding should know why it is not accepted any more.
void Acceptance::point_to_less(
    std::size_t entry, Diagnostic& diagnostic) const {
  const Identity now = storable(identity_of(diagnostic));
  diagnostic.related.push_back(
      {entries_[entry].location,
       "accepted without " +
           quoted_list(difference(now.parts, entries_[entry].identity.parts))});
}

// An entry may hold more than is left of the finding.
void Acceptance::report_rest(std::size_t entry, const Identity& identity) {
  const auto rest = difference(entries_[entry].identity.parts, identity.parts);
  if (!rest.empty() && sources_.complete == Complete::yes) {
    report(
        engine::stale_baseline_entry,
        entry,
        label(entries_[entry]) + " still accepts " + quoted_list(rest) +
            ", which is not found any more",
        "remove it from `parts`, or write the file again with "
        "`--write-known`");
  }
}

// Rules that did not run, or not on this file, may find it another time.
bool Acceptance::can_tell(
    const RuleInfo& rule, const Identity& identity) const {
  return sources_.complete == Complete::yes && sources_.active.enabled(rule) &&
         !sources_.is_history(identity.path);
}

void Acceptance::judge_unused(std::size_t entry) {
  const KnownFinding& known = entries_[entry];
  const RuleInfo* rule = find_rule(known.identity.rule);
  if (rule == nullptr) {
    report(
        engine::unknown_rule,
        entry,
        no_such_rule(known.identity.rule),
        "`migcheck rules` prints the names of all rules");
    return;
  }
  if (!can_be_accepted(*rule)) {
    report(
        engine::stale_baseline_entry,
        entry,
        "findings of " + quoted(known.identity.rule) +
            " cannot be accepted as known",
        "remove the entry");
    return;
  }
  if (!can_tell(*rule, known.identity)) {
    next_.push_back(known);
    return;
  }
  report(
      engine::stale_baseline_entry,
      entry,
      label(known) + " is not found any more",
      "remove the entry, or write the file again with `--write-known`");
}

// One finding for the file: with a new file none of the entries has a reason.
void Acceptance::ask_for_reasons() {
  std::vector<std::size_t> silent;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (is_blank(entries_[i].reason)) {
      silent.push_back(i);
    }
  }
  if (silent.empty()) {
    return;
  }
  const std::string who = silent.size() == 1
                              ? label(entries_[silent.front()]) + " gives"
                              : std::to_string(silent.size()) + " of " +
                                    std::to_string(entries_.size()) +
                                    " known findings give";
  const std::size_t before = made_.size();
  report(
      engine::suppression_without_reason,
      silent.front(),
      who + " no reason",
      "write it between the quotes of `reason`");
  if (made_.size() == before) {
    return;
  }
  for (std::size_t i = 1; i < silent.size() && i < most_related; ++i) {
    made_.back().related.push_back(
        {entries_[silent[i]].location, label(entries_[silent[i]])});
  }
}

void Acceptance::report(
    const RuleInfo& rule,
    std::size_t entry,
    std::string message,
    std::string help) {
  if (!sources_.active.enabled(rule)) {
    return;
  }
  const Identity& identity = entries_[entry].identity;
  Findings findings(rule, made_);
  Diagnostic& made = findings.report(
      sources_.active.level(rule, rule.severity),
      entries_[entry].location,
      std::move(message));
  made.help = std::move(help);
  made.data = {{"known", identity.rule}, {"known_path", identity.path}};
  made.identity = identity.of;
  made.identity.insert(made.identity.begin(), {identity.rule, identity.path});
}

// An [[ignore]] may speak of the file too.
void Acceptance::deliver() {
  for (Diagnostic& made : made_) {
    const IgnoreConfig* ignore =
        find_ignore(sources_.config, made.rule->name, made.location.path);
    if (ignore != nullptr) {
      found_.taken.emplace_back(std::move(made), ignore->reason);
    } else if (made.severity != Severity::off) {
      found_.kept.push_back(std::move(made));
    }
  }
}

std::vector<KnownFinding> Acceptance::run() {
  match(take_candidates());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!used_[i]) {
      judge_unused(i);
    }
  }
  ask_for_reasons();
  deliver();
  return std::move(next_);
}

} // namespace

bool can_be_accepted(const RuleInfo& rule) {
  const auto engine_rules = engine::rules();
  return rule.needs != Needs::base &&
         std::find(engine_rules.begin(), engine_rules.end(), &rule) ==
             engine_rules.end();
}

std::vector<KnownFinding>
accept_known(const KnownSources& sources, Suppressed& found) {
  return Acceptance(sources, found).run();
}

} // namespace migcheck
