// Which layout a folder has, and why. The strongest class of evidence that
// decides wins: a runner's own file, annotations, the shape of names, numbers.
#pragma once

#include "discover/folders.hpp"
#include "discover/head_sample.hpp"
#include "layouts/layout.hpp"

#include <optional>
#include <string>

namespace migcheck {

struct Evidence {
  LayoutId layout = LayoutId::numbered;
  std::string reason; // "annotations in 001_a.sql"
  std::string prefix; // before the number of every name
  HeadSample sample;
};

// What was found out about a folder. Without evidence, `rejected` says why a
// folder that looked like one is none; "" when it never looked like one.
struct Verdict {
  std::optional<Evidence> evidence;
  std::string rejected;
};

// What people asked for: any folder at all, or one that the configuration
// names, for which no shape is too weak.
enum class Asked : std::uint8_t { no, yes };

Verdict judge_folder(
    const Folder& folder,
    const Folders& folders,
    const FileReader& reader,
    Asked asked);

// True for .sql in any case and .sql.retired.
bool is_sql_name(std::string_view name);

// True for a folder with .cql files and no SQL beside them.
bool is_cql_folder(const Folder& folder);

// The name that an SQL file would have: "001_a.sql" for "001_a.cql".
std::string name_in_sql(std::string_view name);

// How many names of the folder's SQL files, or of its .cql files, fit the
// layout as migrations.
std::size_t count_fitting(
    const Folder& folder, const Layout& layout, std::string_view prefix);

} // namespace migcheck
