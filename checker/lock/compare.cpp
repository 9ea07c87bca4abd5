#include "lock/compare.hpp"

#include "io/digest.hpp"
#include "layouts/retired_name.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace migcheck {
namespace {

using ByEntry = std::unordered_map<std::string, const Migration*>;

std::optional<std::uint32_t>
first_difference(const LockLine& line, const std::vector<Statement>& now) {
  const std::size_t known = line.statements.size();
  for (std::size_t i = 0; i < std::min(known, now.size()); ++i) {
    if (line.statements[i] != now[i].hash24) {
      return static_cast<std::uint32_t>(i);
    }
  }
  const bool beyond = known == LockLine::most_statements && now.size() >= known;
  if (now.size() == line.statement_count || beyond) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(std::min(known, now.size()));
}

std::string entry_of(std::string_view directory, std::string_view path) {
  if (directory != "." && path.substr(0, directory.size()) == directory) {
    path.remove_prefix(std::min(directory.size() + 1, path.size()));
  }
  std::string entry(path);
  for (std::size_t at = entry.find(retired_ending); at != std::string::npos;
       at = entry.find(retired_ending, at + 1)) {
    const std::size_t end = at + retired_ending.size();
    if (end == entry.size() || entry[end] == '/') {
      entry.erase(at, retired_ending.size());
      break;
    }
  }
  return entry;
}

// A deletion that the working tree knows of is one; any other failure leaves
// the content unknown.
bool is_gone(const SqlFile& file) {
  return file.failure == ReadFailure::missing;
}

bool is_unknown(const SqlFile& file) {
  return !file.read && !is_gone(file);
}

// Content that says nothing about where it came from.
bool is_trivial(const SqlFile& file) {
  return file.sql ? file.statements.empty() : file.size == 0;
}

// Gives every deleted line with content that an unlocked migration has to
// `renamed`.
void find_renamed(LockDifferences& found) {
  std::unordered_map<std::string, std::vector<const Migration*>> by_content;
  for (auto it = found.unlocked.rbegin(); it != found.unlocked.rend(); ++it) {
    if (!is_trivial((*it)->file)) {
      by_content[hex((*it)->file.neutral)].push_back(*it);
    }
  }
  std::unordered_set<const Migration*> taken;
  std::vector<const LockLine*> deleted;
  for (const LockLine* line : found.deleted) {
    const auto same = by_content.find(hex(line->neutral));
    if (same == by_content.end() || same->second.empty()) {
      deleted.push_back(line);
      continue;
    }
    const Migration* migration = same->second.back();
    same->second.pop_back();
    taken.insert(migration);
    found.renamed.push_back({line, migration, {}});
  }
  found.deleted = std::move(deleted);
  found.unlocked.erase(
      std::remove_if(
          found.unlocked.begin(),
          found.unlocked.end(),
          [&](const Migration* migration) {
            return taken.contains(migration);
          }),
      found.unlocked.end());
}

ByEntry by_entry(
    const MigrationDirectory& directory,
    const std::vector<Migration>& migrations) {
  ByEntry entries;
  for (const Migration& migration : migrations) {
    if (is_lockable(migration)) {
      entries.emplace(lock_entry(directory, migration), &migration);
    }
  }
  return entries;
}

const Migration* find(const ByEntry& entries, const std::string& entry) {
  const auto found = entries.find(entry);
  return found == entries.end() ? nullptr : found->second;
}

} // namespace

std::string_view verdict_name(LockVerdict verdict) {
  constexpr std::array<std::string_view, 4> names = {
      "same", "line-endings", "comments", "sql"};
  return names[static_cast<std::size_t>(verdict)];
}

LockComparison compare_with_line(
    const Lockfile& lockfile,
    const LockLine& line,
    const SqlFile& file,
    Dialect dialect) {
  if (line.raw == file.raw) {
    return {LockVerdict::same, {}};
  }
  if (line.neutral == file.neutral) {
    return {LockVerdict::line_endings, {}};
  }
  const bool comparable = lockfile.lexer == lexer_version &&
                          lockfile.dialect == dialect && file.sql &&
                          !file.utf16;
  if (!comparable) {
    return {LockVerdict::sql, {}};
  }
  if (line.tokens == file.tokens) {
    return {LockVerdict::comments, {}};
  }
  return {LockVerdict::sql, first_difference(line, file.statements)};
}

std::string content_name(const SqlFile& file) {
  constexpr std::size_t digits = 12;
  return hex(file.neutral).substr(0, digits);
}

void set_tokens(LockLine& line, const SqlFile& file) {
  line.tokens = file.tokens;
  line.statements.clear();
  line.statement_count = static_cast<std::uint32_t>(file.statements.size());
  for (const Statement& statement : file.statements) {
    if (line.statements.size() == LockLine::most_statements) {
      break;
    }
    line.statements.push_back(statement.hash24);
  }
}

void set_content(LockLine& line, const SqlFile& file) {
  line.raw = file.raw;
  line.neutral = file.neutral;
  set_tokens(line, file);
}

std::string
lock_entry(const MigrationDirectory& directory, const Migration& migration) {
  return entry_of(directory.path, migration.path);
}

bool is_lockable(const Migration& migration) {
  return migration.kind == MigrationKind::versioned ||
         migration.kind == MigrationKind::baseline;
}

bool is_usable(const Lockfile& lockfile) {
  return lockfile.present && lockfile.failure == ReadFailure::none &&
         lockfile.problems.empty();
}

LockDifferences compare_with_lock(
    const MigrationDirectory& directory, const Lockfile& lockfile) {
  LockDifferences found;
  const ByEntry live = by_entry(directory, directory.migrations);
  const ByEntry retired = by_entry(directory, directory.retired);
  std::unordered_set<const Migration*> locked;
  for (const LockLine& line : lockfile.lines) {
    const Migration* migration = find(live, line.entry);
    if (migration != nullptr && !is_gone(migration->file)) {
      locked.insert(migration);
      if (!is_unknown(migration->file)) {
        found.kept.push_back(
            {&line,
             migration,
             compare_with_line(
                 lockfile, line, migration->file, directory.dialect)});
      }
      continue;
    }
    if (line.retired) {
      continue;
    }
    const Migration* away = find(retired, line.entry);
    const LockComparison comparison =
        away == nullptr || !away->file.read
            ? LockComparison{LockVerdict::sql, {}}
            : compare_with_line(lockfile, line, away->file, directory.dialect);
    if (comparison.verdict != LockVerdict::sql) {
      found.retired.push_back({&line, away, comparison});
    } else if (away == nullptr || !is_unknown(away->file)) {
      found.deleted.push_back(&line);
    }
  }
  for (const Migration& migration : directory.migrations) {
    if (!is_lockable(migration) || is_gone(migration.file)) {
      continue;
    }
    if (is_unknown(migration.file)) {
      found.unreadable.push_back(&migration);
    } else if (!locked.contains(&migration)) {
      found.unlocked.push_back(&migration);
    }
  }
  find_renamed(found);
  return found;
}

const LockLine* first_out_of_order(
    const MigrationDirectory& directory, const Lockfile& lockfile) {
  std::unordered_map<std::string, std::size_t> ranks;
  for (const Migration& migration : directory.migrations) {
    ranks.emplace(lock_entry(directory, migration), ranks.size());
  }
  std::size_t highest = 0;
  for (const LockLine& line : lockfile.lines) {
    const auto rank = ranks.find(line.entry);
    if (rank == ranks.end()) {
      continue;
    }
    if (rank->second < highest) {
      return &line;
    }
    highest = rank->second;
  }
  return nullptr;
}

} // namespace migcheck
