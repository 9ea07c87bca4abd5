// A pattern becomes a row of elements; a path is followed through it with the
// set of all elements that may come next.
#include "text/github_filter.hpp"

#include <algorithm>
#include <bitset>
#include <optional>

namespace migcheck {
namespace {

using Set = std::bitset<256>;

enum class Kind : std::uint8_t {
  one,      // a byte of `set`
  optional, // the same, or nothing
  loop,     // any number of bytes of `set`
  enter,    // of `**/`: go into `inside`, or behind it
  inside    // of `**/`: any bytes up to a slash
};

struct Element {
  Kind kind = Kind::one;
  Set set;
};

std::size_t index_of(char c) {
  return static_cast<unsigned char>(c);
}

Set single(char c) {
  Set set;
  set.set(index_of(c));
  return set;
}

class Compiler {
 public:
  explicit Compiler(std::string_view pattern) : pattern_(pattern) {}

  // Nothing for a pattern that GitHub refuses.
  std::optional<std::vector<Element>> compile() {
    while (at_ < pattern_.size()) {
      if (!step(pattern_[at_])) {
        return std::nullopt;
      }
    }
    return std::move(elements_);
  }

 private:
  bool step(char c) {
    switch (c) {
    case '*':
      star();
      return true;
    case '?':
    case '+':
      quantify(c);
      return true;
    case '[':
      return read_set();
    case '\\':
      if (++at_ == pattern_.size()) {
        return false;
      }
      break;
    default:
      break;
    }
    elements_.push_back({Kind::one, single(pattern_[at_++])});
    return true;
  }

  void star() {
    const std::string_view rest = pattern_.substr(at_);
    if (rest.starts_with("**/")) {
      elements_.push_back({Kind::enter, {}});
      elements_.push_back({Kind::inside, {}});
      at_ += 3;
      return;
    }
    Set any;
    any.set();
    if (!rest.starts_with("**")) {
      any.reset(index_of('/'));
    }
    elements_.push_back({Kind::loop, any});
    at_ += rest.starts_with("**") ? 2 : 1;
  }

  // Behind a star they change nothing; in front they stand for themselves.
  void quantify(char c) {
    ++at_;
    if (elements_.empty()) {
      elements_.push_back({Kind::one, single(c)});
    } else if (elements_.back().kind == Kind::one) {
      if (c == '?') {
        elements_.back().kind = Kind::optional;
      } else {
        elements_.push_back({Kind::loop, elements_.back().set});
      }
    }
  }

  bool read_set() {
    const std::size_t end = pattern_.find(']', at_ + 1);
    if (end == std::string_view::npos || end == at_ + 1) {
      return false;
    }
    Set set;
    for (std::size_t i = at_ + 1; i < end; ++i) {
      const bool range = i + 2 < end && pattern_[i + 1] == '-';
      const std::size_t low = index_of(pattern_[i]);
      const std::size_t high = range ? index_of(pattern_[i + 2]) : low;
      if (high < low) {
        return false;
      }
      for (std::size_t byte = low; byte <= high; ++byte) {
        set.set(byte);
      }
      i += range ? 2 : 0;
    }
    elements_.push_back({Kind::one, set});
    at_ = end + 1;
    return true;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::vector<Element> elements_;
};

class Run {
 public:
  explicit Run(const std::vector<Element>& elements)
      : elements_(elements), now_(elements.size() + 1) {
    enter(now_, 0);
  }

  void feed(char c) {
    next_.assign(now_.size(), false);
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (!now_[i]) {
        continue;
      }
      const Element& element = elements_[i];
      if (element.kind == Kind::inside) {
        next_[i] = true;
        if (c == '/') {
          enter(next_, i + 1);
        }
      } else if (element.set.test(index_of(c))) {
        enter(next_, element.kind == Kind::loop ? i : i + 1);
      }
    }
    now_.swap(next_);
  }

  bool matched() const { return now_.back(); }

 private:
  // Marks an element and all that may be reached without a byte.
  void enter(std::vector<bool>& states, std::size_t i) const {
    while (!states[i]) {
      states[i] = true;
      if (i == elements_.size()) {
        return;
      }
      const Kind kind = elements_[i].kind;
      if (kind == Kind::enter) {
        states[i + 1] = true;
        i += 2;
      } else if (kind == Kind::loop || kind == Kind::optional) {
        ++i;
      } else {
        return;
      }
    }
  }

  const std::vector<Element>& elements_;
  std::vector<bool> now_;
  std::vector<bool> next_;
};

// The bytes that begin every path that matches.
std::string_view plain_beginning(std::string_view pattern) {
  const std::size_t special = pattern.find_first_of("*?+[\\");
  if (special == std::string_view::npos) {
    return pattern;
  }
  const bool quantified = pattern[special] == '?' || pattern[special] == '+';
  return pattern.substr(0, special - (quantified && special > 0 ? 1 : 0));
}

// A run of bytes that every path holds that matches: the longest that stands
// in the pattern as it is.
std::string_view plain_part(std::string_view pattern) {
  std::string_view longest;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= pattern.size(); ++at) {
    const char c = at < pattern.size() ? pattern[at] : '*';
    if (std::string_view("*?+[\\").find(c) == std::string_view::npos) {
      continue;
    }
    const bool quantified = (c == '?' || c == '+') && at > begin;
    const std::size_t size = at - begin - (quantified ? 1 : 0);
    if (size > longest.size()) {
      longest = pattern.substr(begin, size);
    }
    if (c == '[') {
      at = std::min(pattern.find(']', at), pattern.size());
    } else if (c == '\\') {
      ++at;
    } else if (pattern.substr(at).starts_with("**/")) {
      at += 2; // the slash may be none
    }
    begin = at + 1;
  }
  return longest;
}

using Elements = std::optional<std::vector<Element>>;

bool matches(const Elements& elements, std::string_view path) {
  if (!elements) {
    return false;
  }
  Run run(*elements);
  for (const char c : path) {
    run.feed(c);
  }
  return run.matched();
}

} // namespace

bool github_pattern_matches(std::string_view pattern, std::string_view path) {
  const std::string_view beginning = plain_beginning(pattern);
  if (!path.starts_with(beginning)) {
    return false;
  }
  return beginning.size() == pattern.size()
             ? path.size() == pattern.size()
             : matches(Compiler(pattern).compile(), path);
}

bool is_github_wildcard(std::string_view pattern) {
  return pattern.find_first_of("*?+[") != std::string_view::npos;
}

struct GithubFilter::Wildcard {
  std::uint32_t index = 0; // of the pattern
  std::string_view beginning;
  std::string_view part; // stands in each path that matches
  Elements elements;
};

GithubFilter::GithubFilter(const std::vector<std::string>& patterns) {
  for (std::uint32_t i = 0; i < patterns.size(); ++i) {
    std::string_view pattern = patterns[i];
    negative_.push_back(pattern.starts_with('!'));
    pattern.remove_prefix(negative_.back() ? 1 : 0);
    const std::string_view beginning = plain_beginning(pattern);
    if (beginning.size() == pattern.size()) {
      plain_[pattern].push_back(i);
    } else {
      wildcards_.push_back(
          {i, beginning, plain_part(pattern), Compiler(pattern).compile()});
    }
  }
}

GithubFilter::GithubFilter(GithubFilter&&) noexcept = default;
GithubFilter& GithubFilter::operator=(GithubFilter&&) noexcept = default;
GithubFilter::~GithubFilter() = default;

FilterVerdict GithubFilter::verdict(std::string_view path) const {
  std::vector<std::uint32_t> matching;
  if (const auto named = plain_.find(path); named != plain_.end()) {
    matching = named->second;
  }
  for (const Wildcard& wildcard : wildcards_) {
    if (path.starts_with(wildcard.beginning) &&
        path.find(wildcard.part) != std::string_view::npos &&
        matches(wildcard.elements, path)) {
      matching.push_back(wildcard.index);
    }
  }
  std::sort(matching.begin(), matching.end());
  FilterVerdict verdict = FilterVerdict::unmatched;
  for (const std::uint32_t index : matching) {
    if (!negative_[index]) {
      verdict = FilterVerdict::included;
    } else if (verdict == FilterVerdict::included) {
      verdict = FilterVerdict::excluded; // else there is nothing to take back
    }
  }
  return verdict;
}

} // namespace migcheck
