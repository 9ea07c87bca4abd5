// run() with a world made of maps.
#pragma once

#include "cli/run.hpp"

#include <map>
#include <string>
#include <vector>

namespace migcheck {

struct Session {
  std::map<std::string, std::string> files; // by absolute path
  std::map<std::string, std::string> variables;
  std::map<std::string, std::string> cache; // by path; kept from run to run
  std::string working_directory = "/project";
  bool terminal = false;
  bool out_fails = false;
  std::vector<std::string> unwritable; // as the writer is given them

  // What the last run did.
  int status = -1;
  std::string out;
  std::string error;
  std::map<std::string, std::string> written; // reports, and project files
  int files_read = 0;

  int run(std::vector<std::string> arguments);
};

} // namespace migcheck
