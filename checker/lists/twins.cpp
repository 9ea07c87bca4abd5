#include "lists/twins.hpp"

#include "lists/file_names.hpp"
#include "lists/known_names.hpp"
#include "lists/language.hpp"
#include "lists/migration_names.hpp"
#include "lists/runner_files.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_set>

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

// Whether the text may say what `stems_in` looks for: most
// files need no lexer.
bool may_name(std::string_view text) {
  for (std::size_t at = text.find("//"); at < text.size();
       at = text.find("//", at + 2)) {
    const std::string_view comment = text.substr(at, 11);
    if (comment.starts_with("//go:") || comment.starts_with("// +build ")) {
      return true;
    }
  }
  return false;
}

bool parts_names(char c) {
  return std::string_view(" \t\r\n\"'`/\\,;:?=()[]").find(c) !=
         std::string_view::npos;
}

// What may name a migration in embed lines and, where a build tag is, in
// literals: names without their endings.
std::unordered_set<std::string_view>
stems_in(std::string_view text, const std::vector<SourceToken>& tokens) {
  const bool tagged = has_build_tag(text, tokens);
  std::unordered_set<std::string_view> stems;
  for (const SourceToken& token : tokens) {
    const std::string_view whole = token.span.of(text);
    const bool embeds = token.kind == SourceTokenKind::comment &&
                        whole.starts_with("//go:embed ");
    if (!embeds && !(tagged && token.kind == SourceTokenKind::string)) {
      continue;
    }
    stems.insert(entry_stem(last_part(token.content.of(text))));
    for (std::size_t at = 0; at < whole.size(); ++at) {
      const std::size_t begin = at;
      while (at < whole.size() && !parts_names(whole[at])) {
        ++at;
      }
      stems.insert(entry_stem(whole.substr(begin, at - begin)));
    }
  }
  return stems;
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

bool may_run(const Language& language) {
  return language.family == LanguageFamily::shell ||
         language.family == LanguageFamily::yaml ||
         language.family == LanguageFamily::json;
}

// A word, string or value with the file's name, outside of comments.
bool runs(
    const FileReader& reader,
    const NamedOnce& single,
    const Language& language) {
  std::string text;
  if (reader.read({single.path, ReadCare::careful, 1u << 20, 0}, text) !=
          ReadFailure::none ||
      runner_file_of(single.path, language, text) == RunnerFile::none) {
    return false;
  }
  const std::vector<SourceToken> tokens = lex_source(text, language);
  return std::any_of(
      tokens.begin(), tokens.end(), [&](const SourceToken& token) {
        return token.kind != SourceTokenKind::comment &&
               token.span.of(text).find(single.stem + ".sql") !=
                   std::string_view::npos;
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
  std::unordered_set<const Migration*> known;
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
    if (!may_name(text)) {
      continue;
    }
    const auto stems = stems_in(text, lex_source(text, *language));
    for (const Migration* migration : missing) {
      if (stems.count(entry_stem(migration->entry)) > 0 &&
          known.insert(migration).second) {
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
  std::multimap<std::string_view, const Migration*> by_stem;
  for (const Migration* migration : missing) {
    by_stem.emplace(name_stem(migration->entry), migration);
  }
  std::vector<Twin> handled;
  for (const NamedOnce& single : singles) {
    const bool near = around.empty() || single.path.starts_with(around + "/");
    if (!near || language_of(single.path) != own || is_test_path(single.path)) {
      continue;
    }
    const auto [begin, end] = by_stem.equal_range(single.stem);
    if (begin == end || !embeds(reader, single, *own)) {
      continue;
    }
    for (auto at = begin; at != end; ++at) {
      handled.push_back({at->second, single.path});
    }
  }
  return handled;
}

RunAlone files_run_alone(
    const FileReader& reader, const std::vector<NamedOnce>& singles) {
  RunAlone found;
  for (const NamedOnce& single : singles) {
    const Language* language = language_of(single.path);
    if (language != nullptr && may_run(*language) &&
        !is_test_path(single.path) && !found.contains(single.stem) &&
        runs(reader, single, *language)) {
      found.emplace(single.stem, single.path);
    }
  }
  return found;
}

std::vector<Twin> handled_alone(
    const RunAlone& alone, const std::vector<const Migration*>& missing) {
  std::vector<Twin> handled;
  for (const Migration* migration : missing) {
    const auto found = alone.find(name_stem(migration->entry));
    if (found != alone.end()) {
      handled.push_back({migration, found->second});
    }
  }
  return handled;
}

} // namespace migcheck::lists
