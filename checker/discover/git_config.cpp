// The one setting of git's `config` that matters here: `objectFormat` in
// `[extensions]`, which decides how long the hashes in the index are.
#include "discover/git_index.hpp"
#include "discover/ignore_file.hpp"
#include "text/ascii.hpp"
#include "text/byte_order_mark.hpp"

namespace migcheck {
namespace {

std::string lower_without_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '"') {
      result += to_lower(c);
    }
  }
  return result;
}

} // namespace

GitHash object_format(std::string_view config) {
  bool in_extensions = false;
  GitHash hash = GitHash::sha1;
  config = without_byte_order_mark(config);
  while (!config.empty()) {
    std::string_view whole = next_line(config);
    whole = whole.substr(0, whole.find_first_of("#;"));
    std::string line = lower_without_blanks(whole);
    if (line.starts_with('[')) {
      const std::size_t end = line.find(']');
      in_extensions = line.substr(0, end) == "[extensions";
      line.erase(0, end == std::string::npos ? end : end + 1);
    }
    constexpr std::string_view key = "objectformat=";
    if (in_extensions && line.starts_with(key)) {
      hash =
          line.substr(key.size()) == "sha256" ? GitHash::sha256 : GitHash::sha1;
    }
  }
  return hash;
}

} // namespace migcheck
