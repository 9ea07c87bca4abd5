#include "rules/project_in_memory.hpp"

#include "cli/run.hpp"
#include "io/memory_objects.hpp"
#include "io/memory_reader.hpp"
#include "io/memory_writer.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace migcheck {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::map<std::string, std::string> files_below(const std::string& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) {
    return files;
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      const std::string path =
          entry.path().lexically_relative(folder).generic_string();
      files[path] = bytes_of(entry.path().string());
    }
  }
  return files;
}

namespace {

// The branch that holds `files` was made from the merge base, and the tip and
// the other branch came after it.
std::unique_ptr<GitObjects> objects_of(
    const std::map<std::string, std::string>& files, const BaseFiles& base) {
  auto objects = std::make_unique<MemoryObjects>();
  const auto& begin = base.merge_base.empty() ? base.tip : base.merge_base;
  const std::string merge_base = objects->commit(begin, {});
  const std::string tip = base.merge_base.empty()
                              ? merge_base
                              : objects->commit(base.tip, {merge_base});
  objects->name("origin/main", tip);
  if (!base.topic.empty()) {
    objects->name(
        "refs/remotes/origin/topic", objects->commit(base.topic, {merge_base}));
  }
  objects->name("HEAD", objects->commit(files, {merge_base}));
  return objects;
}

} // namespace

Ran run_in_memory(
    const std::map<std::string, std::string>& files,
    std::vector<std::string> arguments,
    InGit in_git,
    const BaseFiles* base) {
  Ran ran;
  if (base != nullptr) {
    in_git = InGit::yes;
    if (!base->tip.empty()) {
      arguments.insert(arguments.end(), {"--base", "origin/main"});
    }
    if (!base->topic.empty()) {
      arguments.insert(arguments.end(), {"--against", "origin/topic"});
    }
  }
  Environment environment;
  environment.arguments = std::move(arguments);
  environment.working_directory = "/project";
  environment.variable = [](std::string_view) { return std::string(); };
  environment.write_out = [&ran](std::string_view bytes) {
    ran.out += bytes;
    return true;
  };
  environment.write_error = [&ran](std::string_view bytes) {
    ran.error += bytes;
    return true;
  };
  environment.today = {2026, 1, 15};
  environment.reader = [&files, in_git](const std::string&) {
    auto reader = std::make_unique<MemoryReader>(files);
    if (in_git == InGit::yes) {
      reader->set_git("");
    }
    return reader;
  };
  environment.writer = [](const std::string&) {
    return std::make_unique<MemoryWriter>();
  };
  environment.objects = [&files, base](const GitRepository&) {
    return objects_of(files, *base);
  };
  ran.status = run(environment);
  return ran;
}

} // namespace migcheck
