// The file of known findings that the command line names: read, and written.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"
#include "cli/workspace.hpp"
#include "config/known_file.hpp"
#include "diagnostic/error.hpp"

#include <string>
#include <vector>

namespace migcheck {

struct KnownInput {
  KnownFile file;
  std::string bytes;     // as they lie there
  bool present = false;  // else the file is to be made
  std::string directory; // absolute
  std::string name;      // in that directory
  std::string shown;     // as typed, printable
};

// Reads what `--known` names. An error: it cannot be read, or is damaged; or it
// is not there, and is not to be written either. It may lie outside of the
// root.
Result<KnownInput> read_known(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace);

// Replaces the file by one that holds `next`, whose blank reasons become that
// of `--reason`, and says on standard error what has changed. Gives the file
// as it is then. An error: it cannot be written, or was changed meanwhile.
Result<KnownInput> write_known(
    const Environment& environment,
    const Options& options,
    const KnownInput& known,
    std::vector<KnownFinding> next);

} // namespace migcheck
