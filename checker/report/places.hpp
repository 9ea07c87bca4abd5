// The places that findings show, resolved file by file.
#pragma once

#include "io/file_reader.hpp"
#include "report/analysed_files.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck {

class SourceView;

// Collects what needs the text of a file: a finding's own place, related ones
// and edits. Each file is then read once, and one text is held at a time.
class Places {
 public:
  // Both must outlive resolve(); `finding` has its related places and edits
  // already, without lines.
  void add(const Diagnostic& from, Finding& finding);

  // Fills lines, columns, excerpts, hunks and line hashes. Files above
  // `limit` bytes, and those that cannot be read, leave them as they are; a
  // file that is not what was analysed also makes `report` incomplete. A fix
  // that cannot be placed is taken away.
  void resolve(
      const FileReader& reader,
      const AnalysedFiles& analysed,
      std::uint64_t limit,
      Report& report);

 private:
  // One of: `primary` (place, excerpt and line hash of a finding), `edited`
  // with `edits` (those of them that are in `path`), `region` alone.
  struct Request {
    std::string_view path;
    Span span;
    Region* region = nullptr;
    Finding* primary = nullptr;
    Finding* edited = nullptr;
    const std::vector<Edit>* edits = nullptr;
  };

  struct Group { // of requests for one path
    std::size_t begin;
    std::size_t end;
  };

  void add_edits(const std::vector<Edit>& edits, Finding& finding);
  Group group_from(std::size_t begin) const;
  void fill(Group group, std::string_view text);
  void fill_line_hashes(Group group, std::string_view text);
  void give_up(Group group);
  static void fill_edits(const Request& request, const SourceView& source);

  std::vector<Request> requests_;
};

} // namespace migcheck
