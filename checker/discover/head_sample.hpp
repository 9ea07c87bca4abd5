// A few files of a folder, read to learn who runs them and what they speak.
#pragma once

#include "discover/file_list.hpp"
#include "io/file_reader.hpp"
#include "sql/dialect.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// What the texts of a folder's files say. Paths are "" where nothing was seen.
struct HeadSample {
  std::string goose;                  // the first file with `-- +goose`
  std::string dbmate;                 // … `-- migrate:up`
  std::string liquibase;              // … `-- liquibase formatted`
  bool defines = false;               // CREATE, ALTER or DROP begins a line
  std::array<unsigned, 6> dialects{}; // hints, by Dialect
  std::size_t read = 0;               // files that could be read
};

// Adds what one text says. Linear in the text.
void sample_text(
    std::string_view text, const std::string& path, HeadSample& sample);

// Reads at most five of the files, the first and the last among them.
HeadSample sample_heads(
    const std::vector<const FileEntry*>& files, const FileReader& reader);

// The dialect that the hints speak for; nothing when they are silent or tied.
std::optional<Dialect> dialect_of_sample(const HeadSample& sample);

} // namespace migcheck
