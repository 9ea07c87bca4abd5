#include "check/suppressions.hpp"

#include "check/findings.hpp"
#include "check/rule_table.hpp"
#include "diagnostic/engine_rules.hpp"
#include "text/glob.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

bool is_whole_file(const Location& location) {
  return location.span == Span{};
}

// Whether a rule may still fire after suppressions were counted: then nobody
// can say that a suppression of it is of no use.
bool is_about_suppressions(const RuleInfo& rule) {
  return &rule == &engine::unused_suppression ||
         &rule == &engine::suppression_without_reason ||
         &rule == &engine::unknown_rule ||
         &rule == &engine::stale_baseline_entry;
}

// The comments about one rule in one file. Those that cover an offset are
// found by their ends: among the ones that begin before it, the one that
// reaches farthest covers it if any does.
class FileComments {
 public:
  void add(const Suppression* comment) { comments_.push_back({comment, 0}); }

  void close() {
    std::stable_sort(
        comments_.begin(), comments_.end(), [](const Row& a, const Row& b) {
          return a.comment->covers.begin < b.comment->covers.begin;
        });
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      const std::size_t before = i == 0 ? 0 : comments_[i - 1].farthest;
      const bool farther = comments_[i].comment->covers.end >=
                           comments_[before].comment->covers.end;
      comments_[i].farthest = farther ? i : before;
    }
  }

  const Suppression* find(const Location& location) const {
    if (is_whole_file(location)) {
      return comments_.front().comment;
    }
    const std::uint32_t offset = location.span.begin;
    const auto after = std::upper_bound(
        comments_.begin(),
        comments_.end(),
        offset,
        [](std::uint32_t at, const Row& row) {
          return at < row.comment->covers.begin;
        });
    if (after == comments_.begin()) {
      return nullptr;
    }
    const Suppression* found = comments_[(after - 1)->farthest].comment;
    return offset <= found->covers.end ? found : nullptr;
  }

 private:
  struct Row {
    const Suppression* comment;
    std::size_t farthest; // index of the one that reaches farthest so far
  };

  std::vector<Row> comments_;
};

constexpr std::size_t no_ignore = ~std::size_t{0};

// The [[ignore]] entries of one rule, by their numbers.
class RuleIgnores {
 public:
  // The entry must outlive it.
  void add(const IgnoreConfig& ignore, std::size_t number) {
    const bool plain = !ignore.path.empty() && !ignore.path.ends_with('/') &&
                       ignore.path.find_first_of("*?[\\") == std::string::npos;
    if (plain) {
      plain_.emplace(ignore.path, number);
    } else {
      globs_.emplace_back(ignore.path, number);
    }
  }

  // The first entry that covers the path, or no_ignore.
  std::size_t find(std::string_view path) const {
    std::size_t first = no_ignore;
    for (std::string_view at = path; !at.empty(); at = parent_folder(at)) {
      if (const auto found = plain_.find(at); found != plain_.end()) {
        first = std::min(first, found->second);
      }
    }
    for (const auto& [glob, number] : globs_) {
      if (number < first && (glob.empty() || glob_covers(glob, path))) {
        return number;
      }
    }
    return first;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> plain_;
  std::vector<std::pair<std::string_view, std::size_t>> globs_;
};

class Suppressor {
 public:
  Suppressor(
      const std::vector<Suppression>& comments,
      const Config& config,
      const ActiveRules& active)
      : comments_(comments), config_(config), active_(active),
        comment_used_(comments.size()), ignore_used_(config.ignores.size()) {
    for (const Suppression& comment : comments) {
      by_place_[{comment.path, comment.rule}].add(&comment);
    }
    for (auto& [place, file] : by_place_) {
      file.close();
    }
    for (std::size_t i = 0; i < config.ignores.size(); ++i) {
      ignores_[config.ignores[i].rule].add(config.ignores[i], i);
    }
  }

  // Keeps the diagnostic or takes it out.
  void apply(Diagnostic diagnostic) {
    if (const std::string* reason = find_reason(diagnostic)) {
      result_.taken.emplace_back(std::move(diagnostic), *reason);
    } else {
      result_.kept.push_back(std::move(diagnostic));
    }
  }

  void report_comments(Complete complete);
  void report_rule_names();
  void report_ignores(Complete complete);

  Suppressed take_result() { return std::move(result_); }

 private:
  using Place = std::pair<std::string_view, std::string_view>;

  const std::string* find_reason(const Diagnostic& diagnostic);
  void report(
      const RuleInfo& rule,
      const Location& location,
      std::string message,
      std::string help);

  bool must_be_used(const RuleInfo& rule, Complete complete) const {
    return complete == Complete::yes && active_.enabled(rule) &&
           !is_about_suppressions(rule);
  }

  void report_unknown(const std::string& rule, const Location& location);

  const std::vector<Suppression>& comments_;
  const Config& config_;
  const ActiveRules& active_;
  std::vector<bool> comment_used_;
  std::vector<bool> ignore_used_;
  std::map<Place, FileComments> by_place_;
  std::map<std::string_view, RuleIgnores> ignores_;
  Suppressed result_;
};

const std::string* Suppressor::find_reason(const Diagnostic& diagnostic) {
  const Location& location = diagnostic.location;
  const auto file = by_place_.find({location.path, diagnostic.rule->name});
  if (file != by_place_.end()) {
    if (const Suppression* comment = file->second.find(location)) {
      comment_used_[static_cast<std::size_t>(comment - comments_.data())] =
          true;
      return &comment->reason;
    }
  }
  const auto ignores = ignores_.find(diagnostic.rule->name);
  const std::size_t found = ignores == ignores_.end()
                                ? no_ignore
                                : ignores->second.find(location.path);
  if (found == no_ignore) {
    return nullptr;
  }
  ignore_used_[found] = true;
  return &config_.ignores[found].reason;
}

// A finding about a suppression; an [[ignore]] may take it out again.
void Suppressor::report(
    const RuleInfo& rule,
    const Location& location,
    std::string message,
    std::string help) {
  if (!active_.enabled(rule)) {
    return;
  }
  std::vector<Diagnostic> made;
  const Severity level = active_.level(rule, rule.severity);
  Findings findings(rule, made);
  findings.report(level, location, std::move(message)).help = std::move(help);
  apply(std::move(made.front()));
}

void Suppressor::report_unknown(
    const std::string& rule, const Location& location) {
  if (find_rule(rule) == nullptr) {
    report(
        engine::unknown_rule,
        location,
        no_such_rule(rule),
        "`migcheck rules` prints the names of all rules");
  }
}

void Suppressor::report_comments(Complete complete) {
  for (std::size_t i = 0; i < comments_.size(); ++i) {
    const Suppression& comment = comments_[i];
    const Location location = {comment.path, comment.span};
    const RuleInfo* rule = find_rule(comment.rule);
    if (rule == nullptr) {
      report_unknown(comment.rule, location);
      continue;
    }
    if (comment.reason.empty()) {
      report(
          engine::suppression_without_reason,
          location,
          "suppression of " + quoted(comment.rule) + " gives no reason",
          "write it after the parenthesis");
    }
    if (!comment_used_[i] && must_be_used(*rule, complete)) {
      report(
          engine::unused_suppression,
          location,
          "suppression of " + quoted(comment.rule) + " suppresses nothing",
          "remove it");
    }
  }
}

void Suppressor::report_rule_names() {
  for (const RuleConfig& entry : config_.rules) {
    report_unknown(entry.rule, entry.location);
    const RuleInfo* rule = find_rule(entry.rule);
    if (rule != nullptr && entry.months && !rule->has_months) {
      report(
          engine::unknown_rule,
          entry.location,
          "rule " + quoted(entry.rule) + " has no setting \"months\"",
          "`migcheck explain " + entry.rule + "` names its settings");
    }
  }
  for (const IgnoreConfig& entry : config_.ignores) {
    report_unknown(entry.rule, entry.location);
  }
}

void Suppressor::report_ignores(Complete complete) {
  for (std::size_t i = 0; i < config_.ignores.size(); ++i) {
    const IgnoreConfig& ignore = config_.ignores[i];
    const RuleInfo* rule = find_rule(ignore.rule);
    if (rule == nullptr || ignore_used_[i] || !must_be_used(*rule, complete)) {
      continue;
    }
    const std::string where =
        ignore.path.empty() ? "" : " in " + quoted(ignore.path);
    report(
        engine::stale_baseline_entry,
        ignore.location,
        "[[ignore]] of " + quoted(ignore.rule) + where +
            " no longer matches a finding",
        "remove the entry");
  }
}

} // namespace

Suppressed apply_suppressions(
    std::vector<Diagnostic> diagnostics,
    const std::vector<Suppression>& comments,
    const Config& config,
    const ActiveRules& active,
    Complete complete) {
  Suppressor suppressor(comments, config, active);
  for (Diagnostic& diagnostic : diagnostics) {
    suppressor.apply(std::move(diagnostic));
  }
  suppressor.report_comments(complete);
  suppressor.report_rule_names();
  suppressor.report_ignores(complete);
  return suppressor.take_result();
}

const IgnoreConfig* find_ignore(
    const Config& config, std::string_view rule, std::string_view path) {
  const auto found = std::find_if(
      config.ignores.begin(),
      config.ignores.end(),
      [&](const IgnoreConfig& ignore) {
        return ignore.rule == rule &&
               (ignore.path.empty() || glob_covers(ignore.path, path));
      });
  return found == config.ignores.end() ? nullptr : &*found;
}

} // namespace migcheck
