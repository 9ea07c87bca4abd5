#include "cli/reports.hpp"

#include "cli/notices.hpp"
#include "cli/streams.hpp"
#include "text/printable.hpp"

namespace migcheck {

Delivery::Delivery(const Environment& environment, std::string root)
    : environment_(environment), root_(std::move(root)) {}

FileWriter& Delivery::writer() {
  if (!writer_) {
    writer_ = environment_.writer(root_);
  }
  return *writer_;
}

void Delivery::give(const Output& output, std::string_view document) {
  if (output.file.empty()) {
    if (!print_raw(environment_, document) && !failed_) {
      output_failed(environment_);
      failed_ = true;
    }
    return;
  }
  if (const auto written = writer().write_report(output.file, document);
      !written) {
    complain(environment_, written.error().message);
    failed_ = true;
  }
}

void Delivery::append(const std::string& file, std::string_view text) {
  if (const auto written = writer().append(file, text); !written) {
    complain(environment_, written.error().message);
    failed_ = true;
  }
}

int deliver_documents(
    const Environment& environment,
    const Options& options,
    const std::vector<Incomplete>& incomplete,
    const std::function<std::string(std::string_view format)>& write) {
  say_what_is_missing(environment, incomplete);
  Delivery delivery(environment, environment.working_directory);
  for (const Output& output : options.outputs) {
    delivery.give(output, write(output.format));
  }
  return delivery.failed() || !incomplete.empty() ? exit_failed : exit_clean;
}

} // namespace migcheck
