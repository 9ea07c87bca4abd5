// Delivering documents where `--format FMT[=FILE]` says.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"
#include "report/report.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

class Delivery {
 public:
  // `root` is for the writer; files are named as seen from the working
  // directory.
  Delivery(const Environment& environment, std::string root);

  // Writes one document to its file or to standard output. What goes wrong is
  // said on standard error and remembered.
  void give(const Output& output, std::string_view document);

  // Appends to a file that CI names.
  void append(const std::string& file, std::string_view text);

  // True when anything could not be written.
  bool failed() const { return failed_; }

 private:
  FileWriter& writer();

  const Environment& environment_;
  std::string root_;
  std::unique_ptr<FileWriter> writer_; // made when first needed
  bool failed_ = false;
};

// Says what is missing, then delivers the document of each format that was
// asked for; gives the exit status. What is not complete ends with
// exit_failed.
int deliver_documents(
    const Environment& environment,
    const Options& options,
    const std::vector<Incomplete>& incomplete,
    const std::function<std::string(std::string_view format)>& write);

} // namespace migcheck
