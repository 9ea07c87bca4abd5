#include "lists/mentions.hpp"

#include "lists/calls.hpp"
#include "lists/migration_names.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <optional>

namespace migcheck::lists {
namespace {

// Also the semicolons of MSBuild and CMake.
bool parts_words(char c) {
  return is_white_space(c) || c == ',' || c == ';';
}

bool has_digit_and_letter(std::string_view name) {
  const bool digit = std::any_of(name.begin(), name.end(), is_digit);
  const bool letter = std::any_of(name.begin(), name.end(), is_letter);
  return digit && letter;
}

bool is_migration(std::span<const NameHit> hits) {
  return std::any_of(hits.begin(), hits.end(), [](const NameHit& hit) {
    return hit.migration != nullptr;
  });
}

// The last word of the namespace before the name is the folder. False for any
// other name.
bool take_resource_tail(EntryName& name) {
  const std::string_view tail = resource_tail(name.base);
  if (tail.empty() || !name.folder.empty()) {
    return false;
  }
  const std::string_view space =
      std::string_view(name.base).substr(0, name.base.size() - tail.size() - 1);
  name.folder = std::string(space.substr(space.rfind('.') + 1));
  name.open = true;
  name.base = std::string(tail);
  return true;
}

// `hits` are what the index finds for the name.
std::string identity_of(
    const EntryName& name,
    std::span<const NameHit> hits,
    const NameIndex& index) {
  if (!name.version.empty()) {
    return name.version;
  }
  const bool folder =
      !hits.empty() && !name.folder.empty() && index.find(name.base).empty();
  return std::string(folder ? last_part(name.folder) : entry_stem(name.base));
}

class MentionFinder {
 public:
  MentionFinder(const SourceTree& tree, const NameIndex& index)
      : tree_(tree), index_(index) {}

  std::vector<Mention> find();

 private:
  bool is_left_out(std::uint32_t token) const;
  bool may_be_bare(std::uint32_t token) const;
  std::optional<MentionKind> kind_of(
      const EntryName& name,
      std::span<const NameHit> hits,
      std::uint32_t token) const;
  bool may_name(std::uint32_t token) const;
  void add_literal(std::uint32_t token);
  void add_words(std::uint32_t token);
  std::optional<Mention>
  read(std::uint32_t token, std::string_view literal, Span span) const;
  bool touches_previous(std::uint32_t token) const;

  const SourceTree& tree_;
  const NameIndex& index_;
  std::vector<Mention> found_;
};

// `<None Remove="a.sql"/>`: what a build leaves out.
bool MentionFinder::is_left_out(std::uint32_t token) const {
  if (tree_.language->family != LanguageFamily::xml) {
    return false;
  }
  const std::uint32_t sign = tree_.before(token);
  const std::uint32_t word =
      sign == SourceTree::npos ? sign : tree_.before(sign);
  return word != SourceTree::npos && tree_.is(sign, SourceTokenKind::assign) &&
         (tree_.text_of(word) == "Remove" || tree_.text_of(word) == "Exclude");
}

// Where a name may have neither number nor extension: in a plan, and as the
// tag of a journal.
bool MentionFinder::may_be_bare(std::uint32_t token) const {
  const std::uint32_t colon = tree_.before(token);
  const std::uint32_t key =
      colon == SourceTree::npos ? colon : tree_.before(colon);
  const bool tag = key != SourceTree::npos &&
                   tree_.is(key, SourceTokenKind::key) &&
                   tree_.content_of(key) == "tag";
  return tag || tree_.language->name == "text";
}

std::optional<MentionKind> MentionFinder::kind_of(
    const EntryName& name,
    std::span<const NameHit> hits,
    std::uint32_t token) const {
  const bool file = has_migration_extension(name.base);
  if (!hits.empty()) {
    if (!is_migration(hits)) {
      return file ? std::optional(MentionKind::beside) : std::nullopt;
    }
    if (file || !name.version.empty() || has_digit_and_letter(name.base) ||
        may_be_bare(token)) {
      return MentionKind::known;
    }
  }
  if (is_migration_shaped(name.base)) {
    return MentionKind::shaped;
  }
  if (!name.version.empty() || (file && index_.is_alike(name.base))) {
    return MentionKind::weak;
  }
  if (!file && is_stem_shaped(name.base) && name.folder.empty()) {
    return MentionKind::weak;
  }
  return std::nullopt;
}

bool MentionFinder::may_name(std::uint32_t token) const {
  switch (tree_.tokens[token].kind) {
  case SourceTokenKind::string:
    return !is_left_out(token);
  case SourceTokenKind::key:
    return true;
  case SourceTokenKind::word:
    return tree_.language->family == LanguageFamily::shell;
  default:
    return false;
  }
}

bool MentionFinder::touches_previous(std::uint32_t token) const {
  return tree_.language->family == LanguageFamily::shell && token > 0 &&
         tree_.tokens[token - 1].span.end == tree_.tokens[token].span.begin &&
         (tree_.is(token - 1, SourceTokenKind::string) ||
          tree_.is(token - 1, SourceTokenKind::word));
}

std::optional<Mention> MentionFinder::read(
    std::uint32_t token, std::string_view literal, Span span) const {
  std::optional<EntryName> name;
  if (tree_.language->family == LanguageFamily::sql) {
    name = read_version(literal);
  }
  if (!name) {
    name = read_entry(literal);
  }
  if (!name) {
    return std::nullopt;
  }
  std::span<const NameHit> hits = index_.find(*name);
  if (hits.empty() && take_resource_tail(*name)) {
    hits = index_.find(*name);
  }
  const std::optional<MentionKind> kind = kind_of(*name, hits, token);
  if (!kind) {
    return std::nullopt;
  }
  Mention mention;
  mention.token = token;
  mention.kind = *kind;
  mention.span = span;
  mention.identity = identity_of(*name, hits, index_);
  mention.name = std::move(*name);
  if (touches_previous(token)) {
    mention.name.open = true;
    mention.name.absolute = false;
  }
  return mention;
}

void MentionFinder::add_literal(std::uint32_t token) {
  const SourceToken& here = tree_.tokens[token];
  if (auto mention = read(token, tree_.content_of(token), here.span)) {
    found_.push_back(std::move(*mention));
  }
}

// A string such as "001_ants.sql 002_bees.sql": every word must be a name.
void MentionFinder::add_words(std::uint32_t token) {
  const Span content = tree_.tokens[token].content;
  const std::string_view text = content.of(tree_.text);
  const std::size_t before = found_.size();
  std::size_t at = 0;
  while (at < text.size()) {
    if (parts_words(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !parts_words(text[end])) {
      ++end;
    }
    const Span span = {
        content.begin + static_cast<std::uint32_t>(at),
        content.begin + static_cast<std::uint32_t>(end)};
    auto mention = read(token, text.substr(at, end - at), span);
    if (!mention || !founds_group(*mention)) {
      found_.resize(before);
      return;
    }
    found_.push_back(std::move(*mention));
    at = end;
  }
}

std::vector<Mention> MentionFinder::find() {
  const auto count = static_cast<std::uint32_t>(tree_.tokens.size());
  for (std::uint32_t token = 0; token < count; ++token) {
    if (!may_name(token)) {
      continue;
    }
    const std::size_t before = found_.size();
    const std::string_view text = tree_.content_of(token);
    const auto first =
        std::find_if_not(text.begin(), text.end(), is_white_space) -
        text.begin();
    const auto last =
        std::find_if_not(text.rbegin(), text.rend(), is_white_space);
    const auto space =
        std::find_if(text.begin() + first, text.end(), [](char c) {
          return is_white_space(c) || c == ';';
        });
    const bool sql = tree_.language->family == LanguageFamily::sql;
    if (!sql && space != text.end() && last != text.rend() &&
        space < last.base()) {
      add_words(token);
    } else {
      add_literal(token);
    }
    if (found_.size() > before && is_copy_target(tree_, token)) {
      found_.resize(before);
    }
  }
  return std::move(found_);
}

} // namespace

std::vector<Mention>
find_mentions(const SourceTree& tree, const NameIndex& index) {
  return MentionFinder(tree, index).find();
}

} // namespace migcheck::lists
