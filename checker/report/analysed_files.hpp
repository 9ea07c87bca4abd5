// What the project's files held when they were read, and whether they still do.
#pragma once

#include "io/content_key.hpp"
#include "io/file_reader.hpp"
#include "lists/find_lists.hpp"
#include "model/project.hpp"
#include "report/report.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck {

// Keys by path. Views what it was made of.
using AnalysedFiles = std::unordered_map<std::string_view, ContentKey>;

AnalysedFiles
analysed_files(const Project& project, const std::vector<ListSource>& sources);

enum class Reread : std::uint8_t {
  same,    // the text is what was analysed, or the file was not analysed
  changed, // it was analysed and holds something else now, or is gone
  unread   // not analysed and not readable: there is no text to show
};

// Reads a file once more, into `text`.
Reread read_again(
    const FileReader& reader,
    const AnalysedFiles& analysed,
    const ReadRequest& request,
    std::string& text);

// What a report says of `Reread::changed`.
Incomplete changed_file(std::string_view path);

} // namespace migcheck
