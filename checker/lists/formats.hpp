// What the format of a file promises about the lists in it.
#pragma once

#include "lists/candidates.hpp"

#include <cstdint>
#include <string_view>

namespace migcheck::lists {

enum class Promise : std::uint8_t {
  none,
  journal,   // drizzle's record of every migration
  plan,      // sqitch: what it does not name is not deployed
  changelog, // Liquibase: the same
  releases,  // what the manifests of releases do not name is not applied
  build,     // what is built into, or installed with, the program
  container  // what a container's set-up applies or carries
};

Promise promise_of(
    std::string_view path, std::string_view language, const Candidate& list);

// A journal or plan: the directory that it lists is the one it lies in, and
// its list may have a single entry.
bool is_record(std::string_view path);

// The folder that a journal or plan lists; "." is the root.
std::string_view recorded_folder(std::string_view path);

// True for a build that asks whether a listed file is there: entries without a
// file are wanted. Looks through the whole file.
bool asks_for_files(const SourceTree& tree);

// The same for a comment above the list that says some are not there.
bool says_some_are_absent(const Candidate& list);

} // namespace migcheck::lists
