#include "cli/git_hook.hpp"

#include "config/section.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <optional>

namespace migcheck {
namespace {

// What was installed before --staged was there.
constexpr std::string_view older_hook =
    "#!/bin/sh\n"
    "# Installed by `migcheck init --hook`.\n"
    "exec migcheck check --git-tracked\n";

constexpr std::string_view by_hand =
    "add this line to git's pre-commit hook: migcheck check --staged";

// A value of git's configuration: quotes and escapes taken off, a comment
// left out.
std::string unquoted(std::string_view value) {
  std::string out;
  bool quoted_part = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      out += value[++i];
    } else if (value[i] == '"') {
      quoted_part = !quoted_part;
    } else if (!quoted_part && (value[i] == '#' || value[i] == ';')) {
      break;
    } else {
      out += value[i];
    }
  }
  return std::string(trim(out));
}

// The whole file; nothing when there is none.
Result<std::optional<std::string>>
read_small(const FileReader& reader, const std::string& path) {
  std::string text;
  ReadRequest request;
  request.path = path;
  request.limit = 1u << 20;
  const ReadFailure failure = reader.read(request, text);
  if (failure == ReadFailure::missing) {
    return std::nullopt;
  }
  if (failure != ReadFailure::none) {
    return fail(
        quoted(path) +
        " cannot be read: " + std::string(read_failure_text(failure)));
  }
  return text;
}

} // namespace

std::string_view git_hook() {
  return "#!/bin/sh\n"
         "# Installed by `migcheck init --hook`.\n"
         "exec migcheck check --staged\n";
}

std::string hooks_path(std::string_view config) {
  std::string found;
  bool in_core = false;
  while (!config.empty()) {
    const std::size_t end = config.find('\n');
    std::string_view line = trim(config.substr(0, end));
    config = end == std::string_view::npos ? "" : config.substr(end + 1);
    if (line.starts_with('[')) {
      const std::size_t close = line.find(']');
      in_core = lower_case(line.substr(0, close)) == "[core";
      line =
          close == std::string_view::npos ? "" : trim(line.substr(close + 1));
    }
    const std::size_t equals = line.find('=');
    if (in_core && equals != std::string_view::npos &&
        lower_case(trim(line.substr(0, equals))) == "hookspath") {
      found = unquoted(trim(line.substr(equals + 1)));
    }
  }
  return found;
}

Result<std::string> git_hook_path(const FileReader& reader) {
  if (reader.kind(".git") != FileKind::directory) {
    return fail(
        "no hook was installed: the project's root is not the top of a plain "
        "git repository; " +
        std::string(by_hand));
  }
  const auto config = read_small(reader, ".git/config");
  if (!config) {
    return tl::unexpected(config.error());
  }
  std::string directory = hooks_path(config->value_or(""));
  if (directory.empty()) {
    directory = ".git/hooks";
  } else if (directory.front() == '~' || make_plain_path(directory)) {
    return fail(
        "no hook was installed: core.hooksPath " + quoted(directory) +
        " lies outside of the project; " + std::string(by_hand));
  }
  return directory == "." ? "pre-commit" : directory + "/pre-commit";
}

Result<HookState>
install_git_hook(const FileReader& reader, FileWriter& writer) {
  const auto path = git_hook_path(reader);
  if (!path) {
    return tl::unexpected(path.error());
  }
  const auto present = read_small(reader, *path);
  if (!present) {
    return tl::unexpected(present.error());
  }
  if (*present && **present == git_hook()) {
    return HookState::was_there;
  }
  if (*present && **present != older_hook) {
    return fail(
        "no hook was installed: " + quoted(*path) + " is another one; " +
        std::string(by_hand));
  }
  const auto written = writer.replace(
      *path, git_hook(), {*present ? &**present : nullptr, false, true});
  if (!written) {
    return fail(written.error().message + "; " + std::string(by_hand));
  }
  return HookState::installed;
}

} // namespace migcheck
