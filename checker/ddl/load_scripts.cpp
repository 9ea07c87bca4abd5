#include "ddl/load_scripts.hpp"

#include "ddl/recognise.hpp"
#include "io/open_directory.hpp"
#include "io/parallel.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace migcheck::ddl {
namespace {

struct Task {
  const MigrationDirectory* directory;
  SqlFile* file;
  const Task* twin = nullptr; // whose script it shares, if any
  bool changed = false;
};

// Gathers what is to be read.
class Tasks {
 public:
  Tasks(const FileReader& reader, const EarlierFiles* before)
      : reader_(reader), before_(before) {}

  void add(MigrationDirectory& directory) {
    for (Migration& migration : directory.migrations) {
      add(directory, migration, migration.file);
      if (migration.down_file) {
        add(directory, migration, migration.down_file.make());
      }
    }
  }

  std::vector<Task> take() { return std::move(all_); }

 private:
  void
  add(const MigrationDirectory& directory,
      const Migration& migration,
      SqlFile& file) {
    if (!file.read || !file.sql || file.utf16) {
      return;
    }
    const SqlFile* known =
        before_ == nullptr
            ? nullptr
            : before_->find(directory, migration, file.path, reader_, nearby_);
    if (known != nullptr && known->script != nullptr) {
      file.script = known->script;
    } else {
      all_.push_back({&directory, &file});
    }
  }

  const FileReader& reader_;
  const EarlierFiles* before_;
  OpenDirectory nearby_;
  std::vector<Task> all_;
};

// Whether the other task's script is right for this file, of the same bytes.
bool reads_like(const Task& task, const Task& other) {
  const auto same = [](const Statement& a, const Statement& b) {
    return a.span == b.span && a.section == b.section;
  };
  const std::vector<Statement>& theirs = other.file->statements;
  return task.directory->dialect == other.directory->dialect &&
         std::equal(
             task.file->statements.begin(),
             task.file->statements.end(),
             theirs.begin(),
             theirs.end(),
             same);
}

// Projects keep copies of their migrations to embed them: each content is read
// once. Gives the tasks that do so.
std::vector<Task*> without_twins(std::vector<Task>& tasks) {
  std::vector<Task*> rest;
  std::map<ContentKey, const Task*> first;
  for (Task& task : tasks) {
    const auto known = first.try_emplace(task.file->content, &task).first;
    if (known->second != &task && reads_like(task, *known->second)) {
      task.twin = known->second;
    } else {
      rest.push_back(&task);
    }
  }
  return rest;
}

// What one thread keeps from file to file.
struct Desk {
  FileBuffer buffer;
  OpenDirectory nearby;
};

void run(
    Task& task, const FileReader& reader, const Limits& limits, Desk& desk) {
  const ReadFailure failure = reader.read(
      {.path = task.file->path, .limit = limits.file, .nearby = &desk.nearby},
      desk.buffer);
  const std::string_view text = desk.buffer.text();
  task.changed =
      failure != ReadFailure::none || content_key(text) != task.file->content;
  if (!task.changed) {
    task.file->script = std::make_shared<const Script>(recognise_statements(
        text, task.directory->dialect, task.file->statements));
  }
}

// Recognising a migration takes as long as searching so many other files.
constexpr std::size_t files_per_task = 20;

constexpr std::size_t tasks_per_chunk = 8;

} // namespace

std::vector<std::string> load_scripts(
    const FileReader& reader,
    const std::vector<MigrationDirectory*>& directories,
    const Limits& limits,
    unsigned jobs,
    const EarlierFiles* before) {
  Tasks gathered(reader, before);
  for (MigrationDirectory* directory : directories) {
    gathered.add(*directory);
  }
  std::vector<Task> tasks = gathered.take();
  const std::vector<Task*> read = without_twins(tasks);
  const unsigned threads = thread_count(jobs, files_per_task * read.size());
  std::vector<Desk> desks(threads);
  for_each_chunk(
      read.size(),
      threads,
      tasks_per_chunk,
      [&](unsigned worker, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          run(*read[i], reader, limits, desks[worker]);
        }
      });
  std::vector<std::string> changed;
  for (Task& task : tasks) {
    if (task.twin != nullptr && !task.twin->changed) {
      task.file->script = task.twin->file->script;
    } else if (task.twin != nullptr) {
      run(task, reader, limits, desks.front());
    }
    if (task.changed) {
      changed.push_back(task.file->path);
    }
  }
  return changed;
}

} // namespace migcheck::ddl
