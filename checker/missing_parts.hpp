// What keeps a project from being read completely: a finding where there is a
// file, and a line on standard error. The check then ends with exit 2.
#pragma once

#include "pipeline.hpp"

#include <string>

namespace migcheck {

void mark_incomplete(
    LoadedProject& loaded,
    const RuleInfo& rule,
    const std::string& path,
    const std::string& message);

// A read that failed, whatever for.
void report_unread(
    LoadedProject& loaded, const std::string& path, ReadFailure failure);

// Parts of the file list that could not be had.
void report_file_list_problems(LoadedProject& loaded);

// Migrations, and their runner's settings, that were not read or not analysed
// as a whole.
void report_unread_migrations(LoadedProject& loaded);

} // namespace migcheck
