// Files that may run migrations, known by their names: the scan keeps their
// text besides that of lists.
#pragma once

#include "io/content_key.hpp"
#include "lists/language.hpp"
#include "model/migration.hpp"
#include "text/directives.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

enum class RunnerFile : std::uint8_t {
  none,
  shell,
  dockerfile,
  makefile,
  justfile,
  package, // package.json
  taskfile,
  compose,
  workflow
};

// By the path; a file without an extension may be a shell script too, which
// its first line tells.
RunnerFile runner_file_of(
    std::string_view path, const Language& language, std::string_view text);
RunnerFile runner_file_of(std::string_view path, std::string_view text);

// Which of these files are worth reading: those that name a directory of
// migrations. The directories must outlive it.
class RunnerSearch {
 public:
  explicit RunnerSearch(const std::vector<MigrationDirectory>& directories);

  // Compose files and workflows always are.
  bool is_worth_reading(
      std::string_view path,
      const Language& language,
      std::string_view text) const;

  // Adds all that this depends on.
  void add_to(ContentHash& hash) const;

 private:
  bool root_ = false; // the root itself holds migrations: it has no name
  std::vector<std::string_view> names_;
};

// What whole lines that begin with `mark` say to migcheck, such as
// `# migcheck: allow(rule) reason`, those inside of blocks of YAML included.
// Linear.
std::vector<Directive>
line_directives(std::string_view text, std::string_view mark);

} // namespace migcheck::lists
