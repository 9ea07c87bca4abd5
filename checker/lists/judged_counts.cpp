// Names decide first: a key or a word of the name that only some directories
// have. Then the number itself, then the nearest directory in the tree.
#include "lists/judged_counts.hpp"

#include "lists/count_directories.hpp"
#include "lists/count_meaning.hpp"
#include "model/path_words.hpp"
#include "text/ascii.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace migcheck::lists {
namespace {

// Smaller numbers stand everywhere: more must speak for them.
constexpr std::uint64_t least_telling = 10;

// Larger ones, by a word such as "schema", are a mistake when they are off.
constexpr std::uint64_t least_plain = 20;

// In the same part of the tree: beside the directory, below its parent, or in
// one of the folders around it.
bool lies_near(std::string_view path, const MigrationDirectory& directory) {
  const std::string_view folder = parent_folder(path);
  const std::string_view parent = parent_folder(directory.path);
  const auto below = [](std::string_view inner, std::string_view outer) {
    return !outer.empty() && inner.starts_with(outer) &&
           (inner.size() == outer.size() || inner[outer.size()] == '/');
  };
  return below(folder, parent) || below(directory.path, folder);
}

// What is off may be meant for something else after all: the smaller the
// number, the more must tie it to the directory.
bool is_tied(
    const JudgedMeaning& meaning,
    const CountCandidate& count,
    std::string_view path,
    const MigrationDirectory& directory) {
  if (count.form == CountForm::entry || count.form == CountForm::assertion ||
      meaning.migrations || lies_near(path, directory)) {
    return true;
  }
  const std::uint64_t value = count.value.value_or(0);
  return value >= least_plain || (value >= least_telling && meaning.database);
}

class CountJudge {
 public:
  explicit CountJudge(const CountInput& input)
      : input_(input), directories_(*input.directories) {}

  JudgedCounts run();

 private:
  void judge(const ParsedSource& source, const CountCandidate& count);
  bool judge_directed(const ParsedSource&, const CountCandidate&);
  const ListConfig*
  config_of(const ParsedSource& source, const CountCandidate& count) const;
  Chosen
  directories_for(const CountCandidate& count, const ListConfig* config) const;
  template <typename Fits>
  std::vector<Fitting> all_fits(const Chosen& chosen, Fits fits) const;
  void judge_lowest(const ParsedSource&, const CountCandidate&, const Chosen&);
  void add(const ParsedSource&, const CountCandidate&, const Fitting&);
  void drop_foreign();
  void add_stale(
      const ParsedSource&,
      const CountCandidate&,
      const Fitting&,
      const std::string& reason);

  const CountInput& input_;
  CountDirectories directories_;
  JudgedCounts judged_;
  std::vector<std::size_t> guesses_; // stale ones that nobody vouches for
};

const ListConfig* CountJudge::config_of(
    const ParsedSource& source, const CountCandidate& count) const {
  for (const ListConfig& config : input_.config->lists) {
    if (config.file == source.path && !config.name.empty() &&
        config.name == count.name) {
      return &config;
    }
  }
  return nullptr;
}

Chosen CountJudge::directories_for(
    const CountCandidate& count, const ListConfig* config) const {
  if (config != nullptr && !config->directory.empty()) {
    return directories_.of_path(config->directory);
  }
  return count.form == CountForm::entry
             ? directories_.named_by_key(count.key)
             : directories_.named_by_words(count.words);
}

template <typename Fits>
std::vector<Fitting>
CountJudge::all_fits(const Chosen& chosen, Fits fits) const {
  std::vector<Fitting> all;
  for (const DirectoryNumbers* numbers : chosen) {
    if (auto fit = fits(*numbers)) {
      all.push_back({numbers, std::move(*fit)});
    }
  }
  return all;
}

// The directory's number, as wide as the one that stands there.
std::string written_like(std::string_view text, const std::string& actual) {
  if (!text.starts_with('0') || actual.size() >= text.size()) {
    return actual;
  }
  return std::string(text.size() - actual.size(), '0') + actual;
}

void CountJudge::add(
    const ParsedSource& source,
    const CountCandidate& count,
    const Fitting& fitting) {
  MigrationCount& added = judged_.counts.emplace_back();
  added.path = source.path;
  added.span = count.span;
  added.name_span = count.name_span;
  added.name =
      count.key.empty() ? count.name : count.name + "[" + count.key + "]";
  added.language = source.tree.language->name;
  added.text = count.text;
  added.value = count.value;
  added.directory = fitting.numbers->directory;
  added.relation = fitting.fit.relation;
  added.actual = written_like(count.text, fitting.fit.actual);
  added.generated_by = source.generated_by;
  if (!fitting.numbers->newest_last.empty()) {
    added.newest = fitting.numbers->newest_last.back();
  }
}

void CountJudge::add_stale(
    const ParsedSource& source,
    const CountCandidate& count,
    const Fitting& fitting,
    const std::string& reason) {
  add(source, count, fitting);
  MigrationCount& added = judged_.counts.back();
  added.stale = true;
  added.reason = reason;
  const bool plain =
      std::all_of(added.text.begin(), added.text.end(), [](char c) {
        return is_digit(c) || c == '.';
      });
  if (fitting.fit.ahead || !plain || !source.generated_by.empty()) {
    return;
  }
  const std::string& text = added.actual;
  Fix fix;
  fix.title = "write " + text;
  fix.edits.push_back({source.path, count.span, text});
  for (const Span& copy : count.copies) {
    if (!(copy == count.span)) {
      fix.edits.push_back({source.path, copy, text});
    }
  }
  std::sort(
      fix.edits.begin(), fix.edits.end(), [](const Edit& a, const Edit& b) {
        return a.span.begin < b.span.begin;
      });
  added.fix = std::move(fix);
}

// `migcheck: count(highest, DIRECTORY)`: it is meant so.
bool CountJudge::judge_directed(
    const ParsedSource& source, const CountCandidate& count) {
  for (const CountDirective& directive : source.count_directives) {
    if (count.span.begin < directive.covers.begin ||
        count.span.begin >= directive.covers.end) {
      continue;
    }
    for (const DirectoryNumbers& numbers : directories_.all()) {
      if (numbers.directory->path != directive.directory) {
        continue;
      }
      const std::string actual = value_of(numbers, directive.relation);
      const Fitting fitting = {
          &numbers, {directive.relation, actual, 0, false}};
      const bool same =
          actual == (count.value ? std::to_string(*count.value) : count.text);
      if (same || actual.empty() ||
          directive.relation == CountRelation::lowest) {
        add(source, count, fitting);
      } else {
        add_stale(source, count, fitting, "a comment above it says so");
      }
    }
    return true;
  }
  return false;
}

void CountJudge::judge_lowest(
    const ParsedSource& source,
    const CountCandidate& count,
    const Chosen& chosen) {
  const auto lowest = all_fits(
      chosen, [&](const DirectoryNumbers& numbers) -> std::optional<Fit> {
        if (!numbers.has_versions() || numbers.lowest() < 2 ||
            count.value != numbers.lowest()) {
          return std::nullopt;
        }
        return Fit{CountRelation::lowest, count.text, 0, false};
      });
  if (const Fitting* best = nearest(lowest, source.path)) {
    add(source, count, *best);
  }
}

void CountJudge::judge(
    const ParsedSource& source, const CountCandidate& count) {
  if (judge_directed(source, count)) {
    return;
  }
  const ListConfig* config = config_of(source, count);
  if (config != nullptr) {
    judged_.used_config.insert(config);
    if (config->intent && *config->intent != Intent::complete) {
      return;
    }
  }
  const JudgedMeaning meaning =
      judge_meaning(count, source.path, directories_.words());
  if (!meaning.meant()) {
    return;
  }
  const Chosen chosen = directories_for(count, config);
  if (meaning.lowest) {
    judge_lowest(source, count, chosen);
    return;
  }
  const WrittenNumber number = {count.text, count.value};
  const bool telling = !count.value || *count.value >= least_telling ||
                       meaning.database || count.form == CountForm::entry;
  const auto now = all_fits(chosen, [&](const DirectoryNumbers& numbers) {
    return fit_now(numbers, number, meaning.count);
  });
  if (!now.empty()) {
    const Fitting* best = nearest(now, source.path);
    const bool odd = best != nullptr && !meaning.count.amount &&
                     best->fit.relation == CountRelation::count &&
                     !best->numbers->timestamps;
    if (best != nullptr && telling && !odd &&
        !has_nearer_dialect(*best->numbers, chosen, source.path)) {
      add(source, count, *best);
    }
    return;
  }
  if (!(meaning.plain || config != nullptr) || !telling) {
    return;
  }
  auto before = all_fits(chosen, [&](const DirectoryNumbers& numbers) {
    auto fit = fit_before(numbers, number, meaning.count);
    return fit ? fit : fit_ahead(numbers, number, meaning.count);
  });
  const Fitting* best = nearest(before, source.path);
  if (best != nullptr && is_nearest(*best->numbers, chosen, source.path) &&
      (config != nullptr ||
       is_tied(meaning, count, source.path, *best->numbers->directory))) {
    if (config == nullptr) {
      guesses_.push_back(judged_.counts.size());
    }
    add_stale(source, count, *best, meaning.reason);
  }
}

// The number of another database or of a version that is kept, beside one of
// the same name that fits: `SchemaVersion` of `postgres/` and of `sqlite/`.
bool belongs_elsewhere(
    const MigrationCount& stale, const std::vector<MigrationCount>& counts) {
  const auto dialect = dialect_of_path(stale.path);
  const bool kept =
      find_ignoring_case(stale.path, "legacy") != std::string_view::npos;
  return std::any_of(
      counts.begin(), counts.end(), [&](const MigrationCount& other) {
        return !other.stale && other.name == stale.name &&
               other.path != stale.path && other.directory == stale.directory &&
               (kept || (dialect && dialect != dialect_of_path(other.path)));
      });
}

void CountJudge::drop_foreign() {
  std::vector<MigrationCount>& counts = judged_.counts;
  std::vector<MigrationCount> kept;
  kept.reserve(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const bool guess = std::binary_search(guesses_.begin(), guesses_.end(), i);
    if (!guess || !belongs_elsewhere(counts[i], counts)) {
      kept.push_back(counts[i]);
    }
  }
  counts = std::move(kept);
}

JudgedCounts CountJudge::run() {
  for (const auto& source : *input_.sources) {
    const std::string_view foreign = foreign_part(source->path);
    if (foreign == "foreign code" || foreign == "an example") {
      continue;
    }
    for (const CountCandidate& count : source->counts) {
      judge(*source, count);
    }
  }
  drop_foreign();
  return std::move(judged_);
}

} // namespace

JudgedCounts judge_counts(const CountInput& input) {
  return CountJudge(input).run();
}

} // namespace migcheck::lists
