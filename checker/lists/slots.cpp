#include "lists/slots.hpp"

#include "lists/calls.hpp"
#include "lists/migration_names.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace migcheck::lists {
namespace {

bool is_key_of_pair(const SourceTree& tree, std::uint32_t token) {
  if (tree.is(token, SourceTokenKind::key)) {
    return true;
  }
  const std::uint32_t next = tree.after(token);
  return next != SourceTree::npos && (tree.is(next, SourceTokenKind::colon) ||
                                      tree.is(next, SourceTokenKind::assign));
}

// `File:` or `file =` before a value; "" when there is none.
std::string field_before(const SourceTree& tree, std::uint32_t token) {
  std::uint32_t before = tree.before(token);
  if (before == SourceTree::npos) {
    return {};
  }
  if (!tree.is(before, SourceTokenKind::key)) {
    if (!tree.is(before, SourceTokenKind::colon) &&
        !tree.is(before, SourceTokenKind::assign)) {
      return {};
    }
    before = tree.before(before);
  }
  if (before == SourceTree::npos ||
      !(tree.is(before, SourceTokenKind::word) ||
        tree.is(before, SourceTokenKind::string) ||
        tree.is(before, SourceTokenKind::key))) {
    return {};
  }
  return std::string(tree.content_of(before));
}

bool is_plain_value(std::string_view text) {
  return !text.empty() && text.size() <= 100 &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '_' || c == '-' ||
                  c == '.' || c == '/';
         });
}

// Numbers of elements, each counted once.
class Elements {
 public:
  // For numbers below `limit`.
  explicit Elements(std::size_t limit) : is_in_(limit, false) {}

  // False when it was in before.
  bool add(std::uint32_t element) {
    const bool added = !is_in_[element];
    is_in_[element] = true;
    count_ += added ? 1 : 0;
    return added;
  }

  bool holds(std::uint32_t element) const { return is_in_[element]; }

  std::uint32_t count() const { return count_; }

 private:
  std::vector<bool> is_in_;
  std::uint32_t count_ = 0;
};

// Counts different numbers that come in ascending order.
class Ascending {
 public:
  void add(std::uint32_t element) {
    count_ += count_ == 0 || element != last_ ? 1 : 0;
    last_ = element;
  }

  std::size_t count() const { return count_; }

 private:
  std::uint32_t last_ = 0;
  std::size_t count_ = 0;
};

struct SlotCount {
  Ascending known; // elements
  Ascending any;
  bool file = false; // its names have extensions
  std::uint32_t first = SourceTree::npos;
};

class SlotChooser {
 public:
  SlotChooser(
      const SourceTree& tree,
      const std::vector<Mention>& mentions,
      const Group& group)
      : tree_(tree), mentions_(mentions), group_(group),
        words_(tree.is_word_list(group.bracket)) {}

  Slots run();

 private:
  std::uint32_t element(std::uint32_t token) const;
  Elements no_elements() const;
  void count();
  void choose();
  void add_entries();
  void add_plain_values();
  void count_elements();

  const SourceTree& tree_;
  const std::vector<Mention>& mentions_;
  const Group& group_;
  bool words_;                     // each token is an element
  std::vector<std::string> slots_; // per mention of the group
  std::map<std::string, SlotCount> counts_;
  Slots chosen_;
};

std::uint32_t SlotChooser::element(std::uint32_t token) const {
  return words_ ? token : tree_.element_of(group_.bracket, token);
}

Elements SlotChooser::no_elements() const {
  return Elements(
      words_ ? tree_.tokens.size()
             : tree_.brackets[group_.bracket].bounds.size() + 1);
}

// The mentions of a group stand in the order of the text.
void SlotChooser::count() {
  slots_.reserve(group_.mentions.size());
  for (const std::uint32_t i : group_.mentions) {
    const Mention& mention = mentions_[i];
    slots_.push_back(slot_of(tree_, group_.bracket, mention.token));
    SlotCount& slot = counts_[slots_.back()];
    const std::uint32_t at = element(mention.token);
    if (mention.kind == MentionKind::known) {
      slot.known.add(at);
    }
    if (mention.kind != MentionKind::weak) {
      slot.any.add(at);
    }
    slot.file = slot.file || has_migration_extension(mention.name.base);
    slot.first = std::min(slot.first, mention.token);
  }
}

void SlotChooser::choose() {
  const SlotCount* best = nullptr;
  for (const auto& [name, slot] : counts_) {
    const auto rank = [](const SlotCount& count) {
      return std::make_tuple(
          count.known.count(), count.any.count(), count.file, ~count.first);
    };
    if (best == nullptr || rank(slot) > rank(*best)) {
      best = &slot;
      chosen_.slot = name;
    }
  }
}

// The names of the chosen slot; an element that has none of them gives its
// first other name, if that one is a migration's for certain.
void SlotChooser::add_entries() {
  Elements served = no_elements();
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (slots_[i] == chosen_.slot) {
      const std::uint32_t mention = group_.mentions[i];
      chosen_.entries.push_back({mentions_[mention].token, mention});
      served.add(element(mentions_[mention].token));
    }
  }
  for (const std::uint32_t i : group_.mentions) {
    if (founds_group(mentions_[i]) && served.add(element(mentions_[i].token))) {
      chosen_.entries.push_back({mentions_[i].token, i});
    }
  }
}

// `Name: "code_migration"`: the same field in elements that name no file.
void SlotChooser::add_plain_values() {
  if (!chosen_.slot.starts_with("k:")) {
    return;
  }
  Elements served = no_elements();
  for (const SlotEntry& entry : chosen_.entries) {
    served.add(element(entry.token));
  }
  const Bracket& bracket = tree_.brackets[group_.bracket];
  for (std::uint32_t i = bracket.open; i < bracket.close; ++i) {
    if (tree_.is(i, SourceTokenKind::string) &&
        tree_.around[i] != group_.bracket &&
        is_plain_value(tree_.content_of(i)) && !served.holds(element(i)) &&
        slot_of(tree_, group_.bracket, i) == chosen_.slot) {
      chosen_.entries.push_back({i, SourceTree::npos});
      served.add(element(i));
    }
  }
}

void SlotChooser::count_elements() {
  const Bracket& bracket = tree_.brackets[group_.bracket];
  Elements filled = no_elements();
  std::uint32_t i = group_.bracket == 0 ? 0 : bracket.open + 1;
  while (i < bracket.close) {
    const SourceTokenKind kind = tree_.tokens[i].kind;
    if (kind != SourceTokenKind::comma && kind != SourceTokenKind::separator &&
        kind != SourceTokenKind::comment) {
      filled.add(element(i));
    }
    const bool opens = kind == SourceTokenKind::open;
    i = opens ? tree_.brackets[tree_.at_token[i]].close + 1 : i + 1;
  }
  chosen_.elements = filled.count();
}

Slots SlotChooser::run() {
  count();
  choose();
  add_entries();
  add_plain_values();
  std::sort(
      chosen_.entries.begin(),
      chosen_.entries.end(),
      [](const SlotEntry& a, const SlotEntry& b) {
        return std::make_pair(a.token, a.mention) <
               std::make_pair(b.token, b.mention);
      });
  count_elements();
  return std::move(chosen_);
}

} // namespace

std::string
slot_of(const SourceTree& tree, std::uint32_t bracket, std::uint32_t token) {
  const std::uint32_t around = tree.around[token];
  if (is_key_of_pair(tree, token)) {
    return around == bracket ? "key" : "k:key";
  }
  if (std::string field = field_before(tree, token); !field.empty()) {
    return "k:" + field;
  }
  if (around == bracket) {
    return "e";
  }
  if (const std::string callee = call_word(tree, around); !callee.empty()) {
    return "c:" + callee;
  }
  return "p:" + std::to_string(tree.element_of(around, token));
}

Slots choose_slots(
    const SourceTree& tree,
    const std::vector<Mention>& mentions,
    const Group& group) {
  return SlotChooser(tree, mentions, group).run();
}

} // namespace migcheck::lists
