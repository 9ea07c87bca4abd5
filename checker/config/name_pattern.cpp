#include "config/name_pattern.hpp"

#include "text/printable.hpp"

#include <boost/regex.hpp>
#include <fmt/format.h>

#include <exception>
#include <new>
#include <string>

namespace migcheck {
namespace {

constexpr std::size_t longest_pattern = 1024;
constexpr std::size_t longest_subject = 4096;

// The library quotes the pattern after the first sentence: it goes.
std::string first_sentence(const std::exception& error) {
  std::string_view text = error.what();
  text = text.substr(0, text.find("  The error occurred"));
  while (text.ends_with('.') || text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return printable(text);
}

} // namespace

struct NamePattern::Compiled {
  boost::regex regex;
};

Result<NamePattern> NamePattern::compile(std::string_view pattern) {
  if (pattern.size() > longest_pattern) {
    return fail(fmt::format(
        "pattern has {} bytes, at most {} are allowed",
        pattern.size(),
        longest_pattern));
  }
  if (pattern.find('\0') != std::string_view::npos) {
    return fail("pattern holds a NUL byte");
  }
  try {
    auto compiled = std::make_shared<Compiled>();
    compiled->regex.assign(
        pattern.data(), pattern.data() + pattern.size(), boost::regex::perl);
    NamePattern result;
    result.compiled_ = std::move(compiled);
    return result;
  } catch (const std::bad_alloc&) {
    return fail("pattern does not compile: it needs too much memory");
  } catch (const std::exception& error) {
    return fail("pattern does not compile: " + first_sentence(error));
  }
}

Result<bool> NamePattern::matches(std::string_view subject) const {
  if (subject.size() > longest_subject) {
    return fail(fmt::format(
        "name has {} bytes, patterns are matched against at most {}",
        subject.size(),
        longest_subject));
  }
  const char* const begin = subject.data();
  try {
    return boost::regex_search(
        begin,
        begin + subject.size(),
        compiled_->regex,
        boost::match_single_line | boost::match_any);
  } catch (const std::bad_alloc&) {
    return fail(
        "pattern was given up on " + quoted(subject) +
        ": it needs too much memory");
  } catch (const std::exception& error) {
    return fail(
        "pattern was given up on " + quoted(subject) + ": " +
        first_sentence(error));
  }
}

Result<bool> name_matches(std::string_view pattern, std::string_view subject) {
  const Result<NamePattern> compiled = NamePattern::compile(pattern);
  if (!compiled) {
    return tl::unexpected(compiled.error());
  }
  return compiled->matches(subject);
}

} // namespace migcheck
