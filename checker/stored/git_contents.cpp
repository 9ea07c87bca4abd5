#include "stored/git_contents.hpp"

#include "io/digest.hpp"

#include <algorithm>

namespace migcheck {
namespace {

// One answer of git's may not be longer (ChildCommand).
constexpr std::uint64_t most_asked = std::uint64_t{60} << 20;

// What is fetched along: sources and migrations, which are small, and not
// pictures.
constexpr std::size_t most_along = 64;
constexpr std::size_t bytes_along = std::size_t{1} << 20;
constexpr std::uint64_t largest_along = std::uint64_t{64} << 10;

// As many files as a thread goes through in one go, more or less.
constexpr std::size_t how_far = 256;

// Nobody asked for so much: it is of no use.
constexpr std::size_t most_ahead = std::size_t{16} << 20;

} // namespace

GitContents::GitContents(
    std::unique_ptr<GitObjects> objects,
    const std::vector<StoredFile>& files,
    std::size_t id_size)
    : objects_(std::move(objects)), files_(files), id_size_(id_size) {}

std::string GitContents::name_of(std::size_t place) const {
  return hex(std::string_view(files_[place].id, id_size_));
}

ReadFailure GitContents::read(
    const std::string& name, std::uint64_t limit, std::string& text) {
  const std::lock_guard lock(mutex_);
  return read_one(name, limit, text);
}

ReadFailure GitContents::read_one(
    const std::string& name, std::uint64_t limit, std::string& text) {
  text.clear();
  if (broken_) {
    return ReadFailure::git_failed;
  }
  const auto sizes = objects_->sizes({name});
  if (sizes && sizes->front().kind == GitObjectKind::blob &&
      sizes->front().bytes > std::min(limit, most_asked)) {
    return ReadFailure::too_large;
  }
  auto objects = objects_->read({name});
  if (!sizes || !objects) {
    broken_ = true;
    return ReadFailure::git_failed;
  }
  if (objects->front().kind != GitObjectKind::blob) {
    return ReadFailure::not_in_git;
  }
  text = std::move(objects->front().bytes);
  return ReadFailure::none;
}

// Asks for the sizes of all files that the disk does not have.
bool GitContents::measure() {
  if (!sizes_.empty() || broken_) {
    return !broken_;
  }
  std::vector<std::size_t> places;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (files_[i].raw == nullptr) {
      places.push_back(i);
      names.push_back(name_of(i));
    }
  }
  const auto sizes = objects_->sizes(names);
  if (!sizes) {
    broken_ = true;
    return false;
  }
  sizes_.resize(files_.size());
  fetched_.resize(files_.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    sizes_[places[i]] = sizes->at(i);
  }
  return true;
}

bool GitContents::may_be_fetched(std::size_t place) const {
  const StoredFile& file = files_[place];
  return file.raw == nullptr && file.kind == FileKind::regular &&
         !fetched_[place] && sizes_[place].kind == GitObjectKind::blob &&
         sizes_[place].bytes <= largest_along;
}

ReadFailure GitContents::read_along(std::size_t place, std::string& text) {
  std::vector<std::size_t> places = {place};
  std::vector<std::string> names = {name_of(place)};
  std::uint64_t bytes = sizes_[place].bytes;
  const std::size_t end = std::min(place + how_far, files_.size());
  for (std::size_t i = place + 1;
       i < end && !fetched_[place] && bytes < bytes_along &&
       places.size() < most_along;
       ++i) {
    if (may_be_fetched(i)) {
      places.push_back(i);
      names.push_back(name_of(i));
      bytes += sizes_[i].bytes;
    }
  }
  auto objects = objects_->read(names);
  if (!objects) {
    broken_ = true;
    return ReadFailure::git_failed;
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    fetched_[places[i]] = true;
    if (i > 0) {
      bytes_ahead_ += objects->at(i).bytes.size();
      ahead_[places[i]] = std::move(objects->at(i).bytes);
    }
  }
  if (bytes_ahead_ > most_ahead) {
    ahead_.clear();
    bytes_ahead_ = 0;
  }
  text = std::move(objects->front().bytes);
  return objects->front().kind == GitObjectKind::blob ? ReadFailure::none
                                                      : ReadFailure::not_in_git;
}

ReadFailure GitContents::read(
    const StoredFile& file, std::uint64_t limit, std::string& text) {
  const auto place = static_cast<std::size_t>(&file - files_.data());
  const std::lock_guard lock(mutex_);
  text.clear();
  if (file.raw != nullptr) {
    return read_one(name_of(place), limit, text);
  }
  if (!measure()) {
    return ReadFailure::git_failed;
  }
  if (sizes_[place].kind != GitObjectKind::blob) {
    return ReadFailure::not_in_git;
  }
  if (sizes_[place].bytes > std::min(limit, most_asked)) {
    return ReadFailure::too_large;
  }
  const auto ahead = ahead_.find(place);
  if (ahead == ahead_.end()) {
    return read_along(place, text);
  }
  text = std::move(ahead->second);
  bytes_ahead_ -= text.size();
  ahead_.erase(ahead);
  return ReadFailure::none;
}

} // namespace migcheck
