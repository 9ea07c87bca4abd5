// Entries and findings are put into groups by what they are about. Most groups
// hold one of each.
#include "check/match_known.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

namespace migcheck {
namespace {

// So many entries of one group are tried for a finding without an equal one.
constexpr std::size_t most_tried = 64;

using Parts = std::vector<std::string>;
using Indexes = std::vector<std::size_t>;

auto report_order(const Diagnostic& diagnostic) {
  return std::tie(
      diagnostic.location.path,
      diagnostic.location.span.begin,
      diagnostic.rule->name,
      diagnostic.message,
      diagnostic.location.span.end);
}

std::string about(const Identity& identity) {
  std::string key = identity.rule + '\0' + identity.path;
  for (const std::string& value : identity.of) {
    key += '\0';
    key += value;
  }
  return key;
}

struct Group {
  Indexes entries; // that hold nothing yet, in their order
  Indexes found;   // that are not held yet, in the order of reports
};

class Matcher {
 public:
  Matcher(std::span<const Identity> entries, std::span<const Diagnostic> found)
      : entries_(entries), found_(found), matches_(found.size()) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      groups_[about(entries[i])].entries.push_back(i);
    }
  }

  std::vector<KnownMatch> run();

 private:
  void add_findings();
  void match_equal(Group& group);
  void match_larger(Group& group);
  void note_outgrown(const Group& group);
  void copy_to_repeats();

  std::span<const Identity> entries_;
  std::span<const Diagnostic> found_;
  std::vector<KnownMatch> matches_;
  std::map<std::string, Group> groups_;
  std::map<std::size_t, Parts> parts_; // of findings in groups
  Indexes order_;                      // of reports
};

// Only those that some entry may hold.
void Matcher::add_findings() {
  for (std::size_t i = 0; i < found_.size(); ++i) {
    order_.push_back(i);
  }
  std::stable_sort(
      order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
        return report_order(found_[a]) < report_order(found_[b]);
      });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::size_t at = order_[i];
    if (i > 0 &&
        report_order(found_[order_[i - 1]]) == report_order(found_[at])) {
      matches_[at].repeat = true;
      continue;
    }
    Identity identity = storable(identity_of(found_[at]));
    const auto group = groups_.find(about(identity));
    if (group != groups_.end()) {
      group->second.found.push_back(at);
      parts_.emplace(at, std::move(identity.parts));
    }
  }
}

void Matcher::match_equal(Group& group) {
  std::map<Parts, Indexes> by_parts;
  for (auto at = group.entries.rbegin(); at != group.entries.rend(); ++at) {
    by_parts[entries_[*at].parts].push_back(*at);
  }
  std::erase_if(group.found, [&](std::size_t at) {
    const auto same = by_parts.find(parts_[at]);
    if (same == by_parts.end() || same->second.empty()) {
      return false;
    }
    matches_[at].entry = same->second.back();
    same->second.pop_back();
    return true;
  });
  Indexes rest;
  for (const auto& [parts, entries] : by_parts) {
    rest.insert(rest.end(), entries.begin(), entries.end());
  }
  std::sort(rest.begin(), rest.end());
  group.entries = std::move(rest);
}

void Matcher::match_larger(Group& group) {
  std::erase_if(group.found, [&](std::size_t at) {
    const Parts& parts = parts_[at];
    const std::size_t tried = std::min(group.entries.size(), most_tried);
    std::size_t best = no_entry;
    for (std::size_t i = 0; i < tried && !parts.empty(); ++i) {
      const Parts& other = entries_[group.entries[i]].parts;
      const bool holds =
          std::includes(other.begin(), other.end(), parts.begin(), parts.end());
      if (holds &&
          (best == no_entry ||
           other.size() < entries_[group.entries[best]].parts.size())) {
        best = i;
      }
    }
    if (best == no_entry) {
      return false;
    }
    matches_[at].entry = group.entries[best];
    group.entries.erase(
        std::next(group.entries.begin(), static_cast<std::ptrdiff_t>(best)));
    return true;
  });
}

void Matcher::note_outgrown(const Group& group) {
  if (group.entries.empty()) {
    return;
  }
  for (const std::size_t at : group.found) {
    if (!parts_[at].empty()) {
      matches_[at].outgrown = group.entries.front();
    }
  }
}

void Matcher::copy_to_repeats() {
  for (std::size_t i = 1; i < order_.size(); ++i) {
    KnownMatch& match = matches_[order_[i]];
    if (match.repeat) {
      match = matches_[order_[i - 1]];
      match.repeat = true;
    }
  }
}

std::vector<KnownMatch> Matcher::run() {
  add_findings();
  for (auto& [key, group] : groups_) {
    match_equal(group);
    match_larger(group);
    note_outgrown(group);
  }
  copy_to_repeats();
  return std::move(matches_);
}

} // namespace

std::vector<KnownMatch> match_known(
    std::span<const Identity> entries, std::span<const Diagnostic> found) {
  return Matcher(entries, found).run();
}

} // namespace migcheck
