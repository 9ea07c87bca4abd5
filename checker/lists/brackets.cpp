// One pass matches the brackets; each `{` is classified by what stands before
// it, at most `longest_header` tokens back.
#include "lists/brackets.hpp"

#include "text/one_of.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace migcheck::lists {
namespace {

constexpr int longest_header = 64;

constexpr std::array<std::string_view, 26> control_words = {
    "if",     "else",         "for",     "while", "switch", "match",   "case",
    "try",    "catch",        "finally", "do",    "loop",   "unless",  "until",
    "select", "synchronized", "when",    "guard", "defer",  "foreach", "elseif",
    "elif",   "lock",         "repeat",  "then",  "except"};
constexpr std::array<std::string_view, 8> function_words = {
    "func", "fn", "function", "def", "fun", "sub", "lambda", "constructor"};
constexpr std::array<std::string_view, 14> scope_words = {
    "class",
    "struct",
    "interface",
    "enum",
    "impl",
    "trait",
    "module",
    "namespace",
    "object",
    "mod",
    "extension",
    "record",
    "union",
    "type"};

// Bytes of white space that the line of an offset begins with.
std::uint32_t indentation_at(std::string_view text, std::uint32_t offset) {
  constexpr std::size_t most_bytes = 4096;
  const std::size_t from = offset > most_bytes ? offset - most_bytes : 0;
  const std::size_t feed = text.substr(from, offset - from).rfind('\n');
  const std::size_t line =
      feed == std::string_view::npos ? from : from + feed + 1;
  std::size_t at = line;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) {
    ++at;
  }
  return static_cast<std::uint32_t>(at - line);
}

class TreeBuilder {
 public:
  explicit TreeBuilder(SourceTree& tree) : tree_(tree) {}

  void build();

 private:
  void open(std::uint32_t token);
  void close(std::uint32_t token);
  BracketKind kind_of_brace(std::uint32_t token) const;
  std::optional<BracketKind> kind_by_neighbour(std::uint32_t token) const;
  bool fits(std::uint32_t open, std::uint32_t close) const;

  SourceTree& tree_;
  std::vector<std::uint32_t> stack_ = {0};
};

void TreeBuilder::build() {
  const auto count = static_cast<std::uint32_t>(tree_.tokens.size());
  tree_.around.assign(count, 0);
  tree_.at_token.assign(count, 0);
  tree_.brackets.push_back({.close = count, .kind = BracketKind::file});
  for (std::uint32_t i = 0; i < count; ++i) {
    switch (tree_.tokens[i].kind) {
    case SourceTokenKind::open:
      open(i);
      break;
    case SourceTokenKind::close:
      close(i);
      break;
    case SourceTokenKind::comma:
      tree_.brackets[stack_.back()].commas = true;
      [[fallthrough]];
    case SourceTokenKind::separator:
    case SourceTokenKind::key:
      tree_.around[i] = stack_.back();
      tree_.brackets[stack_.back()].bounds.push_back(i);
      break;
    case SourceTokenKind::word:
      if (tree_.text_of(i) == "def") {
        tree_.definitions.push_back(i);
      }
      tree_.around[i] = stack_.back();
      break;
    default:
      tree_.around[i] = stack_.back();
      break;
    }
  }
  for (const std::uint32_t bracket : stack_) {
    tree_.brackets[bracket].close = count;
  }
}

void TreeBuilder::open(std::uint32_t token) {
  tree_.around[token] = stack_.back();
  Bracket bracket{.open = token, .parent = stack_.back()};
  const auto index = static_cast<std::uint32_t>(tree_.brackets.size());
  tree_.at_token[token] = index;
  if (tree_.text_of(token) == "{") {
    bracket.kind = kind_of_brace(token);
  }
  bracket.function = bracket.kind == BracketKind::function
                         ? index
                         : tree_.brackets[bracket.parent].function;
  tree_.brackets.push_back(std::move(bracket));
  stack_.push_back(index);
}

bool TreeBuilder::fits(std::uint32_t open, std::uint32_t close) const {
  if (tree_.language->family == LanguageFamily::xml) {
    return true; // the lexer matched them
  }
  const std::string_view left = tree_.text_of(open);
  const std::string_view right = tree_.text_of(close);
  if (left.empty() || right.empty()) {
    return left.empty() && right.empty();
  }
  const char wanted = left.back() == '('   ? ')'
                      : left.back() == '[' ? ']'
                      : left.back() == '{' ? '}'
                                           : '\0';
  return wanted == '\0' || right.back() == wanted;
}

// Closes the nearest bracket that fits, and what was left open inside it.
// Looks at few of them, so that a wrong bracket costs little.
void TreeBuilder::close(std::uint32_t token) {
  constexpr std::size_t farthest = 8;
  std::size_t depth = stack_.size();
  const std::size_t least = depth > farthest ? depth - farthest : 1;
  while (depth > least &&
         !fits(tree_.brackets[stack_[depth - 1]].open, token)) {
    --depth;
  }
  if (depth <= 1 || !fits(tree_.brackets[stack_[depth - 1]].open, token)) {
    tree_.around[token] = stack_.back();
    return;
  }
  while (stack_.size() >= depth) {
    tree_.brackets[stack_.back()].close = token;
    tree_.at_token[token] = stack_.back();
    stack_.pop_back();
  }
  tree_.around[token] = stack_.back();
}

std::optional<BracketKind>
TreeBuilder::kind_by_neighbour(std::uint32_t token) const {
  const std::string_view language = tree_.language->name;
  const LanguageFamily family = tree_.language->family;
  if (family == LanguageFamily::shell) {
    return BracketKind::function;
  }
  if (family != LanguageFamily::code || language == "python" ||
      language == "ruby") {
    return BracketKind::list;
  }
  const std::uint32_t last = tree_.before(token);
  if (last == SourceTree::npos) {
    return BracketKind::list;
  }
  const std::string_view text = tree_.text_of(last);
  const std::string_view upto =
      tree_.text.substr(0, tree_.tokens[last].span.end);
  if (upto.ends_with("=>") || upto.ends_with("->")) {
    return BracketKind::function;
  }
  switch (tree_.tokens[last].kind) {
  case SourceTokenKind::assign:
  case SourceTokenKind::colon:
  case SourceTokenKind::comma:
    return BracketKind::list;
  case SourceTokenKind::word:
    break;
  default:
    return std::nullopt;
  }
  const std::uint32_t earlier = tree_.before(last);
  if (text == "return" ||
      (earlier != SourceTree::npos && tree_.text_of(earlier) == "[")) {
    return BracketKind::list; // `return {`, `[]string{`
  }
  return std::nullopt;
}

BracketKind TreeBuilder::kind_of_brace(std::uint32_t token) const {
  if (const auto kind = kind_by_neighbour(token)) {
    return *kind;
  }
  bool parens = false;
  bool control = false;
  bool scope = false;
  bool assigned = false;
  const bool go = tree_.language->name == "go";
  std::uint32_t at = tree_.before(token);
  for (int i = 0; i < longest_header && at != SourceTree::npos; ++i) {
    const SourceToken& here = tree_.tokens[at];
    const std::string_view text = tree_.text_of(at);
    const bool clause = go && text == ";"; // for i := 0; i < n; i++ {
    if ((here.kind == SourceTokenKind::separator && !clause) ||
        (here.kind == SourceTokenKind::comma && !assigned) ||
        (here.kind == SourceTokenKind::open && text == "{")) {
      break;
    }
    assigned =
        assigned || text == "new" || here.kind == SourceTokenKind::assign;
    if (here.kind == SourceTokenKind::word) {
      if (!assigned && is_one_of(text, function_words)) {
        return BracketKind::function;
      }
      control = control || is_one_of(text, control_words);
      scope = scope || is_one_of(text, scope_words);
    }
    parens = parens || text == "(";
    at = tree_.before(at);
  }
  return control    ? BracketKind::control
         : assigned ? BracketKind::list
         : scope    ? BracketKind::scope
         : parens   ? BracketKind::function
                    : BracketKind::list;
}

} // namespace

// %w[a b], ~w(a b), qw(a b); Lisp's [a b]; a shell's ( ) without commas.
bool SourceTree::is_word_list(std::uint32_t bracket) const {
  if (bracket == 0) {
    return false;
  }
  const std::string_view open = text_of(brackets[bracket].open);
  if (open.starts_with('%') || open.starts_with('~') || open.starts_with('q') ||
      language->name == "clojure") {
    return true;
  }
  const bool shell = language->family == LanguageFamily::shell ||
                     language->name == "powershell";
  return shell && !brackets[bracket].commas;
}

std::uint32_t
SourceTree::element_of(std::uint32_t bracket, std::uint32_t token) const {
  if (is_word_list(bracket)) {
    return token;
  }
  const std::vector<std::uint32_t>& bounds = brackets[bracket].bounds;
  return static_cast<std::uint32_t>(
      std::upper_bound(bounds.begin(), bounds.end(), token) - bounds.begin());
}

std::uint32_t SourceTree::before(std::uint32_t token) const {
  const std::uint32_t here = around[token];
  const std::uint32_t begin = here == 0 ? 0 : brackets[here].open + 1;
  while (token > begin) {
    --token;
    if (tokens[token].kind == SourceTokenKind::close && at_token[token] != 0) {
      token = brackets[at_token[token]].open;
    }
    if (tokens[token].kind != SourceTokenKind::comment) {
      return token;
    }
  }
  return npos;
}

std::uint32_t SourceTree::after(std::uint32_t token) const {
  if (tokens[token].kind == SourceTokenKind::open) {
    token = brackets[at_token[token]].close;
  }
  const std::uint32_t here =
      token < tokens.size() ? around[token] : std::uint32_t{0};
  const std::uint32_t end = brackets[here].close;
  while (++token < end) {
    if (tokens[token].kind != SourceTokenKind::comment) {
      return token;
    }
  }
  return npos;
}

bool SourceTree::blocks_by_indentation() const {
  return language->name == "python" || language->name == "ruby";
}

std::uint32_t SourceTree::definition_of(std::uint32_t token) const {
  constexpr int most_steps = 64;
  const std::uint32_t column = indentation_at(text, tokens[token].span.begin);
  auto next = std::upper_bound(definitions.begin(), definitions.end(), token);
  for (int i = 0; i < most_steps && next != definitions.begin(); ++i) {
    --next;
    if (indentation_at(text, tokens[*next].span.begin) < column) {
      return *next;
    }
  }
  return 0;
}

SourceTree build_tree(
    std::string_view text,
    const Language& language,
    std::vector<SourceToken> tokens) {
  SourceTree tree;
  tree.text = text;
  tree.language = &language;
  tree.tokens = std::move(tokens);
  TreeBuilder(tree).build();
  return tree;
}

} // namespace migcheck::lists
