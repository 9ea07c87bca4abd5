#include "cli/session.hpp"

#include "io/memory_reader.hpp"
#include "io/memory_writer.hpp"

#include <memory>

namespace migcheck {
namespace {

// "/a/./b/../c" as the system would take it.
std::string plain(const std::string& path) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : path + "/") {
    if (c != '/') {
      part += c;
      continue;
    }
    if (part == ".." && !parts.empty()) {
      parts.pop_back();
    } else if (!part.empty() && part != "." && part != "..") {
      parts.push_back(part);
    }
    part.clear();
  }
  std::string whole;
  for (const std::string& each : parts) {
    whole += "/" + each;
  }
  return whole;
}

// The files below a root.
class RootedReader final : public FileReader {
 public:
  RootedReader(
      const std::map<std::string, std::string>& files,
      const std::string& root,
      int& files_read)
      : files_read_(files_read) {
    const std::string start = plain(root) + "/";
    for (const auto& [path, bytes] : files) {
      if (path.starts_with(start)) {
        reader_.add(path.substr(start.size()), bytes);
        found_ = true;
      }
    }
  }

  ReadFailure
  read(const ReadRequest& request, FileBuffer& buffer) const override {
    ++files_read_;
    return reader_.read(request, buffer);
  }

  ReadFailure list(
      std::string_view directory,
      std::vector<DirectoryEntry>& entries) const override {
    return found_ ? reader_.list(directory, entries) : ReadFailure::missing;
  }

  FileKind kind(std::string_view path) const override {
    return reader_.kind(path);
  }

  FileStamp stamp(std::string_view path, OpenDirectory& nearby) const override {
    return reader_.stamp(path, nearby);
  }

 private:
  int& files_read_; // by one thread, in a project of this size
  MemoryReader reader_;
  bool found_ = false;
};

// Writes through to the session; the project's files are there already.
class SessionWriter final : public FileWriter {
 public:
  SessionWriter(Session& session, const std::string& root) : session_(session) {
    const std::string start = plain(root) + "/";
    for (const auto& [path, bytes] : session.files) {
      if (path.starts_with(start)) {
        writer_.files[path.substr(start.size())] = bytes;
      }
    }
    for (const std::string& path : session.unwritable) {
      writer_.failing.insert(path);
    }
  }

  Result<void> replace(
      std::string_view path,
      std::string_view bytes,
      WriteGuard guard) override {
    return keep(path, bytes, writer_.replace(path, bytes, guard));
  }

  Result<void>
  write_report(std::string_view path, std::string_view bytes) override {
    return keep(path, bytes, writer_.write_report(path, bytes));
  }

  Result<void> append(std::string_view path, std::string_view bytes) override {
    return keep(path, bytes, writer_.append(path, bytes));
  }

 private:
  Result<void>
  keep(std::string_view path, std::string_view bytes, Result<void> result) {
    if (result) {
      session_.written[std::string(path)] = bytes;
    }
    return result;
  }

  Session& session_;
  MemoryWriter writer_;
};

} // namespace

int Session::run(std::vector<std::string> arguments) {
  out.clear();
  error.clear();
  written.clear();
  files_read = 0;
  Environment environment;
  environment.arguments = std::move(arguments);
  environment.working_directory = working_directory;
  environment.variable = [this](std::string_view name) {
    const auto found = variables.find(std::string(name));
    return found == variables.end() ? std::string() : found->second;
  };
  environment.write_out = [this](std::string_view bytes) {
    out += out_fails ? "" : bytes;
    return !out_fails;
  };
  environment.write_error = [this](std::string_view bytes) {
    error += bytes;
    return true;
  };
  environment.terminal = terminal;
  environment.today = {2026, 1, 15};
  environment.reader = [this](const std::string& root) {
    return std::make_unique<RootedReader>(files, root, files_read);
  };
  environment.writer = [this](const std::string& root) {
    return std::make_unique<SessionWriter>(*this, root);
  };
  environment.read_cache = [this](const CachePlace& place, std::uint64_t) {
    return cache[place.base + "/" + place.name];
  };
  environment.write_cache =
      [this](const CachePlace& place, std::string_view bytes) {
        cache[place.base + "/" + place.name] = bytes;
      };
  status = migcheck::run(environment);
  return status;
}

} // namespace migcheck
