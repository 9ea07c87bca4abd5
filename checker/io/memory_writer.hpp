// Writing into memory, for tests.
#pragma once

#include "io/file_writer.hpp"

#include <map>
#include <set>
#include <string>

namespace migcheck {

class MemoryWriter final : public FileWriter {
 public:
  // What was written, by path: project files and, apart, reports and what was
  // appended to.
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> reports;

  // Writing to one of these paths fails.
  std::set<std::string> failing;

  Result<void> replace(
      std::string_view path, std::string_view bytes, WriteGuard guard) override;
  Result<void>
  write_report(std::string_view path, std::string_view bytes) override;
  Result<void> append(std::string_view path, std::string_view bytes) override;
};

} // namespace migcheck
