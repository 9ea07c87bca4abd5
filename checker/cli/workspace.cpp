#include "cli/workspace.hpp"

#include "cli/option_table.hpp"
#include "cli/version.hpp"
#include "stored/open_stored.hpp"
#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::string_view config_name = "migcheck.toml";

std::string joined(const std::string& directory, const std::string& path) {
  if (path.starts_with('/') || directory.empty()) {
    return path;
  }
  return directory.ends_with('/') ? directory + path : directory + "/" + path;
}

std::string parent(const std::string& directory) {
  const std::size_t slash = directory.rfind('/');
  return slash == 0 ? "/" : directory.substr(0, slash);
}

bool holds_project(const FileReader& reader) {
  const FileKind config = reader.kind(config_name);
  const FileKind git = reader.kind(".git");
  return (config != FileKind::unknown && config != FileKind::directory) ||
         git == FileKind::directory || git == FileKind::regular;
}

// The working directory when nothing upwards is a project's root.
void find_root(const Environment& environment, Workspace& workspace) {
  std::string directory = environment.working_directory;
  std::string prefix;
  while (directory.size() > 1) {
    auto reader = environment.reader(directory);
    if (holds_project(*reader)) {
      workspace.root = directory;
      workspace.working_prefix = prefix;
      workspace.reader = std::move(reader);
      return;
    }
    directory = parent(directory);
    prefix += "../";
  }
  workspace.root = environment.working_directory;
  workspace.reader = environment.reader(workspace.root);
}

// PATH without what does not matter: "./a//" becomes "a".
std::string plain(std::string path) {
  while (path.starts_with("./")) {
    path.erase(0, path.find_first_not_of('/', 1));
  }
  while (path.size() > 1 && path.ends_with('/')) {
    path.pop_back();
  }
  return path.empty() ? "." : path;
}

void take_path(
    const Environment& environment,
    const std::string& path,
    Workspace& workspace) {
  const std::string plain_path = plain(path);
  workspace.root = plain_path == "."
                       ? environment.working_directory
                       : joined(environment.working_directory, plain_path);
  workspace.reader = environment.reader(workspace.root);
  if (plain_path != ".") {
    workspace.working_prefix =
        plain_path.ends_with('/') ? plain_path : plain_path + "/";
  }
  if (!plain_path.starts_with('/')) {
    workspace.shown_root = plain_path;
  }
}

// The word may have been meant as a command.
std::string perhaps_a_command(const Options& options) {
  if (options.command_named || !options.path) {
    return "";
  }
  std::vector<std::string_view> names;
  for (const CommandInfo& command : all_commands()) {
    names.push_back(command.name);
  }
  const std::string_view near = nearest(*options.path, names);
  return near.empty()
             ? ""
             : fmt::format("; did you mean the command {}?", quoted(near));
}

Result<void> check_root(const Options& options, const Workspace& workspace) {
  std::vector<DirectoryEntry> entries;
  const ReadFailure failure = workspace.reader->list("", entries);
  if (failure == ReadFailure::none) {
    return {};
  }
  const std::string what =
      failure == ReadFailure::missing
          ? std::string("there is no such directory")
          : fmt::format("cannot be read: {}", read_failure_text(failure));
  return fail(fmt::format(
      "{}: {}{}",
      quoted(options.path.value_or(".")),
      what,
      perhaps_a_command(options)));
}

// An absolute path without `.` and `..` parts.
std::string normal(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? "" : path.substr(slash + 1);
    if (part == ".." && !parts.empty()) {
      parts.pop_back();
    } else if (!part.empty() && part != "." && part != "..") {
      parts.push_back(part);
    }
  }
  return fmt::format("/{}", fmt::join(parts, "/"));
}

// The path of a file from the root; "" when it lies outside of it.
std::string from_root(const std::string& root, const std::string& file) {
  const std::string whole = normal(file);
  const std::string start = root == "/" ? root : normal(root) + "/";
  return whole.starts_with(start) ? whole.substr(start.size()) : "";
}

// Lines that begin with the path of the configuration begin with how it is
// shown instead.
std::string seen_from_here(
    std::string_view lines, const std::string& path, const std::string& shown) {
  const std::string start = printable(path) + ":";
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    std::string_view line = lines.substr(0, end);
    out += out.empty() ? "" : "\n";
    if (line.starts_with(start)) {
      out += shown;
      line.remove_prefix(start.size() - 1);
    }
    out += line;
    lines = end == std::string_view::npos ? "" : lines.substr(end + 1);
  }
  return out;
}

struct ConfigFile {
  const FileReader* reader = nullptr;
  std::string name;  // for the reader
  std::string path;  // from the root, or as typed
  std::string shown; // as seen from the working directory, printable
};

Result<Config> read_config(const ConfigFile& file, bool must_exist) {
  std::string text;
  ReadRequest request;
  request.path = file.name;
  request.limit = Limits{}.config;
  const ReadFailure failure = file.reader->read(request, text);
  if (failure == ReadFailure::missing && !must_exist) {
    return Config();
  }
  if (failure == ReadFailure::missing) {
    return fail(file.shown + ": there is no such configuration");
  }
  if (failure != ReadFailure::none) {
    return fail(fmt::format(
        "{}: the configuration cannot be read: {}",
        file.shown,
        read_failure_text(failure)));
  }
  auto config = parse_config(text, file.path);
  if (!config) {
    return fail(seen_from_here(config.error().message, file.path, file.shown));
  }
  return config;
}

Result<Config> load_config(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace) {
  if (options.config_file.empty()) {
    return read_config(
        {workspace.reader.get(),
         std::string(config_name),
         std::string(config_name),
         printable(workspace.working_prefix) + std::string(config_name)},
        false);
  }
  const std::string& typed = options.config_file;
  const std::string whole = joined(environment.working_directory, plain(typed));
  const std::string inside = from_root(workspace.root, whole);
  if (reads_from_git(options) && !inside.empty()) {
    return read_config(
        {workspace.reader.get(), inside, inside, printable(typed)}, true);
  }
  const auto reader = environment.reader(parent(whole));
  return read_config(
      {reader.get(),
       whole.substr(whole.rfind('/') + 1),
       inside.empty() ? typed : inside,
       printable(typed)},
      true);
}

// Puts what git has in the place of what lies on disk.
Result<void> read_from_git(
    const Environment& environment,
    const Options& options,
    Workspace& workspace) {
  ProjectOnDisk project = project_on_disk(environment, workspace.root);
  auto reader = options.staged
                    ? staged_files(std::move(project))
                    : files_of_commit(std::move(project), options.rev);
  if (!reader) {
    return tl::unexpected(reader.error());
  }
  workspace.reader = std::move(*reader);
  return {};
}

} // namespace

Result<Workspace>
open_workspace(const Environment& environment, const Options& options) {
  Workspace workspace;
  workspace.shown_root = ".";
  if (options.path) {
    take_path(environment, *options.path, workspace);
  } else {
    find_root(environment, workspace);
  }
  if (const auto usable = check_root(options, workspace); !usable) {
    return tl::unexpected(usable.error());
  }
  if (reads_from_git(options)) {
    if (const auto read = read_from_git(environment, options, workspace);
        !read) {
      return tl::unexpected(read.error());
    }
  }
  auto config = load_config(environment, options, workspace);
  if (!config) {
    return tl::unexpected(config.error());
  }
  workspace.config = std::move(*config);
  workspace.shown_config =
      options.config_file.empty()
          ? printable(workspace.working_prefix) + std::string(config_name)
          : printable(options.config_file);
  return workspace;
}

ProjectOnDisk
project_on_disk(const Environment& environment, const std::string& root) {
  ProjectOnDisk project;
  project.reader = environment.reader(root);
  project.variables = {
      environment.variable("GIT_DIR"), environment.variable("GIT_INDEX_FILE")};
  project.objects = environment.objects;
  return project;
}

std::string shown_error(const Workspace& workspace, const Error& error) {
  return workspace.config.path.empty() ? error.message
                                       : seen_from_here(
                                             error.message,
                                             workspace.config.path,
                                             workspace.shown_config);
}

std::string root_path(
    const Environment& environment,
    const Workspace& workspace,
    const std::string& typed) {
  return from_root(
      workspace.root, joined(environment.working_directory, typed));
}

Result<OpenProject> open_project(
    const Environment& environment,
    const Options& options,
    const LoadParts& parts) {
  auto workspace = open_workspace(environment, options);
  if (!workspace) {
    return tl::unexpected(workspace.error());
  }
  auto loaded = load_project(
      *workspace->reader,
      check_options(environment, options, *workspace),
      parts);
  if (!loaded) {
    return fail(shown_error(*workspace, loaded.error()));
  }
  return OpenProject{std::move(*workspace), std::move(*loaded)};
}

CheckOptions check_options(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace) {
  CheckOptions made;
  made.config = workspace.config;
  made.files.tracked_only = options.git_tracked;
  made.files.git_dir = environment.variable("GIT_DIR");
  made.files.git_index_file = environment.variable("GIT_INDEX_FILE");
  made.files.exclude = workspace.config.exclude;
  made.files.limits = workspace.config.limits;
  made.selection = options.selection;
  made.fail_on = options.fail_on;
  made.line_hashes = std::any_of(
      options.outputs.begin(), options.outputs.end(), [](const Output& output) {
        return output.format == "sarif";
      });
  made.jobs = options.jobs;
  made.today = options.today.value_or(environment.today);
  made.shown_root = workspace.shown_root;
  made.version = version();
  return made;
}

} // namespace migcheck
