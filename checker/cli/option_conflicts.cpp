#include "cli/option_conflicts.hpp"

#include "io/git_objects.hpp"
#include "text/printable.hpp"

#include <cstddef>
#include <utility>

namespace migcheck {
namespace {

constexpr std::size_t longest_pattern = 1024;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string not_a_commit(std::string_view option, const std::string& name) {
  return "--" + std::string(option) + ": " + quoted(name) +
         " is not the name of a branch, tag or commit";
}

std::string in_values(const Options& options, const IsGiven& given) {
  if (given("tables") && options.tables.empty()) {
    return "--tables: no table is named";
  }
  if (given("directory") && options.directory.empty()) {
    return "--directory: no directory is named";
  }
  if (given("config") && options.config_file.empty()) {
    return "--config: no file is named";
  }
  if (given("known") && options.known.empty()) {
    return "--known: no file is named";
  }
  if (options.path && options.path->empty()) {
    return "PATH is empty";
  }
  return "";
}

std::string in_bases(const Options& options, const IsGiven& given) {
  const std::pair<std::string_view, const std::string&> names[] = {
      {"base", options.base},
      {"rev", options.rev},
      {"replaces", options.replaces},
      {"release-base", options.release_base}};
  for (const auto& [option, name] : names) {
    if (given(option) && !is_plain_ref(name)) {
      return not_a_commit(option, name);
    }
  }
  if (given("rev") && options.staged) {
    return "--rev and --staged exclude each other";
  }
  if (given("base") && options.no_base) {
    return "--base and --no-base exclude each other";
  }
  const bool has_pattern =
      !options.against.empty() && options.against.size() <= longest_pattern &&
      options.against.find_first_of(" \t\r\n") == std::string::npos;
  if (given("against") && !has_pattern) {
    return "--against: " + quoted(options.against) +
           " is not a pattern of branches such as \"origin/*\"";
  }
  return "";
}

std::string in_known(const Options& options, const IsGiven& given) {
  if (options.write_known && !given("known")) {
    return "--write-known needs the file: --known FILE";
  }
  if (options.write_known && reads_from_git(options)) {
    return "--write-known goes by what lies on disk, without --rev or --staged";
  }
  if (options.command != CommandId::check || !given("reason")) {
    return "";
  }
  if (!options.write_known) {
    return "--reason goes with --write-known";
  }
  return is_blank(options.reason) ? "--reason: no reason is given" : "";
}

std::string in_lock(const Options& options, const IsGiven& given) {
  if (options.command != CommandId::lock) {
    return "";
  }
  const bool needs_reason = options.force || !options.amend.empty();
  if (needs_reason && is_blank(options.reason)) {
    return "--amend and --force need a reason: --reason TEXT";
  }
  if (given("reason") && !needs_reason) {
    return "--reason goes with --amend or --force";
  }
  if (options.check_only && needs_reason) {
    return "--check writes nothing, it goes without --amend and --force";
  }
  if (options.force && !options.amend.empty()) {
    return "--force and --amend exclude each other";
  }
  return "";
}

std::string in_output(const Options& options, const IsGiven&) {
  return options.quiet && options.verbose
             ? "--quiet and --verbose exclude each other"
             : "";
}

} // namespace

std::string first_conflict(const Options& options, const IsGiven& given) {
  for (const auto look : {in_output, in_values, in_bases, in_known, in_lock}) {
    if (std::string conflict = look(options, given); !conflict.empty()) {
      return conflict;
    }
  }
  return "";
}

} // namespace migcheck
