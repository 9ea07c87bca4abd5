#include "sql/load.hpp"

#include "io/open_directory.hpp"
#include "io/parallel.hpp"
#include "sql/acting_comments.hpp"
#include "sql/plain_file.hpp"
#include "sql/runner_settings.hpp"
#include "text/ascii.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <limits>

namespace migcheck {
namespace {

enum class Role : std::uint8_t { up, down };

// One file to read, and where it goes.
struct Task {
  const MigrationDirectory* directory;
  const Migration* migration;
  const std::string* path;
  SqlFile* file;
  Role role;
};

void add_tasks(
    const MigrationDirectory& directory,
    std::vector<Migration>& migrations,
    std::vector<Task>& tasks) {
  for (Migration& migration : migrations) {
    tasks.push_back(
        {&directory,
         &migration,
         &migration.path,
         &migration.file,
         migration.kind == MigrationKind::undo ? Role::down : Role::up});
    if (!migration.down.empty() && migration.down != migration.path) {
      tasks.push_back(
          {&directory,
           &migration,
           &migration.down,
           &migration.down_file.make(),
           Role::down});
    }
  }
}

// `.sql` at the end of the name, or before what retired or copied files have
// after it: `.sql.retired`.
bool is_sql_name(std::string_view path) {
  const std::string_view name = last_part(path);
  const std::size_t found = find_ignoring_case(name, ".sql");
  return found != std::string_view::npos &&
         (found + 4 == name.size() || name[found + 4] == '.');
}

// A migration in another language: its bytes alone.
SqlFile read_other_file(std::string_view bytes, Digests digests) {
  SqlFile file;
  file.read = true;
  file.sql = false;
  file.size = bytes.size();
  file.content = content_key(bytes);
  if (digests == Digests::yes) {
    file.raw = sha256(bytes);
    file.neutral = sha256_neutral(bytes);
    file.tokens = file.neutral;
  }
  return file;
}

bool has_up_statement(const SqlFile& file) {
  return std::any_of(
      file.statements.begin(),
      file.statements.end(),
      [](const Statement& statement) {
        return statement.section == Section::up;
      });
}

// Reading, lexing and hashing a migration takes as long as searching so many
// other files.
constexpr std::size_t files_per_task = 6;

constexpr std::size_t tasks_per_chunk = 16;

// What one thread keeps from file to file.
struct Desk {
  FileBuffer buffer;
  OpenDirectory nearby;
  LearnedRecords learned;
};

// One pass over all tasks.
struct Pass {
  const FileReader& reader;
  const Limits& limits;
  const RecordStore* known;
  const EarlierFiles* before;
};

std::uint64_t size_limit(const Limits& limits) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
  return std::min(limits.file, most);
}

// All that a record depends on besides the file.
std::uint64_t salt_of(const Task& task, const Limits& limits) {
  ContentHash hash;
  hash.add_number(
      static_cast<std::uint64_t>(task.directory->dialect) << 16 |
      static_cast<std::uint64_t>(task.directory->layout) << 8 |
      static_cast<std::uint64_t>(task.role) << 2 |
      (task.migration->retired ? 2U : 0U) |
      static_cast<std::uint64_t>(task.directory->digests));
  hash.add_number(limits.statement);
  hash.add_number(limits.nesting);
  return hash.key().first;
}

// True for a file that was read a moment ago. What its statements say is
// perhaps not asked for this time.
bool take_over(const Task& task, const Pass& pass, Desk& desk) {
  const SqlFile* file = pass.before->find(
      *task.directory, *task.migration, *task.path, pass.reader, desk.nearby);
  if (file == nullptr) {
    return false;
  }
  *task.file = *file;
  task.file->script.reset();
  return true;
}

// True for a file that is as it was: one look at it instead of opening,
// reading and closing it.
bool recall(const Task& task, const Pass& pass, Desk& desk) {
  const FileStamp stamp = pass.reader.stamp(*task.path, desk.nearby);
  if (!stamp.known || stamp.size > size_limit(pass.limits)) {
    return false;
  }
  const std::uint64_t key =
      stamp_key(*task.path, stamp, salt_of(task, pass.limits));
  SqlFile file;
  if (!sql::read_plain_record(pass.known->find(key), file) ||
      (task.directory->blobs && file.blob == BlobId()) ||
      (!stamp.exact && file.crlf + file.cr > 0)) {
    return false; // or read before anybody asked for git's name of it
  }
  *task.file = std::move(file);
  task.file->path = *task.path;
  desk.learned.known.push_back(key);
  return true;
}

void learn(
    const Task& task, const Pass& pass, const FileStamp& stamp, Desk& desk) {
  std::string record = stamp.known ? sql::plain_record(*task.file) : "";
  if (!record.empty()) {
    desk.learned.fresh.emplace_back(
        stamp_key(*task.path, stamp, salt_of(task, pass.limits)),
        std::move(record));
  }
}

void read(const Task& task, const Pass& pass, Desk& desk) {
  SqlFile& file = *task.file;
  FileStamp stamp;
  const bool learns = pass.known != nullptr;
  const ReadFailure failure = pass.reader.read(
      {.path = *task.path,
       .care = ReadCare::careful,
       .limit = size_limit(pass.limits),
       .nearby = &desk.nearby,
       .stamp = learns ? &stamp : nullptr},
      desk.buffer);
  if (failure != ReadFailure::none) {
    file.path = *task.path;
    file.failure = failure;
    return;
  }
  file = read_content(
      desk.buffer.text(),
      *task.path,
      *task.directory,
      pass.limits,
      task.directory->digests);
  if (task.directory->blobs) {
    file.blob = blob_id(desk.buffer.text(), *task.directory->blobs);
  }
  if (task.role == Role::down) {
    for (Statement& statement : file.statements) {
      statement.section = Section::down;
    }
    file.annotations.down_explained = sql::explains(file.head_comment);
  }
  if (!task.migration->retired && has_up_statement(file)) {
    file.head_comment = {};
  }
  if (learns) {
    learn(task, pass, stamp, desk);
  }
}

void run(const Task& task, const Pass& pass, Desk& desk) {
  const bool known = (pass.before != nullptr && take_over(task, pass, desk)) ||
                     (pass.known != nullptr && !pass.known->empty() &&
                      recall(task, pass, desk));
  if (!known) {
    read(task, pass, desk);
  }
}

// Statements of a file that the runner's settings keep out of its transaction.
void make_bare(SqlFile& file) {
  file.annotations.up_transaction = false;
  file.annotations.down_transaction = false;
  for (Statement& statement : file.statements) {
    statement.bare = true;
  }
}

// There are few such files.
void load_settings(
    const FileReader& reader,
    LayoutId layout,
    const Limits& limits,
    Migration& migration) {
  RunnerSettings& settings = migration.settings.make();
  std::string text;
  settings.failure =
      reader.read({.path = settings.path, .limit = limits.file}, text);
  if (settings.failure != ReadFailure::none) {
    return;
  }
  sql::read_settings(text, layout, settings);
  if (settings.transaction == false) {
    make_bare(migration.file);
    if (migration.down_file) {
      make_bare(migration.down_file.make());
    }
  }
}

} // namespace

SqlFile read_content(
    std::string_view bytes,
    std::string_view path,
    const MigrationDirectory& directory,
    const Limits& limits,
    Digests digests) {
  SqlFile file =
      is_sql_name(path)
          ? read_sql_file(
                bytes, directory.dialect, directory.layout, limits, digests)
          : read_other_file(bytes, digests);
  file.path = path;
  for (Suppression& suppression : file.suppressions) {
    suppression.path = path;
  }
  return file;
}

LearnedRecords load_migrations(
    const FileReader& reader,
    std::vector<MigrationDirectory>& directories,
    const Limits& limits,
    const LoadOptions& how) {
  std::vector<Task> tasks;
  for (MigrationDirectory& directory : directories) {
    add_tasks(directory, directory.migrations, tasks);
    add_tasks(directory, directory.retired, tasks);
  }
  const unsigned threads =
      thread_count(how.jobs, files_per_task * tasks.size());
  const Pass pass{reader, limits, how.known, how.before};
  std::vector<Desk> desks(threads);
  for_each_chunk(
      tasks.size(),
      threads,
      tasks_per_chunk,
      [&](unsigned worker, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          run(tasks[i], pass, desks[worker]);
        }
      });
  for (MigrationDirectory& directory : directories) {
    for (Migration& migration : directory.migrations) {
      if (migration.settings) {
        load_settings(reader, directory.layout, limits, migration);
      }
    }
  }
  LearnedRecords learned;
  for (Desk& desk : desks) {
    append(std::move(desk.learned), learned);
  }
  return learned;
}

} // namespace migcheck
