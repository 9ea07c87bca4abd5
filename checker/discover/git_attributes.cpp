#include "discover/git_attributes.hpp"

#include "text/path_parts.hpp"

#include <utility>

namespace migcheck {
namespace {

using Kind = AttributeState::Kind;

constexpr std::uint64_t file_limit = 1 << 20;
constexpr std::string_view file_name = ".gitattributes";

// What git makes of `text` and `eol`, and of `crlf`, as `text` was once
// called.
TextAttribute decide(const AttributeState& text, const AttributeState& eol) {
  const bool fixed_end =
      eol.kind == Kind::value && (eol.value == "lf" || eol.value == "crlf");
  switch (text.kind) {
  case Kind::unset:
    return TextAttribute::fixed;
  case Kind::set:
    break;
  case Kind::value:
    if (text.value == "input") {
      return TextAttribute::fixed;
    }
    if (text.value == "auto") {
      break;
    }
    [[fallthrough]];
  case Kind::unspecified:
    return fixed_end ? TextAttribute::fixed : TextAttribute::unspecified;
  }
  return fixed_end ? TextAttribute::fixed : TextAttribute::automatic;
}

} // namespace

GitAttributes::GitAttributes(
    const FileReader& reader, const GitRepository& repository)
    : reader_(reader), repository_(repository) {
  macros_["binary"] = {
      {"diff", {Kind::unset, ""}},
      {"merge", {Kind::unset, ""}},
      {"text", {Kind::unset, ""}}};
  std::string text;
  if (reader.read_git(repository, GitFile::attributes, "", file_limit, text) ==
      ReadFailure::none) {
    info_ = parse_attributes(text);
  }
  define_macros(file_in(""));
  define_macros(info_);
}

void GitAttributes::define_macros(const AttributeFile& file) {
  for (const auto& [name, attributes] : file.macros) {
    macros_[name] = attributes;
  }
}

// Of a directory by its path from the top of the work tree, "" or with a slash
// at its end. A file that cannot be read counts as absent; git follows no
// links here either.
const AttributeFile& GitAttributes::file_in(std::string_view directory) {
  const auto known = files_.find(directory);
  if (known != files_.end()) {
    return known->second;
  }
  const std::string path = std::string(directory) + std::string(file_name);
  const std::string& prefix = repository_.prefix;
  std::string text;
  const ReadFailure failure =
      directory.starts_with(prefix)
          ? reader_.read(
                {std::string_view(path).substr(prefix.size()),
                 ReadCare::scan,
                 file_limit},
                text)
          : reader_.read_git(
                repository_, GitFile::work_tree, path, file_limit, text);
  AttributeFile& file = files_[std::string(directory)];
  if (failure == ReadFailure::none) {
    file = parse_attributes(text);
  }
  return file;
}

// What is said first, in the order of precedence, holds.
void GitAttributes::fill(
    const std::string& name,
    const AttributeState& state,
    States& states) const {
  std::vector<std::pair<std::string, AttributeState>> open{{name, state}};
  while (!open.empty()) {
    const auto [next, said] = std::move(open.back());
    open.pop_back();
    if (!states.emplace(next, said).second) {
      continue;
    }
    const auto macro = macros_.find(next);
    if (said.kind == Kind::set && macro != macros_.end()) {
      open.insert(open.end(), macro->second.begin(), macro->second.end());
    }
  }
}

// The last line and the last word of a line come first.
void GitAttributes::apply(
    const AttributeFile& file, std::string_view path, States& states) const {
  for (auto line = file.lines.rbegin(); line != file.lines.rend(); ++line) {
    if (!line->pattern.matches(path, last_part(path), false)) {
      continue;
    }
    const Attributes& attributes = line->attributes;
    for (auto word = attributes.rbegin(); word != attributes.rend(); ++word) {
      fill(word->first, word->second, states);
    }
  }
}

TextAttribute GitAttributes::text(std::string_view path) {
  const std::string whole = repository_.prefix + std::string(path);
  States states;
  apply(info_, whole, states);
  std::size_t end = whole.size();
  while (end > 0) {
    const std::size_t slash = whole.rfind('/', end - 1);
    end = slash == std::string::npos ? 0 : slash + 1;
    const std::string_view below = std::string_view(whole).substr(end);
    apply(file_in(std::string_view(whole).substr(0, end)), below, states);
    end = end > 0 ? end - 1 : 0;
  }
  const auto state = [&](std::string_view name) {
    const auto found = states.find(name);
    return found == states.end() ? AttributeState() : found->second;
  };
  AttributeState text = state("text");
  if (text.kind == Kind::unspecified) {
    text = state("crlf");
  }
  return decide(text, state("eol"));
}

} // namespace migcheck
