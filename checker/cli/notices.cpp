#include "cli/notices.hpp"

#include "cli/streams.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

namespace migcheck {
namespace {

constexpr std::size_t most_lines = 20;

std::string about_directory(const MigrationDirectory& directory) {
  std::string text = fmt::format(
      "{}: {} migrations, layout {}{}, dialect {}\n",
      quoted(directory.path),
      directory.migrations.size(),
      layout(directory.layout).name,
      directory.layout_evidence.empty()
          ? ""
          : " (" + printable(directory.layout_evidence) + ")",
      dialect_name(directory.dialect));
  for (const SkippedEntry& entry : directory.skipped) {
    text += fmt::format(
        "{}: skipped, {}\n", quoted(entry.path), printable(entry.reason));
  }
  return text;
}

} // namespace

void say_what_was_found(
    const Environment& environment, const LoadedProject& loaded) {
  std::string text = fmt::format(
      "{} files, from {}\n",
      loaded.files.files().size(),
      loaded.files.source() == FileSource::index ? "git's index" : "a walk");
  for (const MigrationDirectory& directory : loaded.project.directories) {
    text += about_directory(directory);
  }
  if (loaded.project.base != nullptr) {
    const Base& base = *loaded.project.base;
    text += fmt::format(
        "base {}: its tip is {}, the merge base {}\n",
        quoted(base.ref),
        short_id(base.tip),
        short_id(base.merge_base));
  }
  for (const RejectedDirectory& rejected : loaded.discovered.rejected) {
    text += fmt::format(
        "{}: left out, {}\n",
        quoted(rejected.path),
        printable(rejected.reason));
  }
  for (const FileListProblem& problem : loaded.files.problems()) {
    text += fmt::format(
        "{}: {}\n", quoted(problem.path), printable(problem.message));
  }
  complain(environment, text);
}

void say_what_is_missing(
    const Environment& environment, const std::vector<Incomplete>& incomplete) {
  std::string text;
  for (std::size_t i = 0; i < incomplete.size() && i < most_lines; ++i) {
    text += incomplete[i].path.empty() ? "" : quoted(incomplete[i].path) + ": ";
    text += incomplete[i].message + "\n";
  }
  if (incomplete.size() > most_lines) {
    text += fmt::format("and {} more\n", incomplete.size() - most_lines);
  }
  if (!text.empty()) {
    complain(environment, text + "the check is not complete\n");
  }
}

} // namespace migcheck
