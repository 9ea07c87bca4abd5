// A small project in memory, judged: for the tests of what comes after the
// candidates.
#pragma once

#include "io/memory_reader.hpp"
#include "lists/judged_lists.hpp"
#include "sample.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck::lists::sample {

class JudgedProject {
 public:
  explicit JudgedProject(std::vector<MigrationDirectory> directories)
      : directories_(std::move(directories)) {}

  JudgedProject& source(const std::string& path, const std::string& text) {
    reader_.add(path, text);
    texts_.emplace_back(path, text);
    return *this;
  }

  // A file that only its name matters of.
  JudgedProject& file(const std::string& path) {
    reader_.add(path, "");
    other_.push_back(path);
    return *this;
  }

  Config config;

  const std::vector<MigrationList>& judge() {
    index_ = std::make_unique<NameIndex>(directories_);
    for (const auto& [path, text] : texts_) {
      auto source = std::make_unique<ParsedSource>();
      source->path = path;
      source->text = text;
      parse_source(*source, *index_);
      sources_.push_back(std::move(source));
      other_.push_back(path);
    }
    for (const MigrationDirectory& directory : directories_) {
      for (const Migration& migration : directory.migrations) {
        other_.push_back(migration.path);
      }
    }
    std::sort(other_.begin(), other_.end());
    JudgeInput input;
    for (const std::string& path : other_) {
      input.paths.push_back(path);
    }
    names_ = FileNames(input.paths);
    input.sources = &sources_;
    input.index = index_.get();
    input.names = &names_;
    input.config = &config;
    input.reader = &reader_;
    judged_ = judge_lists(input);
    return judged_.lists;
  }

  const std::vector<const ListConfig*>& unmatched() const {
    return judged_.unmatched_config;
  }

  // "NAME DIRECTORY INTENT -missing… +stale… =repeated" for each list.
  std::string summary() {
    std::string text;
    for (const MigrationList& list : judge()) {
      text += (list.name.empty() ? "-" : list.name) + " ";
      text += list.directory == nullptr ? "?" : list.directory->path;
      text += " " + std::string(intent_name(list.intent));
      for (const Migration* migration : list.missing) {
        text += " -" + migration->entry;
      }
      for (const std::uint32_t stale : list.stale) {
        text += " +" + list.entries[stale].text;
      }
      for (const std::uint32_t repeated : list.repeated) {
        text += " =" + list.entries[repeated].text;
      }
      text += "\n";
    }
    return text;
  }

 private:
  std::vector<MigrationDirectory> directories_;
  MemoryReader reader_;
  std::vector<std::pair<std::string, std::string>> texts_;
  std::vector<std::string> other_;
  std::unique_ptr<NameIndex> index_;
  FileNames names_;
  std::vector<std::unique_ptr<ParsedSource>> sources_;
  JudgedLists judged_;
};

} // namespace migcheck::lists::sample
