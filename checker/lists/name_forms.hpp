// Identifiers that are made of a migration's title: AddUsers, ADD_USERS_SQL,
// m0007AddUsers.
#pragma once

#include "model/migration.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace migcheck::lists {

// The identifier with the title and version of `model` replaced by those of
// `wanted`, in its own manner. Nothing when it holds neither as whole words.
std::optional<std::string> renamed_identifier(
    std::string_view identifier,
    const Migration& model,
    const Migration& wanted);

} // namespace migcheck::lists
