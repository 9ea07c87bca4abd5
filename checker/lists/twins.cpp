#include "lists/twins.hpp"

#include "lists/entries.hpp"
#include "lists/language.hpp"

#include <algorithm>
#include <string>

namespace migcheck::lists {
namespace {

bool has_build_tag(
    std::string_view text, const std::vector<SourceToken>& tokens) {
  for (const SourceToken& token : tokens) {
    if (token.kind == SourceTokenKind::separator) {
      continue;
    }
    if (token.kind != SourceTokenKind::comment) {
      return false; // tags stand before the first code
    }
    const std::string_view comment = token.span.of(text);
    if (comment.starts_with("//go:build ") ||
        comment.starts_with("// +build ")) {
      return true;
    }
  }
  return false;
}

bool names(
    std::string_view text,
    const std::vector<SourceToken>& tokens,
    bool tagged,
    std::string_view stem) {
  return std::any_of(
      tokens.begin(), tokens.end(), [&](const SourceToken& token) {
        const bool embeds = token.kind == SourceTokenKind::comment &&
                            token.span.of(text).starts_with("//go:embed ");
        const bool literal = tagged && token.kind == SourceTokenKind::string;
        return (embeds || literal) &&
               token.span.of(text).find(stem) != std::string_view::npos;
      });
}

} // namespace

std::vector<Twin> handled_by_siblings(
    const FileReader& reader,
    std::string_view list_path,
    const std::vector<std::string_view>& siblings,
    const std::vector<const Migration*>& missing) {
  constexpr std::size_t most_siblings = 64;
  std::vector<Twin> handled;
  std::size_t read = 0;
  std::string text;
  for (const std::string_view path : siblings) {
    const Language* language = language_of(path);
    if (path == list_path || language == nullptr || language->name != "go" ||
        read == most_siblings) {
      continue;
    }
    ++read;
    if (reader.read({path, ReadCare::careful, 1u << 20, 0}, text) !=
        ReadFailure::none) {
      continue; // what cannot be read is reported where it is scanned
    }
    const std::vector<SourceToken> tokens = lex_source(text, *language);
    const bool tagged = has_build_tag(text, tokens);
    for (const Migration* migration : missing) {
      const bool known =
          std::any_of(handled.begin(), handled.end(), [&](const Twin& twin) {
            return twin.migration == migration;
          });
      if (!known && names(text, tokens, tagged, entry_stem(migration->entry))) {
        handled.push_back({migration, path});
      }
    }
  }
  return handled;
}

} // namespace migcheck::lists
