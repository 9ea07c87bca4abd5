#include "lists/declared_objects.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace migcheck::lists {
namespace {

constexpr std::size_t shortest_key = 6;
constexpr std::size_t longest_key = 24;
constexpr std::size_t longest_name = 200;

constexpr std::array<std::pair<std::string_view, DeclaredKind>, 9> fields = {{
    {"tables", DeclaredKind::tables},
    {"createdtables", DeclaredKind::tables},
    {"createstables", DeclaredKind::tables},
    {"indexes", DeclaredKind::indexes},
    {"indices", DeclaredKind::indexes},
    {"createdindexes", DeclaredKind::indexes},
    {"createdindices", DeclaredKind::indexes},
    {"createsindexes", DeclaredKind::indexes},
    {"createsindices", DeclaredKind::indexes},
}};

std::optional<DeclaredKind> kind_of(std::string_view key) {
  if (key.size() < shortest_key || key.size() > longest_key ||
      fold_letter(key.back()) != 's') {
    return std::nullopt;
  }
  std::string plain;
  for (const char byte : key) {
    if (byte != '_' && byte != '-' && byte != ':') {
      plain += to_lower(byte);
    }
  }
  for (const auto& [name, kind] : fields) {
    if (plain == name) {
      return kind;
    }
  }
  return std::nullopt;
}

// A name, with its schema and quotes where it has them.
bool is_object_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_name &&
         std::none_of(text.begin(), text.end(), [](char byte) {
           return is_white_space(byte) || byte == ',' || byte == ';' ||
                  byte == '(' || byte == '/';
         });
}

class FieldReader {
 public:
  explicit FieldReader(const SourceTree& tree) : tree_(tree) {}

  // The value of the key at `token`; nothing where it is none.
  std::optional<DeclaredObjects> read(std::uint32_t token) const;

 private:
  bool is_empty(std::uint32_t open) const {
    return tree_.brackets[tree_.at_token[open]].close == open + 1;
  }

  bool ends_field(std::uint32_t token) const;
  std::uint32_t value_of(std::uint32_t key) const;
  std::uint32_t literal_of(std::uint32_t value) const;
  bool add_name(std::uint32_t token, DeclaredObjects& declared) const;
  bool add_names(std::uint32_t open, DeclaredObjects& declared) const;

  const SourceTree& tree_;
};

bool FieldReader::ends_field(std::uint32_t token) const {
  return tree_.is(token, SourceTokenKind::comma) ||
         tree_.is(token, SourceTokenKind::separator) ||
         tree_.is(token, SourceTokenKind::key);
}

// The first token of a key's value; npos where the token is no key.
std::uint32_t FieldReader::value_of(std::uint32_t key) const {
  const std::uint32_t next = tree_.after(key);
  if (next == SourceTree::npos) {
    return next;
  }
  if (tree_.is(next, SourceTokenKind::colon) ||
      tree_.is(next, SourceTokenKind::assign)) {
    return tree_.after(next);
  }
  return tree_.is(key, SourceTokenKind::key) ? next : SourceTree::npos;
}

// The bracket or the string that a value ends with; before it stand at most
// its type and empty brackets: `[]string{`, `vec![`, `List.of(`.
std::uint32_t FieldReader::literal_of(std::uint32_t value) const {
  std::uint32_t literal = SourceTree::npos;
  for (std::uint32_t at = value; at != SourceTree::npos && !ends_field(at);
       at = tree_.after(at)) {
    const bool passed =
        literal != SourceTree::npos &&
        !(tree_.is(literal, SourceTokenKind::open) && is_empty(literal));
    const std::string_view text = tree_.text_of(at);
    if (text == "append" || (passed && text != "as" && text != "const")) {
      return SourceTree::npos;
    }
    if (tree_.is(at, SourceTokenKind::open) ||
        tree_.is(at, SourceTokenKind::string)) {
      literal = at;
    }
  }
  return literal;
}

bool FieldReader::add_name(
    std::uint32_t token, DeclaredObjects& declared) const {
  const SourceToken& literal = tree_.tokens[token];
  const std::string_view text = tree_.content_of(token);
  if (literal.interpolated || !is_object_name(text)) {
    return false;
  }
  declared.names.push_back({std::string(text), literal.span});
  return true;
}

bool FieldReader::add_names(
    std::uint32_t open, DeclaredObjects& declared) const {
  const std::uint32_t close = tree_.brackets[tree_.at_token[open]].close;
  for (std::uint32_t at = open + 1; at < close; ++at) {
    const bool between = tree_.is(at, SourceTokenKind::comma) ||
                         tree_.is(at, SourceTokenKind::separator) ||
                         tree_.is(at, SourceTokenKind::comment);
    const bool name = tree_.is(at, SourceTokenKind::string);
    if (!between && (!name || !add_name(at, declared))) {
      return false;
    }
  }
  return true;
}

std::optional<DeclaredObjects> FieldReader::read(std::uint32_t token) const {
  const auto kind = kind_of(tree_.content_of(token));
  const std::uint32_t value = kind ? value_of(token) : SourceTree::npos;
  const std::uint32_t literal =
      value == SourceTree::npos ? value : literal_of(value);
  if (literal == SourceTree::npos) {
    return std::nullopt;
  }
  DeclaredObjects declared;
  declared.kind = *kind;
  declared.field = tree_.tokens[token].span;
  const bool whole = tree_.is(literal, SourceTokenKind::open)
                         ? add_names(literal, declared)
                         : add_name(literal, declared);
  return whole ? std::optional(std::move(declared)) : std::nullopt;
}

bool may_be_key(SourceTokenKind kind) {
  return kind == SourceTokenKind::key || kind == SourceTokenKind::word ||
         kind == SourceTokenKind::string;
}

// Adds what one element declares; a kind that it declares twice is left out.
void add_element(
    const SourceTree& tree,
    const ListEntry& entry,
    std::uint32_t index,
    std::vector<DeclaredObjects>& all) {
  const FieldReader reader(tree);
  std::vector<DeclaredObjects> found;
  auto token = std::lower_bound(
      tree.tokens.begin(),
      tree.tokens.end(),
      entry.element.begin,
      [](const SourceToken& one, std::uint32_t begin) {
        return one.span.begin < begin;
      });
  for (; token != tree.tokens.end() && token->span.begin < entry.element.end;
       ++token) {
    if (may_be_key(token->kind)) {
      const auto at = static_cast<std::uint32_t>(token - tree.tokens.begin());
      if (auto declared = reader.read(at)) {
        declared->entry = index;
        found.push_back(std::move(*declared));
      }
    }
  }
  for (const DeclaredKind kind :
       {DeclaredKind::tables, DeclaredKind::indexes}) {
    const auto same = [&](const DeclaredObjects& one) {
      return one.kind == kind;
    };
    if (std::count_if(found.begin(), found.end(), same) == 1) {
      all.push_back(std::move(*std::find_if(found.begin(), found.end(), same)));
    }
  }
}

} // namespace

std::vector<DeclaredObjects>
declared_objects(const SourceTree& tree, const MigrationList& list) {
  std::vector<DeclaredObjects> all;
  const std::vector<ListEntry>& entries = list.entries;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const Span element = entries[i].element;
    const bool own = (i == 0 || entries[i - 1].element.end <= element.begin) &&
                     (i + 1 == entries.size() ||
                      element.end <= entries[i + 1].element.begin);
    if (own) {
      add_element(tree, entries[i], i, all);
    }
  }
  return all;
}

} // namespace migcheck::lists
