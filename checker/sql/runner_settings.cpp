#include "sql/runner_settings.hpp"

#include "config/toml_value.hpp"
#include "sql/quotes.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::sql {
namespace {

constexpr std::string_view diesel_key = "run_in_transaction";

void read_metadata(std::string_view text, RunnerSettings& settings) {
  Problems problems(text, "");
  const auto document = read_toml(text, problems);
  if (!document || !problems.empty()) {
    return;
  }
  const auto& members = document->members;
  const auto found = std::find_if(
      members.begin(), members.end(), [](const TomlMember& member) {
        return member.key == diesel_key;
      });
  if (found != members.end()) {
    const bool boolean = found->value.kind == TomlKind::boolean;
    settings.transaction = boolean && found->value.boolean;
    if (!boolean) {
      settings.ignored.push_back(
          {found->value.span,
           std::string(diesel_key) + " = false",
           "diesel takes what is no boolean for false"});
    }
    return;
  }
  settings.transaction = false;
  settings.ignored.push_back(
      {members.empty() ? Span{} : members.front().key_span,
       std::string(diesel_key) + " = true",
       "without this key diesel runs the migration outside of a transaction"});
}

constexpr std::array<std::string_view, 4> flyway_keys = {
    "executeInTransaction",
    "encoding",
    "placeholderReplacement",
    "shouldExecute"};

// A line of a properties file; comments and blank lines have no key.
void read_property(std::string_view text, Span line, RunnerSettings& settings) {
  const std::string_view bytes = trim(line.of(text));
  if (bytes.empty() || bytes.starts_with('#') || bytes.starts_with('!')) {
    return;
  }
  const std::size_t end = std::min(bytes.find_first_of("=: \t"), bytes.size());
  const std::string_view key = bytes.substr(0, end);
  const auto begin = static_cast<std::uint32_t>(bytes.data() - text.data());
  if (std::find(flyway_keys.begin(), flyway_keys.end(), key) ==
      flyway_keys.end()) {
    settings.refused.push_back(
        {AnnotationProblem::unknown_setting,
         {begin, begin + static_cast<std::uint32_t>(end)}});
    return;
  }
  std::string_view value = trim_left(bytes.substr(end));
  if (value.starts_with('=') || value.starts_with(':')) {
    value = trim(value.substr(1));
  }
  if (key == flyway_keys.front()) {
    settings.transaction = equals_ignoring_case(value, "true");
  }
}

} // namespace

void read_settings(
    std::string_view text, LayoutId layout, RunnerSettings& settings) {
  if (layout == LayoutId::diesel) {
    read_metadata(text, settings);
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = line_end(text, at);
    read_property(
        text,
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
        settings);
    at = end + 1;
  }
}

} // namespace migcheck::sql
