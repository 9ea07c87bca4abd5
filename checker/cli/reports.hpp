// Delivering documents where `--format FMT[=FILE]` says.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"

#include <memory>
#include <string>
#include <string_view>

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

} // namespace migcheck
