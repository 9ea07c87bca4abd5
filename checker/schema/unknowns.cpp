#include "schema/unknowns.hpp"

namespace migcheck::schema {
namespace {

// `*` is any text. Takes time proportional to pattern times name.
bool matches(std::string_view pattern, std::string_view name) {
  std::size_t at = 0, from = 0;
  std::size_t star = std::string_view::npos, resume = 0;
  while (at < name.size()) {
    if (from < pattern.size() && pattern[from] == '*') {
      star = from++;
      resume = at;
    } else if (from < pattern.size() && pattern[from] == name[at]) {
      ++from;
      ++at;
    } else if (star != std::string_view::npos) {
      from = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', from) == std::string_view::npos;
}

bool is_pattern(std::string_view object) {
  return object.find('*') != std::string_view::npos;
}

} // namespace

void Unknowns::add(Unknown unknown) {
  if (unknown.object.empty()) {
    ++everything_;
  } else if (is_pattern(unknown.object)) {
    patterns_.push_back(all_.size());
  } else {
    names_.insert(unknown.object);
  }
  all_.push_back(std::move(unknown));
}

bool Unknowns::covers(std::string_view name) const {
  if (everything_ > 0 || names_.contains(std::string(name))) {
    return true;
  }
  for (const std::size_t pattern : patterns_) {
    if (matches(all_[pattern].object, name)) {
      return true;
    }
  }
  return false;
}

void Unknowns::shrink(std::size_t count) {
  while (all_.size() > count) {
    const std::string& object = all_.back().object;
    if (object.empty()) {
      --everything_;
    } else if (is_pattern(object)) {
      patterns_.pop_back();
    } else {
      names_.erase(names_.find(object));
    }
    all_.pop_back();
  }
}

} // namespace migcheck::schema
