#include "ddl/load_scripts.hpp"

#include "ddl/recognise.hpp"
#include "io/open_directory.hpp"
#include "io/parallel.hpp"

namespace migcheck::ddl {
namespace {

struct Task {
  const MigrationDirectory* directory;
  SqlFile* file;
  bool changed = false;
};

void add_task(
    const MigrationDirectory& directory,
    SqlFile& file,
    std::vector<Task>& tasks) {
  if (file.read && file.sql && !file.utf16) {
    tasks.push_back({&directory, &file});
  }
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
    unsigned jobs) {
  std::vector<Task> tasks;
  for (MigrationDirectory* directory : directories) {
    for (Migration& migration : directory->migrations) {
      add_task(*directory, migration.file, tasks);
      add_task(*directory, migration.down_file, tasks);
    }
  }
  const unsigned threads = thread_count(jobs, files_per_task * tasks.size());
  std::vector<Desk> desks(threads);
  for_each_chunk(
      tasks.size(),
      threads,
      tasks_per_chunk,
      [&](unsigned worker, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          run(tasks[i], reader, limits, desks[worker]);
        }
      });
  std::vector<std::string> changed;
  for (const Task& task : tasks) {
    if (task.changed) {
      changed.push_back(task.file->path);
    }
  }
  return changed;
}

} // namespace migcheck::ddl
