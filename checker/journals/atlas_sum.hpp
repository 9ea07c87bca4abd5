// Atlas's lockfile, as Atlas writes and reads it (ariga/atlas,
// sql/migrate/dir.go): one running hash over all files, so that each line
// depends on those before it.
#pragma once

#include "io/runner_hashes.hpp"
#include "model/atlas_drift.hpp"
#include "text/span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct AtlasLine {
  std::string name;
  std::string hash; // base64
  Span span;        // without the line end
};

// What an atlas.sum says, or where it stops being one.
struct AtlasSum {
  std::string total; // base64
  std::vector<AtlasLine> lines;
  bool conflict = false;
  std::uint32_t bad_line = 0; // from 1; 0: all are sound
  Span bad_span;
};

AtlasSum parse_atlas_sum(std::string_view text);

// The sum of the lines' names and hashes: what `total` is to be.
std::string atlas_total(const std::vector<AtlasLine>& lines);

// True where the first line holds `atlas:sum ignore`: the content is not
// hashed then, and there is no line for the file.
bool is_left_out_of_sum(std::string_view content);

// One file as Atlas comes to it.
struct AtlasFile {
  std::string name;
  std::string hash;     // base64; "" when it is left out
  RunningSha256 before; // all that is hashed before its content
};

// The files in Atlas's order are added one by one.
class AtlasHasher {
 public:
  void add(std::string_view name, std::string_view content);

  // The files that have a line, in order.
  const std::vector<AtlasFile>& files() const { return files_; }

 private:
  RunningSha256 running_;
  std::vector<AtlasFile> files_;
};

// The bytes that Atlas writes for these files.
std::string atlas_sum_text(const std::vector<AtlasFile>& files);

// Where the lines and the files part, `change`, `line`, `span`, `name` and
// `more` of it; nothing where they agree. `line_ends` is never told here.
std::optional<AtlasDrift>
first_difference(const AtlasSum& sum, const std::vector<AtlasFile>& files);

// True when the content, with its line ends changed to LF or to CRLF, is what
// was hashed.
bool differs_in_line_ends(
    const AtlasFile& file, std::string_view content, const std::string& hash);

} // namespace migcheck
