#include "runs/task_files.hpp"

#include "lists/lexer_data.hpp"
#include "runs/data_tree.hpp"
#include "runs/shell.hpp"
#include "runs/tools.hpp"
#include "text/ascii.hpp"

#include <map>

namespace migcheck::runs {
namespace {

// As deep as a variable's value may lead to another variable.
constexpr unsigned deepest = 4;
constexpr std::size_t longest_line = 64u << 10;
constexpr std::size_t longest_value = 4096;

class MakefileReader {
 public:
  explicit MakefileReader(std::string_view text) : text_(text) {}

  std::vector<NamedUse> read() {
    // Values may stand below the recipes that use them.
    for_each_line([this](Span line) { read_variable(line); });
    for_each_line([this](Span line) { read_recipe(line); });
    return std::move(uses_);
  }

 private:
  // Lines with those that a backslash joins to them.
  template <typename Visit>
  void for_each_line(const Visit& visit) const {
    for (std::uint32_t at = 0; at < text_.size();) {
      std::uint32_t end = line_end(at);
      while (end > at && end < text_.size() &&
             trim_right(text_.substr(at, end - at)).ends_with('\\')) {
        end = line_end(end + 1);
      }
      visit(Span{at, end});
      at = end + 1;
    }
  }

  std::uint32_t line_end(std::uint32_t from) const {
    const std::size_t found = text_.find('\n', from);
    return static_cast<std::uint32_t>(
        found == std::string_view::npos ? text_.size() : found);
  }

  void read_variable(Span line) {
    std::string_view content = line.of(text_);
    const std::size_t sign = content.find('=');
    if (content.starts_with('\t') || sign == std::string_view::npos) {
      return;
    }
    const std::string_view value = trim(content.substr(sign + 1));
    std::string_view name = content.substr(0, sign);
    while (name.ends_with(':') || name.ends_with('?')) {
      name.remove_suffix(1);
    }
    name = trim(name);
    if (name.starts_with("export ")) {
      name = trim(name.substr(7));
    }
    if (!name.empty() && name.find_first_of(" \t:#+") == std::string::npos) {
      values_.emplace(name, value.substr(0, value.find(" #")));
      tool_in_value_ = tool_in_value_ || names_tool(value);
    }
  }

  bool may_name_tool(std::string_view recipe) const {
    return names_tool(recipe) ||
           (tool_in_value_ && recipe.find('$') != std::string_view::npos);
  }

  void read_recipe(Span line) {
    if (text_[line.begin] != '\t' || line.size() > longest_line ||
        !may_name_tool(line.of(text_))) {
      return;
    }
    std::uint32_t begin = line.begin;
    while (begin < line.end &&
           (is_white_space(text_[begin]) || text_[begin] == '@' ||
            text_[begin] == '-' || text_[begin] == '+')) {
      ++begin;
    }
    Script script;
    for (std::uint32_t at = begin;
         at < line.end && script.text.size() < longest_line;) {
      at = add_byte(at, line.end, script);
    }
    read_shell(script, start_, uses_);
  }

  // `$$` is the shell's dollar, `$(name)` make's own variable.
  std::uint32_t
  add_byte(std::uint32_t at, std::uint32_t end, Script& script) const {
    const char next = at + 1 < end ? text_[at + 1] : '\0';
    if (text_[at] != '$' || next == '\0') {
      script.add(text_[at], at);
      return at + 1;
    }
    if (next == '$') {
      script.add('$', at);
      return at + 2;
    }
    if (next != '(' && next != '{') {
      script.add(unknown_part, at);
      return at + 2;
    }
    const char close = next == '(' ? ')' : '}';
    std::uint32_t stop = at + 2;
    unsigned depth = 1;
    for (; stop < end && depth > 0; ++stop) {
      depth += text_[stop] == next ? 1 : 0;
      depth -= text_[stop] == close ? 1 : 0;
    }
    const std::string_view inner =
        text_.substr(at + 2, stop - at - (depth == 0 ? 3 : 2));
    const std::string value = value_of(inner);
    if (start_.allowance->take(value.size())) {
      script.add(value, at);
    } else {
      script.add(unknown_part, at);
    }
    return stop;
  }

  std::string value_of(std::string_view name) const {
    if (name == "CURDIR" || name == "PWD" || name == "shell pwd") {
      return ".";
    }
    const auto found = short_value(name);
    std::string value = found == values_.end() ? std::string(1, unknown_part)
                                               : std::string(found->second);
    for (unsigned i = 0; i < deepest; ++i) {
      const std::size_t at = value.find('$');
      const std::size_t end = value.find_first_of(")}", at);
      if (at == std::string::npos || end == std::string::npos) {
        break;
      }
      const std::string_view inner =
          std::string_view(value).substr(at + 2, end - at - 2);
      const auto other = short_value(inner);
      const bool here = inner == "CURDIR" || inner == "PWD";
      value = value.substr(0, at) +
              (here                     ? std::string(".")
               : other == values_.end() ? std::string(1, unknown_part)
                                        : std::string(other->second)) +
              value.substr(end + 1);
    }
    if (value.size() > 1 && (value[0] == '"' || value[0] == '\'')) {
      value = value.substr(1, value.find(value[0], 1) - 1);
    }
    return value.find('$') == std::string::npos ? value
                                                : std::string(1, unknown_part);
  }

  // Nobody names a folder with more than a few thousand bytes.
  auto short_value(std::string_view name) const -> std::
      map<std::string_view, std::string_view, std::less<>>::const_iterator {
    const auto found = values_.find(name);
    return found != values_.end() && found->second.size() > longest_value
               ? values_.end()
               : found;
  }

  std::string_view text_;
  std::map<std::string_view, std::string_view, std::less<>> values_;
  bool tool_in_value_ = false;
  ShellStart start_;
  std::vector<NamedUse> uses_;
};

// Every scalar that stands, at any depth, below one of these keys.
void read_commands(
    const DataTree& tree, std::uint32_t top, std::vector<NamedUse>& uses) {
  const ShellStart start;

  struct Step {
    std::uint32_t node;
    bool below;
  };

  std::vector<Step> open = {{top, false}};
  while (!open.empty()) {
    const Step step = open.back();
    open.pop_back();
    const DataNode& node = tree.node(step.node);
    const bool below = step.below || node.key == "cmds" || node.key == "cmd" ||
                       node.key == "sh";
    if (below && tree.is_scalar(step.node)) {
      read_shell(without_templates(tree.scalar(step.node)), start, uses);
    }
    for (auto child = node.children.rbegin(); child != node.children.rend();
         ++child) {
      open.push_back({*child, below});
    }
  }
}

} // namespace

std::vector<NamedUse> read_makefile(std::string_view text) {
  return MakefileReader(text).read();
}

std::vector<NamedUse> read_justfile(std::string_view text) {
  std::vector<NamedUse> uses;
  const ShellStart start;
  Script recipe;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::size_t found = text.find('\n', at);
    const auto end = static_cast<std::uint32_t>(
        found == std::string_view::npos ? text.size() : found + 1);
    std::uint32_t begin = at;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) {
      ++begin;
    }
    const bool indented = begin > at;
    while (indented && begin < end &&
           (text[begin] == '@' || text[begin] == '-')) {
      ++begin;
    }
    if (!indented) {
      read_shell(without_templates(recipe), start, uses);
      recipe = {};
    }
    for (; indented && begin < end; ++begin) {
      recipe.add(text[begin], begin);
    }
    at = end;
  }
  read_shell(without_templates(recipe), start, uses);
  return uses;
}

std::vector<NamedUse> read_taskfile(std::string_view text) {
  std::vector<NamedUse> uses;
  const DataTree tree(text, lists::lex_yaml(text));
  const std::uint32_t tasks = tree.child(0, "tasks");
  if (tasks != DataTree::none) {
    read_commands(tree, tasks, uses);
  }
  return uses;
}

std::vector<NamedUse> read_package(std::string_view text) {
  std::vector<NamedUse> uses;
  const DataTree tree(text, lists::lex_json(text));
  const std::uint32_t scripts = tree.child(0, "scripts");
  if (scripts != DataTree::none) {
    const ShellStart start;
    for (const std::uint32_t script : tree.node(scripts).children) {
      read_shell(tree.scalar(script), start, uses);
    }
  }
  return uses;
}

} // namespace migcheck::runs
