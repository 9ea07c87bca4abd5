// What flows through a pipeline: names of files, or what files hold.
#pragma once

#include "runs/file_set.hpp"
#include "runs/shell.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck::runs {

enum class Flow : std::uint8_t { none, names, contents };

struct Stream {
  Flow flow = Flow::none;
  FileSet files;
  bool whole = true; // of contents: no filter stood between
};

// The files that words name: those behind a loop's variable, else the paths
// themselves, below `folder`.
FileSet files_of(const std::vector<Word>& words, std::string_view folder);

// What a command without side effects writes: cat, ls, find, sort, sed, …
// `words[0]` is its name; `in` is what it reads where it names no file.
// Anything that is not known gives nothing.
Stream filter_stream(
    const std::vector<Word>& words, Stream in, std::string_view folder);

} // namespace migcheck::runs
