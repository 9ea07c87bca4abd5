// What rules ask about the schema that the rest of the project may answer:
// something elsewhere may call the function, or make the role.
#pragma once

#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "model/project.hpp"

namespace migcheck {

// Fill in the project's field of that name, from directories whose scripts
// were read. Other files are searched only where something is in doubt.
void load_partition_ends(
    const FileReader& reader,
    const FileList& files,
    unsigned jobs,
    Project& project);
void load_unknown_roles(
    const FileReader& reader,
    const FileList& files,
    unsigned jobs,
    Project& project);

} // namespace migcheck
