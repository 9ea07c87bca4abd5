// Tags that are releases.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace migcheck {

// The version that a tag names, two to four numbers with dots between them:
// "1.2.3" of "v1.2.3", "1.2.3" and "v1.2.3+build7". Nothing for other tags and
// for what comes before a release ("v2.0.0-rc.1"); "v1" moves with each
// release and is none.
std::optional<std::string_view> release_version(std::string_view tag);

// The tag with the highest version; of equal ones the first by bytes. "" where
// there is none.
std::string latest_release(std::span<const std::string> tags);

} // namespace migcheck
