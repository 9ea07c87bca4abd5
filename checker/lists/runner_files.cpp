#include "lists/runner_files.hpp"

#include "lists/language.hpp"
#include "lists/paths.hpp"
#include "text/ascii.hpp"
#include "text/directives.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

constexpr std::string_view workflows = ".github/workflows/";

RunnerFile yaml_file(std::string_view path, std::string_view base) {
  if (path.starts_with(workflows)) {
    return RunnerFile::workflow;
  }
  if (base.find("compose") < base.size()) {
    return RunnerFile::compose;
  }
  return starts_with_ignoring_case(base, "taskfile.") ? RunnerFile::taskfile
                                                      : RunnerFile::none;
}

bool has_shell_line(std::string_view text) {
  return text.starts_with("#!") &&
         text.substr(0, text.find('\n')).ends_with("sh");
}

} // namespace

RunnerFile runner_file_of(std::string_view path, std::string_view text) {
  const Language* language = language_of(path);
  return language == nullptr ? RunnerFile::none
                             : runner_file_of(path, *language, text);
}

RunnerFile runner_file_of(
    std::string_view path, const Language& language, std::string_view text) {
  const std::string_view base = last_part(path);
  if (language.family == LanguageFamily::yaml) {
    return yaml_file(path, base);
  }
  if (language.family == LanguageFamily::json) {
    return base == "package.json" ? RunnerFile::package : RunnerFile::none;
  }
  if (language.family != LanguageFamily::shell) {
    return RunnerFile::none;
  }
  if (language.name == "shell") {
    return RunnerFile::shell;
  }
  if (language.name == "dockerfile") {
    return RunnerFile::dockerfile;
  }
  if (equals_ignoring_case(base, "justfile") ||
      equals_ignoring_case(base, ".justfile")) {
    return RunnerFile::justfile;
  }
  if (language.name == "makefile") {
    return RunnerFile::makefile;
  }
  return language.name == "text" && has_shell_line(text) ? RunnerFile::shell
                                                         : RunnerFile::none;
}

RunnerSearch::RunnerSearch(const std::vector<MigrationDirectory>& directories) {
  for (const MigrationDirectory& directory : directories) {
    const std::string_view name = last_part(directory.path);
    if (directory.archived || directory.migrations.empty()) {
      continue;
    }
    root_ = root_ || name == ".";
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) {
      names_.push_back(name);
    }
  }
}

bool RunnerSearch::is_worth_reading(
    std::string_view path,
    const Language& language,
    std::string_view text) const {
  const bool may_run = language.family == LanguageFamily::shell ||
                       language.family == LanguageFamily::yaml ||
                       language.family == LanguageFamily::json;
  const RunnerFile kind =
      may_run ? runner_file_of(path, language, text) : RunnerFile::none;
  if (kind == RunnerFile::none || (names_.empty() && !root_)) {
    return false;
  }
  if (root_ || kind == RunnerFile::compose || kind == RunnerFile::workflow) {
    return true;
  }
  return text.find("dbmate") < text.size() ||
         std::any_of(names_.begin(), names_.end(), [&](std::string_view name) {
           return text.find(name) < text.size();
         });
}

void RunnerSearch::add_to(ContentHash& hash) const {
  hash.add_number(root_ ? 1 : 0);
  hash.add_number(names_.size());
  for (const std::string_view name : names_) {
    hash.add(name);
  }
}

std::vector<Directive>
line_directives(std::string_view text, std::string_view mark) {
  std::vector<Directive> directives;
  std::size_t end = 0; // of the last line that was read
  for (std::size_t at = text.find("migcheck:"); at < text.size();
       at = text.find("migcheck:", end)) {
    const std::size_t line = text.rfind('\n', at) + 1;
    const std::size_t sign = text.find_first_not_of(" \t", line);
    end = std::min(text.find('\n', at), text.size());
    if (text.substr(sign).starts_with(mark)) {
      read_directives(
          text,
          {static_cast<std::uint32_t>(sign), static_cast<std::uint32_t>(end)},
          directives);
    }
  }
  return directives;
}

} // namespace migcheck::lists
