#include "io/git_program.hpp"

#include <boost/filesystem/operations.hpp>

#include <unistd.h>

namespace migcheck {
namespace {

namespace fs = boost::filesystem;

std::string physical(const std::string& path) {
  boost::system::error_code failure;
  const fs::path result = fs::canonical(path, failure);
  return failure ? "" : result.string();
}

bool lies_in(const std::string& path, const std::string& directory) {
  return path == directory || path.starts_with(directory + "/");
}

bool is_program(const std::string& path) {
  boost::system::error_code failure;
  return fs::is_regular_file(path, failure) &&
         ::access(path.c_str(), X_OK) == 0;
}

// What git is told besides: nothing of it comes from the repository.
constexpr const char* hardening[] = {
    "--no-pager",
    "--literal-pathspecs",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "safe.bareRepository=explicit",
    "-c",
    "protocol.allow=never",
    "-c",
    "advice.graftFileDeprecated=false"};

constexpr const char* surroundings[] = {
    "GIT_CONFIG_NOSYSTEM=1",
    "GIT_CONFIG_GLOBAL=/dev/null",
    "GIT_ATTR_NOSYSTEM=1",
    "GIT_TERMINAL_PROMPT=0",
    "GIT_OPTIONAL_LOCKS=0",
    "GIT_NO_LAZY_FETCH=1",
    "GIT_NO_REPLACE_OBJECTS=1",
    "GIT_GRAFT_FILE=/dev/null",
    "GIT_ALLOW_PROTOCOL=",
    "LC_ALL=C"};

} // namespace

std::string find_git_program(const std::string& path, const std::string& top) {
  const std::string inside = physical(top);
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    const std::string directory(rest.substr(0, colon));
    rest.remove_prefix(std::min(colon + 1, rest.size()));
    if (!directory.starts_with('/')) {
      continue;
    }
    std::string program = physical(directory) + "/git";
    const std::string target = physical(program);
    if (is_program(program) && !lies_in(program, inside) &&
        !lies_in(target, inside)) {
      return program;
    }
  }
  return "";
}

ChildCommand git_command(
    const std::string& program,
    const GitRepository& repository,
    const std::vector<std::string>& arguments) {
  ChildCommand command;
  command.program = program;
  command.arguments.assign(std::begin(hardening), std::end(hardening));
  command.arguments.insert(
      command.arguments.end(), arguments.begin(), arguments.end());
  command.environment.assign(std::begin(surroundings), std::end(surroundings));
  // Said outright, so that git neither searches nor asks whose they are.
  command.environment.push_back("GIT_DIR=" + repository.git_dir);
  command.environment.push_back("GIT_WORK_TREE=" + repository.top);
  return command;
}

} // namespace migcheck
