// A directory for one test, removed with all that is in it.
#pragma once

#include <boost/filesystem.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace migcheck {

class TemporaryDirectory {
 public:
  TemporaryDirectory()
      : path_(
            boost::filesystem::temp_directory_path() /
            boost::filesystem::unique_path("migcheck-test-%%%%%%%%%%%%")) {
    boost::filesystem::create_directories(path_);
  }

  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  ~TemporaryDirectory() {
    boost::system::error_code ignored;
    boost::filesystem::remove_all(path_, ignored);
  }

  std::string path(const std::string& name = "") const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }

  void write(const std::string& name, const std::string& bytes) const {
    const boost::filesystem::path file = path_ / name;
    boost::filesystem::create_directories(file.parent_path());
    std::ofstream(file.string(), std::ios::binary) << bytes;
  }

  std::string read(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  boost::filesystem::path path_;
};

} // namespace migcheck
