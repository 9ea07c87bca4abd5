// Which migrations may have one version, and which compete for it.
#pragma once

#include "model/migration.hpp"

#include <string_view>
#include <tuple>
#include <vector>

namespace migcheck {

using MigrationGroup = std::vector<const Migration*>;

// Migrations with one key apply one version.
using VersionKey = std::tuple<MigrationKind, Direction, std::string_view>;

VersionKey version_key(const Migration& migration);

// False for repeatables, which have no version.
bool takes_version(const Migration& migration);

// Migrations of one version that do not get into each other's way: for
// different databases, or steps that are named so on purpose where no known
// runner forbids it.
bool may_share_version(
    const MigrationDirectory& directory, const MigrationGroup& group);

} // namespace migcheck
