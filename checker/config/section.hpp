// One table of the configuration, read key by key with its type checked.
#pragma once

#include "config/problems.hpp"
#include "config/toml_value.hpp"
#include "diagnostic/diagnostic.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

class ConfigSection {
 public:
  // `name` is for messages: "[[directory]]". Keys that are not among `keys`
  // are problems at once. All arguments must outlive the section.
  ConfigSection(
      const TomlValue& table,
      std::string_view name,
      std::span<const std::string_view> keys,
      Problems& problems);

  // The value of a key; null when it is absent, or of another kind (which is
  // a problem).
  const TomlValue* find(std::string_view key, TomlKind kind);

  // The value of a key of any kind; null when it is absent.
  const TomlValue* find(std::string_view key) const;

  // A problem when the key is absent.
  void require(std::string_view key);

  // Sets `out` when the key is there and fits.
  void read(std::string_view key, std::string& out);
  void read(std::string_view key, bool& out);

  // The key's whole number, from 0 to `most`.
  std::optional<int> number(std::string_view key, int most);

  // The index of the key's text among `words`.
  std::optional<std::size_t>
  word(std::string_view key, std::span<const std::string_view> words);

  // A path from the root: not absolute, no `..`, no NUL; "./a//b/" becomes
  // "a/b", and the root itself ".". Nothing when absent or wrong.
  std::optional<std::string> path(std::string_view key);

  // A glob from the root, in the plain form of a path; a slash at its end
  // stays. `key` is for messages. "" where it is longer than 1 KiB.
  std::string glob(std::string_view key, const TomlValue& value);

  // The strings of an array of strings.
  std::vector<const TomlValue*> strings(std::string_view key);

  void problem(const TomlValue& at, std::string message) {
    problems_->add(at.span, std::move(message));
  }

  Location location(Span span) const { return {problems_->path(), span}; }

  std::string_view name() const { return name_; }

 private:
  const TomlValue* table_;
  std::string_view name_;
  Problems* problems_;
};

// Adds a problem unless the value is of the kind; true when it is.
bool has_kind(
    const TomlValue& value,
    std::string_view key,
    TomlKind kind,
    Problems& problems);

// `x is not one of "a", "b", did you mean "a"?`
std::string
not_one_of(std::string_view text, std::span<const std::string_view> words);

// What is wrong with a path from the root, as the end of a sentence: "is
// absolute". Nothing: it is fine, and now in its plain form.
std::optional<std::string_view> make_plain_path(std::string& path);

} // namespace migcheck
