// Migrations that git's index still names and the disk no longer holds.
#pragma once

#include "discover/file_list.hpp"
#include "model/migration.hpp"

namespace migcheck {

// Takes them out of a directory whose files have been read: they were deleted,
// not unreadable. What a sparse checkout leaves out stays, unread.
void forget_deleted(const FileList& files, MigrationDirectory& directory);

} // namespace migcheck
