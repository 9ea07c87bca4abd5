#include "lists/find_lists.hpp"

#include "io/parallel.hpp"
#include "lists/documents.hpp"
#include "lists/judged_counts.hpp"
#include "lists/judged_lists.hpp"
#include "lists/migration_names.hpp"
#include "lists/name_index.hpp"
#include "lists/parsed_source.hpp"
#include "lists/prefilter.hpp"
#include "lists/runner_files.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace migcheck {
namespace {

using Sources = std::vector<std::unique_ptr<lists::ParsedSource>>;

// Lexing so many bytes takes as long as searching one file.
constexpr std::size_t bytes_per_file = 32;

// Lexing is the costly part; files do not depend on each other.
Sources parse_all(
    std::vector<lists::SourceFile> files,
    const lists::NameIndex& index,
    const lists::NearNumbers& numbers,
    unsigned jobs) {
  Sources sources;
  std::size_t bytes = 0;
  for (lists::SourceFile& file : files) {
    bytes += file.text.size();
    auto source = std::make_unique<lists::ParsedSource>();
    source->path = std::move(file.path);
    source->text = std::move(file.text);
    source->names = file.names;
    sources.push_back(std::move(source));
  }
  for_each_chunk(
      sources.size(),
      thread_count(jobs, bytes / bytes_per_file),
      1,
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          lists::parse_source(*sources[i], index);
          lists::parse_counts(*sources[i], numbers);
        }
      });
  return sources;
}

// Manifests of releases are lists, whatever stands in one of them.
bool have_manifests(const std::vector<MigrationDirectory>& directories) {
  return std::any_of(
      directories.begin(),
      directories.end(),
      [](const MigrationDirectory& directory) {
        return !directory.manifests.empty();
      });
}

bool has_candidates(const Sources& sources) {
  for (const auto& source : sources) {
    if (!source->found.lists.empty()) {
      return true;
    }
  }
  return false;
}

// Documents that name migrations, where the configuration asks for them.
Sources read_documents(
    const FileReader& reader,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    const lists::NameIndex& index) {
  Sources sources;
  const lists::KnownNames names(directories);
  for (const FileEntry& file : files.files()) {
    if (!lists::is_document(file.path)) {
      continue;
    }
    auto source = std::make_unique<lists::ParsedSource>();
    const ReadFailure failure = reader.read(
        {file.path, ReadCare::scan, config.limits.file, file.size},
        source->text);
    if (failure == ReadFailure::none &&
        lists::find_mentions(source->text, names).worth_lexing()) {
      source->path = file.path;
      lists::parse_document(*source, index);
      sources.push_back(std::move(source));
    }
  }
  return sources;
}

// Lists of documents are judged by themselves: they neither explain what code
// leaves out, nor does code explain them.
void add_documents(
    lists::JudgeInput input,
    const Sources& sources,
    FoundLists& found,
    lists::Excusable& excusable) {
  input.sources = &sources;
  lists::JudgedLists judged = lists::judge_lists(input);
  for (auto& [config, names] : judged.excusable) {
    excusable[config].merge(names);
  }
  for (MigrationList& list : judged.lists) {
    list.language = "markup";
    list.add_missing.reset();
    list.drop_stale.reset();
    found.lists.push_back(std::move(list));
  }
  std::stable_sort(
      found.lists.begin(),
      found.lists.end(),
      [](const MigrationList& a, const MigrationList& b) {
        return a.path < b.path;
      });
  std::erase_if(found.unmatched_config, [&](const ListConfig* config) {
    const auto& rest = judged.unmatched_config;
    return std::find(rest.begin(), rest.end(), config) == rest.end();
  });
}

void find_idle_excepts(
    const Config& config,
    const lists::Excusable& excusable,
    FoundLists& found) {
  const std::set<const ListConfig*> unmatched(
      found.unmatched_config.begin(), found.unmatched_config.end());
  for (const ListConfig& list : config.lists) {
    const auto names = excusable.find(&list);
    for (const std::string& name : list.except) {
      const std::string stem(lists::entry_stem(last_part(name)));
      const bool excuses =
          names != excusable.end() && names->second.count(stem) > 0;
      if (!excuses && unmatched.count(&list) == 0) {
        found.idle_excepts.push_back({&list, name});
      }
    }
  }
}

void add_sources(const Sources& sources, FoundLists& found) {
  for (const auto& source : sources) {
    found.sources.push_back(
        {source->path, source->content, std::move(source->suppressions)});
  }
}

// Findings stand in files that run migrations too: reports must know what they
// held, and what users allow in their comments.
void add_runners(FoundLists& found) {
  std::vector<ListSource> more;
  std::unordered_set<std::string_view> known;
  for (const ListSource& source : found.sources) {
    known.insert(source.path);
  }
  for (const RunnerSource& runner : found.runners) {
    if (!known.contains(runner.path)) {
      ListSource& added = more.emplace_back();
      added.path = runner.path;
      added.content = content_key(runner.text);
      add_suppressions(
          lists::line_directives(runner.text, "#"),
          runner.path,
          added.suppressions);
    }
  }
  std::move(more.begin(), more.end(), std::back_inserter(found.sources));
  std::sort(
      found.sources.begin(),
      found.sources.end(),
      [](const ListSource& a, const ListSource& b) { return a.path < b.path; });
}

} // namespace

FoundLists find_lists(
    const FileReader& reader,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    const lists::ScanOptions& how) {
  FoundLists found;
  lists::ScanResult scan =
      lists::scan_sources(reader, files, directories, config, how);
  found.files_scanned = scan.files_scanned;
  found.silent = std::move(scan.silent);
  for (auto& [path, failure] : scan.unread) {
    found.unread.push_back({std::move(path), failure});
  }
  for (lists::SourceFile& file : scan.runners) {
    found.runners.push_back({std::move(file.path), std::move(file.text)});
  }
  for (lists::SourceFile& file : scan.tables) {
    found.tables.push_back({std::move(file.path), std::move(file.text)});
  }
  const lists::NameIndex index(directories);
  const lists::NearNumbers numbers(directories);
  const Sources sources =
      parse_all(std::move(scan.sources), index, numbers, how.jobs);
  lists::JudgeInput input;
  const Sources documents =
      config.docs ? read_documents(reader, files, directories, config, index)
                  : Sources();
  if (has_candidates(sources) || has_candidates(documents) ||
      have_manifests(directories)) {
    input.paths.reserve(files.files().size());
    for (const FileEntry& file : files.files()) {
      input.paths.push_back(file.path);
    }
  }
  const lists::FileNames names(input.paths);
  input.sources = &sources;
  input.index = &index;
  input.names = &names;
  input.config = &config;
  input.reader = &reader;
  input.singles = &scan.singles;
  input.history = how.history;
  input.jobs = how.jobs;
  lists::JudgedLists judged = lists::judge_lists(input);
  found.lists = std::move(judged.lists);
  found.unmatched_config = std::move(judged.unmatched_config);
  lists::JudgedCounts counts =
      lists::judge_counts({&sources, &directories, &config});
  found.counts = std::move(counts.counts);
  std::erase_if(found.unmatched_config, [&](const ListConfig* list) {
    return counts.used_config.count(list) != 0;
  });
  if (!documents.empty()) {
    add_documents(input, documents, found, judged.excusable);
  }
  find_idle_excepts(config, judged.excusable, found);
  add_sources(sources, found);
  add_sources(documents, found);
  add_runners(found);
  return found;
}

} // namespace migcheck
