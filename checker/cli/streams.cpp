#include "cli/streams.hpp"

#include "text/printable.hpp"

namespace migcheck {
namespace {

// True for `path:12:3: message`.
bool begins_with_place(std::string_view line) {
  for (std::size_t at = line.find(':'); at != std::string_view::npos;
       at = line.find(':', at + 1)) {
    std::size_t end = at;
    int numbers = 0;
    while (numbers < 2) {
      const std::size_t digits = end + 1;
      end = line.find_first_not_of("0123456789", digits);
      if (end == std::string_view::npos || end == digits || line[end] != ':') {
        break;
      }
      ++numbers;
    }
    if (numbers == 2) {
      return true;
    }
  }
  return false;
}

} // namespace

std::string log_safe_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += log_safe(text.substr(0, end));
    if (end == std::string_view::npos) {
      break;
    }
    out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

bool print_lines(const Environment& environment, std::string_view lines) {
  return environment.write_out(log_safe_lines(lines));
}

bool print_raw(const Environment& environment, std::string_view bytes) {
  return bytes.empty() || environment.write_out(bytes);
}

void complain(const Environment& environment, std::string_view message) {
  std::string out;
  while (!message.empty()) {
    const std::size_t end = message.find('\n');
    const std::string_view line = message.substr(0, end);
    const std::string whole =
        (line.starts_with(' ') || begins_with_place(line) ? "" : "migcheck: ") +
        std::string(line);
    out += log_safe(whole) + "\n";
    message = end == std::string_view::npos ? "" : message.substr(end + 1);
  }
  environment.write_error(out);
}

int output_failed(const Environment& environment) {
  complain(
      environment, "standard output is closed or full; the report is cut off");
  return exit_failed;
}

} // namespace migcheck
