// Files are handed out in chunks; each thread has one buffer and one result,
// and the results are put together in the order of the list. A file that is
// not kept costs no allocation.
#include "config/known_file.hpp"
#include "io/open_directory.hpp"
#include "io/parallel.hpp"
#include "lists/collected.hpp"
#include "lists/count_filter.hpp"
#include "lists/language.hpp"
#include "lists/prefilter.hpp"
#include "lists/runner_files.hpp"
#include "lists/silence.hpp"
#include "model/path_words.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <unordered_set>

namespace migcheck::lists {
namespace {

constexpr std::size_t files_per_chunk = 256;

// As far as git looks for a NUL to tell binary files.
constexpr std::size_t binary_block = 8000;

// Of files over the limit, larger ones are not even searched.
constexpr std::uint64_t most_searched = 256u << 20;

// One file that may hold lists, and what its place means.
struct Source {
  std::size_t file = 0; // in the list
  const Language& language;
  SilencePlace place;
  bool wanted = false; // worth lexing whatever it holds
};

// Of one thread.
struct Part {
  FileBuffer buffer;
  SilenceCursor cursor;
  FolderMemory folder;
  Collected found;
};

bool is_binary(std::string_view text) {
  return !text.empty() &&
         std::memchr(text.data(), 0, std::min(text.size(), binary_block)) !=
             nullptr;
}

using Paths = std::unordered_set<std::string_view>;

class SourceScan {
 public:
  SourceScan(
      const FileReader& reader,
      const std::vector<FileEntry>& files,
      const std::vector<MigrationDirectory>& directories,
      const Config& config,
      const ScanOptions& options)
      : reader_(reader), files_(files), config_(config), options_(options),
        memory_(reader, options, config.limits.file), names_(directories),
        numbers_(directories), places_(directories), runners_(directories) {
    for (const MigrationDirectory& directory : directories) {
      for (const auto* list : {&directory.migrations, &directory.retired}) {
        for (const Migration& migration : *list) {
          add_migration(migration.path);
          add_migration(migration.down);
        }
      }
    }
    for (const MigrationDirectory& directory : directories) {
      wanted_.insert(directory.manifests.begin(), directory.manifests.end());
    }
    for (const ListConfig& list : config.lists) {
      wanted_.insert(list.file);
    }
    if (memory_.in_use()) {
      prepare_memory();
    }
  }

  // To be called once.
  ScanResult run() {
    const unsigned threads = thread_count(options_.jobs, files_.size());
    std::vector<Part> parts(std::max(threads, 1u));
    for_each_chunk(
        files_.size(),
        threads,
        files_per_chunk,
        [&](unsigned worker, std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i) {
            scan(i, parts[worker]);
          }
        });
    Collected all;
    for (Part& part : parts) {
      all.add(std::move(part.found));
    }
    add_scattered(all);
    silent_.known = all.known;
    silent_.fresh = all.fresh;
    ScanResult result = in_order(std::move(all), files_, names_);
    if (memory_.in_use()) {
      silent_.names = std::make_shared<const KnownNames>(std::move(names_));
    }
    result.silent = std::move(silent_);
    return result;
  }

 private:
  void prepare_memory() {
    ContentHash runners;
    runners_.add_to(runners);
    silent_.runners = runners.key().first;
    ContentHash hash;
    names_.add_to(hash);
    numbers_.add_to(hash);
    runners_.add_to(hash);
    silent_.here = hash.key().first;
    silent_.keys.resize(files_.size());
    const EarlierScan* before = options_.before;
    memory_.set_migrations(
        silent_.here,
        before == nullptr ? std::nullopt
                          : before->here_for(names_, silent_.runners),
        before != nullptr && before->is_for(numbers_));
    prepare_numbers_after();
  }

  void prepare_numbers_after() {
    if (options_.after.empty()) {
      return;
    }
    NearNumbers after;
    after.add(options_.after);
    silent_.numbers_after = after.key();
    silent_.after.resize(files_.size());
    either_ = numbers_;
    either_->add(options_.after);
  }

  // Most migrations are SQL and most sources are not: those of other languages
  // are kept apart, so that sources are looked up among few.
  void add_migration(std::string_view path) {
    const Language* language = language_of(path);
    if (!path.empty() && language != nullptr) {
      (is_sql(*language) ? sql_ : migrations_).insert(path);
    }
  }

  static bool is_sql(const Language& language) {
    return language.family == LanguageFamily::sql;
  }

  // The language of a file that may hold lists, else null.
  const Language* source_language(const FileEntry& file) const {
    if ((file.kind != FileKind::regular && file.kind != FileKind::unknown) ||
        file.skip_worktree) {
      return nullptr;
    }
    const Language* language = language_of(file.path);
    if (language == nullptr) {
      return nullptr;
    }
    const Paths& migrations = is_sql(*language) ? sql_ : migrations_;
    const bool migration =
        !migrations.empty() && migrations.count(file.path) != 0;
    return migration ? nullptr : language;
  }

  ReadFailure read(
      std::size_t i,
      FileBuffer& buffer,
      OpenDirectory* nearby,
      FileStamp* stamp = nullptr) const {
    const FileEntry& file = files_[i];
    return reader_.read(
        {file.path,
         ReadCare::scan,
         config_.limits.file,
         file.size,
         nearby,
         stamp},
        buffer);
  }

  void scan(std::size_t i, Part& part) {
    const FileEntry& file = files_[i];
    const Language* language = source_language(file);
    if (language == nullptr) {
      return;
    }
    const Source source{
        i,
        *language,
        {file.path, places_.hold(file.path, part.folder)},
        is_wanted(file.path)};
    const bool remember = memory_.in_use() && !source.wanted;
    if (remember) {
      silent_.keys[i] = memory_.known_key(source.place, part.cursor);
      if (silent_.keys[i] != 0) {
        ++part.found.scanned;
        ++part.found.known;
        return;
      }
    }
    FileStamp stamp;
    const ReadFailure failure =
        read(i, part.buffer, &part.cursor.nearby, remember ? &stamp : nullptr);
    if (failure != ReadFailure::none) {
      const bool matters =
          failure != ReadFailure::too_large || may_hold_names(file.path);
      if (failure != ReadFailure::missing && matters) {
        part.found.unread.emplace_back(i, failure);
      }
      return;
    }
    ++part.found.scanned;
    const Silence silence = take(source, part);
    if (remember) {
      silent_.keys[i] = memory_.learnt_key(source.place, stamp, silence);
      if (silence == Silence::after) {
        silent_.after[i] = 1;
      }
      part.found.fresh += silent_.keys[i] != 0 ? 1 : 0;
    }
  }

  // Takes what the text gives. What it depends on besides the source and the
  // text must be told to the memory; and what of that can make a text speak
  // that was silent always, must be asked for in the last lines.
  Silence take(const Source& source, Part& part) const {
    const std::string_view text = part.buffer.text();
    if (is_known_file(text)) {
      return Silence::always;
    }
    const bool runs =
        runners_.is_worth_reading(source.place.path, source.language, text);
    if (runs) {
      part.found.runners.push_back({source.file, std::string(text)});
    }
    const bool tables = may_create_tables(source, text);
    if (tables) {
      part.found.tables.push_back({source.file, std::string(text)});
    }
    const Mentions mentions = find_mentions(text, names_);
    const bool versions = is_sql(source.language) && holds_versions(text);
    const bool names = mentions.worth_lexing() || source.wanted || versions;
    const bool near = !names && source.place.near;
    const bool after = near && either_ && !may_count(text, *either_);
    const bool counts = near && !after && may_count(text, numbers_);
    if ((names || counts || mentions.known != 0) && !is_binary(text)) {
      if (names || counts) {
        part.found.sources.push_back({source.file, std::string(text), names});
      }
      if (!names && mentions.known != 0) {
        part.found.singles.push_back({source.file, mentions.name});
      }
      return Silence::none;
    }
    if (runs || tables) {
      return Silence::none;
    }
    if (after) {
      return Silence::after;
    }
    const bool depends =
        source.place.near || mentions.any ||
        runner_file_of(source.place.path, source.language, text) !=
            RunnerFile::none;
    return depends ? Silence::here : Silence::always;
  }

  bool may_create_tables(const Source& source, std::string_view text) const {
    const Language& language = source.language;
    return options_.tables == WithTables::yes && !is_sql(language) &&
           language.family != LanguageFamily::xml && language.name != "text" &&
           !speaks_of_migrations(source.place.path) && creates_tables(text) &&
           !is_binary(text);
  }

  // A file that is too large to be kept matters where it names migrations.
  // One that is too large even to be searched may name some.
  bool may_hold_names(std::string_view path) const {
    bool found = is_wanted(path);
    bool first = true;
    const ReadFailure failure = reader_.read_pieces(
        {.path = path, .care = ReadCare::scan, .limit = most_searched},
        [&](std::string_view piece) {
          if (first && is_binary(piece)) {
            return false;
          }
          first = false;
          const Mentions mentions = find_mentions(piece, names_);
          found = found || mentions.known > 0 || mentions.worth_lexing();
          return !found;
        });
    return found || failure != ReadFailure::none;
  }

  bool is_wanted(std::string_view path) const {
    return is_manifest(path) || (!wanted_.empty() && wanted_.count(path) != 0);
  }

  // Those files are read again.
  void add_scattered(Collected& all) const {
    FileBuffer buffer;
    for (const std::size_t file : scattered_files(all.singles, files_)) {
      if (read(file, buffer, nullptr) == ReadFailure::none) {
        all.sources.push_back({file, buffer.take()});
      }
    }
  }

  const FileReader& reader_;
  const std::vector<FileEntry>& files_;
  const Config& config_;
  ScanOptions options_;
  SilenceMemory memory_;
  KnownNames names_;
  NearNumbers numbers_;
  std::optional<NearNumbers> either_; // and those of ScanOptions::after
  CountPlaces places_;
  RunnerSearch runners_;
  Paths sql_;        // migrations
  Paths migrations_; // in other languages
  Paths wanted_;
  SilentKeys silent_; // each key is of one thread
};

} // namespace

bool is_manifest(std::string_view path) {
  if (path.ends_with('n') || path.ends_with('c')) {
    const std::string_view base = last_part(path);
    if (base == "_journal.json" || base == "sqitch.plan" ||
        base.ends_with(".qrc")) {
      return true;
    }
  }
  constexpr std::string_view first = "changelog";
  const std::string_view base = last_part(path);
  for (std::size_t at = base.find(first); at < base.size();
       at = base.find(first, at + 1)) {
    const std::string_view rest = base.substr(at + first.size());
    if (rest.starts_with("-master") || rest.starts_with(".master") ||
        rest.starts_with("_master")) {
      return true;
    }
  }
  return false;
}

ScanResult scan_sources(
    const FileReader& reader,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    const ScanOptions& how) {
  return scan_entries(reader, files.files(), directories, config, how);
}

ScanResult scan_entries(
    const FileReader& reader,
    const std::vector<FileEntry>& files,
    const std::vector<MigrationDirectory>& directories,
    const Config& config,
    const ScanOptions& how) {
  return SourceScan(reader, files, directories, config, how).run();
}

} // namespace migcheck::lists
