#include "lists/embedded.hpp"

#include "lists/surroundings.hpp"
#include "lists/words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace migcheck::lists {
namespace {

constexpr std::size_t longest_text = 1u << 20;

bool may_hold_sql(std::string_view text) {
  return text.find('\'') != std::string_view::npos &&
         find_ignoring_case(text, "values") != std::string_view::npos;
}

bool includes_sql(std::string_view text) {
  return text.find('\n') != std::string_view::npos &&
         (text.find("\\i ") != std::string_view::npos ||
          text.find("\\ir ") != std::string_view::npos);
}

bool may_hold_commands(std::string_view text) {
  return text.find(' ') != std::string_view::npos &&
         text.find(".sql") != std::string_view::npos;
}

bool is_command_key(const std::string& word) {
  constexpr std::array<std::string_view, 14> words = {
      "run",
      "script",
      "scripts",
      "command",
      "commands",
      "cmd",
      "cmds",
      "args",
      "entrypoint",
      "exec",
      "shell",
      "bash",
      "sh",
      "test"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The nearest key and those around it: `run`, `scripts`, `before_script`.
bool stands_under_command(const SourceTree& tree, std::uint32_t token) {
  const Declaration declaration = declaration_of(tree, token);
  std::string keys = functions_around(tree, token);
  if (declaration.name != SourceTree::npos) {
    keys += ' ';
    keys += tree.content_of(declaration.name);
  }
  const std::vector<std::string> words = split_words(keys);
  return std::any_of(words.begin(), words.end(), is_command_key);
}

// `sh -c "…"`, `eval "…"`.
bool is_shell_argument(const SourceTree& tree, std::uint32_t token) {
  const std::uint32_t before = tree.before(token);
  return tree.language->family == LanguageFamily::shell &&
         before != SourceTree::npos &&
         (tree.text_of(before) == "-c" || tree.text_of(before) == "-lc" ||
          tree.text_of(before) == "eval");
}

} // namespace

std::vector<EmbeddedText> embedded_texts(const SourceTree& tree) {
  std::vector<EmbeddedText> found;
  const LanguageFamily family = tree.language->family;
  if (family == LanguageFamily::xml) {
    return found;
  }
  const bool sql = family == LanguageFamily::sql;
  const bool data = is_data(tree);
  const auto count = static_cast<std::uint32_t>(tree.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view text = tree.content_of(i);
    if (!tree.is(i, SourceTokenKind::string) || text.size() > longest_text) {
      continue;
    }
    if ((!sql && may_hold_sql(text)) || includes_sql(text)) {
      found.push_back({i, language_named("sql")});
    } else if (
        may_hold_commands(text) && (is_shell_argument(tree, i) ||
                                    (data && stands_under_command(tree, i)))) {
      found.push_back({i, language_named("shell")});
    }
  }
  return found;
}

SourceTree embedded_tree(const SourceTree& host, const EmbeddedText& text) {
  const Span content = host.tokens[text.token].content;
  std::vector<SourceToken> tokens =
      lex_source(content.of(host.text), *text.language);
  for (SourceToken& token : tokens) {
    token.span.begin += content.begin;
    token.span.end += content.begin;
    token.content.begin += content.begin;
    token.content.end += content.begin;
  }
  return build_tree(
      host.text.substr(0, content.end), *text.language, std::move(tokens));
}

} // namespace migcheck::lists
