// Files that take over some of a list's migrations: a twin of it under a build
// tag, a test that embeds one file on its own, a module that embeds one, a
// script or container that runs one.
#pragma once

#include "io/file_reader.hpp"
#include "lists/prefilter.hpp"
#include "model/migration.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct Twin {
  const Migration* migration = nullptr;
  std::string_view path; // the sibling that names it
};

// Those of `missing` that a sibling of the list's file takes over. Reads at
// most 64 siblings, only for Go, where a folder is one program.
std::vector<Twin> handled_by_siblings(
    const FileReader& reader,
    std::string_view list_path,
    const std::vector<std::string_view>& siblings,
    const std::vector<const Migration*>& missing);

// Those of `missing` that another file in the same language embeds on its own,
// where the list embeds the others: one whose folder lies beside the list's or
// below it, and no test. Reads only the `singles` that name one of them.
std::vector<Twin> embedded_elsewhere(
    const FileReader& reader,
    std::string_view list_path,
    const std::vector<NamedOnce>& singles,
    const std::vector<const Migration*>& missing);

// Paths of scripts, container files and workflows that name one migration in
// their code, by its stem.
using RunAlone = std::map<std::string_view, std::string_view>;

// Of several such files the first. Reads those of the `singles`, which must
// outlive the result.
RunAlone files_run_alone(
    const FileReader& reader, const std::vector<NamedOnce>& singles);

// Those of `missing` that such a file names.
std::vector<Twin> handled_alone(
    const RunAlone& alone, const std::vector<const Migration*>& missing);

} // namespace migcheck::lists
