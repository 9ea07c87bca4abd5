#include "lists/twins.hpp"

#include "lists/entries.hpp"
#include "lists/file_names.hpp"
#include "lists/known_names.hpp"
#include "lists/language.hpp"

#include <algorithm>
#include <array>
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

// A literal with the name, given to what puts files into the program.
bool embeds(
    const FileReader& reader,
    const NamedOnce& single,
    const Language& language) {
  constexpr std::array<std::string_view, 8> words = {
      "include_str",
      "include_bytes",
      "import",
      "from",
      "require",
      "embed",
      "embedFile",
      "staticRead"};
  constexpr std::size_t nearest = 4; // include_str ! ( "…"
  std::string text;
  if (reader.read({single.path, ReadCare::careful, 1u << 20, 0}, text) !=
      ReadFailure::none) {
    return false;
  }
  const std::vector<SourceToken> tokens = lex_source(text, language);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != SourceTokenKind::string ||
        tokens[i].content.of(text).find(single.stem) ==
            std::string_view::npos) {
      continue;
    }
    for (std::size_t k = i - std::min(i, nearest); k < i; ++k) {
      const std::string_view word = tokens[k].span.of(text);
      if (std::find(words.begin(), words.end(), word) != words.end()) {
        return true;
      }
    }
  }
  return false;
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

std::vector<Twin> embedded_elsewhere(
    const FileReader& reader,
    std::string_view list_path,
    const std::vector<NamedOnce>& singles,
    const std::vector<const Migration*>& missing) {
  const Language* own = language_of(list_path);
  const std::string around(parent_folder(parent_folder(list_path)));
  std::vector<Twin> handled;
  for (const NamedOnce& single : singles) {
    const bool near = around.empty() || single.path.starts_with(around + "/");
    if (!near || language_of(single.path) != own || is_test_path(single.path)) {
      continue;
    }
    for (const Migration* migration : missing) {
      if (name_stem(migration->entry) == single.stem &&
          embeds(reader, single, *own)) {
        handled.push_back({migration, single.path});
      }
    }
  }
  return handled;
}

} // namespace migcheck::lists
