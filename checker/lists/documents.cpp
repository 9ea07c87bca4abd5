#include "lists/documents.hpp"

#include "lists/migration_names.hpp"
#include "lists/runner_files.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::lists {
namespace {

// Fewer names within one line are a sentence about them.
constexpr std::size_t names_of_a_line = 3;

// Lines without a name between two of one list: what a file does, another
// file of a tree.
constexpr unsigned widest_gap = 2;

// A name further away from its line's start is not what the line is about.
constexpr std::size_t longest_lead = 200;

struct Name {
  Span span;
  EntryName entry;
};

struct Line {
  Span span;
  std::vector<Name> names;
  bool begins = false; // with a name
};

bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' ||
         c == '/' || static_cast<unsigned char>(c) > 127;
}

// What draws a bullet, a number, a table or a tree.
bool is_lead(std::string_view text) {
  return text.size() < longest_lead &&
         std::none_of(text.begin(), text.end(), is_letter);
}

class DocumentReader {
 public:
  DocumentReader(ParsedSource& source, const NameIndex& index)
      : source_(source), text_(source.text), index_(index) {}

  void read() {
    for (std::uint32_t at = 0; at < text_.size();) {
      const std::size_t found = text_.find('\n', at);
      const auto end = static_cast<std::uint32_t>(
          found == std::string_view::npos ? text_.size() : found);
      read_line({at, end});
      at = end + 1;
    }
    end_group();
    const Language& language = *language_named("text");
    source_.tree = build_tree(text_, language, std::move(tokens_));
  }

 private:
  void read_line(Span span) {
    Line line{span, {}, false};
    for (std::uint32_t at = span.begin; at < span.end;) {
      std::uint32_t end = at;
      while (end < span.end && is_name_byte(text_[end])) {
        ++end;
      }
      if (end > at) {
        add_name({at, end}, line);
      }
      at = end + 1;
    }
    const std::string_view content = trim(span.of(text_));
    line.begins = !line.names.empty() &&
                  (content.starts_with('|') ||
                   is_lead(text_.substr(
                       span.begin, line.names[0].span.begin - span.begin)));
    if (line.begins || line.names.size() >= names_of_a_line) {
      if (group_.empty()) {
        group_begin_ = in_fence_ ? fence_begin_ : block_begin_;
      }
      group_.push_back(std::move(line));
      gap_ = 0;
    } else if (!content.empty()) {
      const bool heading = content.starts_with('#');
      if (heading || ++gap_ > widest_gap) {
        end_group();
      }
      note_comment(content);
    }
    if (content.starts_with("```") || content.starts_with("~~~")) {
      in_fence_ = !in_fence_;
      fence_begin_ = block_begin_;
    }
    if (!content.empty()) {
      block_begin_ = span.end + 1;
    }
  }

  void add_name(Span span, Line& line) const {
    // Letters of a tree's branches and the full stop of a sentence.
    while (span.begin < span.end &&
           (static_cast<unsigned char>(text_[span.begin]) > 127 ||
            text_[span.begin] == '-')) {
      ++span.begin;
    }
    while (span.end > span.begin &&
           (text_[span.end - 1] == '.' || text_[span.end - 1] == '/')) {
      --span.end;
    }
    const std::string_view word = span.of(text_);
    if (!std::any_of(word.begin(), word.end(), is_digit)) {
      return;
    }
    const auto entry = read_entry(word);
    if (entry && (is_migration_shaped(entry->base) ||
                  (entry->base.find_first_of("_-") != std::string::npos &&
                   !index_.find(*entry).empty()))) {
      line.names.push_back({span, *entry});
    }
  }

  // The paragraph or heading above a list; fences and single words, such as
  // the folder of a tree, say nothing.
  void note_comment(std::string_view content) {
    if (!content.starts_with("```") && !content.starts_with("|") &&
        !content.starts_with("~~~") &&
        content.find(' ') != std::string_view::npos) {
      (group_.empty() ? comment_ : next_comment_) = std::string(content);
    }
  }

  void end_group() {
    std::vector<Line> lines;
    lines.swap(group_);
    gap_ = 0;
    const std::string comment = comment_;
    if (!next_comment_.empty()) {
      comment_ = std::move(next_comment_);
      next_comment_.clear();
    }
    Candidate list;
    list.shape = ListShape::docs;
    for (const Line& line : lines) {
      const std::size_t count =
          line.begins && lines.size() > 1 ? 1 : line.names.size();
      for (std::size_t i = 0; i < count; ++i) {
        add_entry(line.names[i], line, count == 1, list);
      }
    }
    const bool several = std::any_of(
        list.entries.begin(),
        list.entries.end(),
        [&](const CandidateEntry& entry) {
          return entry.name.base != list.entries[0].name.base;
        });
    if (!several) {
      return;
    }
    list.comment = comment;
    list.elements = static_cast<std::uint32_t>(list.entries.size());
    list.begin = group_begin_;
    list.span = {
        list.entries.front().literal.begin, list.entries.back().literal.end};
    source_.found.lists.push_back(std::move(list));
  }

  void
  add_entry(const Name& name, const Line& line, bool whole, Candidate& list) {
    CandidateEntry entry;
    entry.name = name.entry;
    entry.literal = name.span;
    entry.element = whole ? line.span : name.span;
    entry.token = static_cast<std::uint32_t>(tokens_.size());
    tokens_.push_back(
        {SourceTokenKind::string, false, true, name.span, name.span});
    list.entries.push_back(std::move(entry));
  }

  ParsedSource& source_;
  std::string_view text_;
  const NameIndex& index_;
  std::vector<SourceToken> tokens_;
  std::vector<Line> group_;
  // Behind the last line with text before the list, or before the fence that
  // it stands in: what a comment speaks of begins there.
  std::uint32_t group_begin_ = 0;
  std::uint32_t block_begin_ = 0;
  std::uint32_t fence_begin_ = 0;
  bool in_fence_ = false;
  unsigned gap_ = 0;         // lines without a name since the last one
  std::string comment_;      // above the group
  std::string next_comment_; // behind its last line so far
};

} // namespace

bool is_document(std::string_view path) {
  constexpr std::array<std::string_view, 6> endings = {
      ".md", ".markdown", ".mdx", ".adoc", ".asciidoc", ".rst"};
  return std::any_of(
      endings.begin(), endings.end(), [&](std::string_view ending) {
        return path.size() > ending.size() &&
               equals_ignoring_case(
                   path.substr(path.size() - ending.size()), ending);
      });
}

void parse_document(ParsedSource& source, const NameIndex& index) {
  source.content = content_key(source.text);
  DocumentReader(source, index).read();
  take_directives(line_directives(source.text, "<!--"), source);
}

} // namespace migcheck::lists
