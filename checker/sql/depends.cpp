#include "sql/depends.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace migcheck::sql {
namespace {

constexpr std::string_view right_form = "-- DEPENDS: ";

// A view into the text together with where it stands.
struct Piece {
  std::string_view bytes;
  std::uint32_t begin = 0;

  Span span() const {
    return {begin, begin + static_cast<std::uint32_t>(bytes.size())};
  }

  Piece from(std::size_t offset) const {
    return {
        bytes.substr(std::min(offset, bytes.size())),
        begin + static_cast<std::uint32_t>(std::min(offset, bytes.size()))};
  }

  Piece first(std::size_t count) const {
    return {bytes.substr(0, count), begin};
  }

  Piece trimmed() const {
    Piece piece = from(bytes.size() - trim_left(bytes).size());
    piece.bytes = trim_right(piece.bytes);
    return piece;
  }
};

// The offset of the next comma outside parentheses, or the size.
std::size_t item_end(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == '(' ? 1 : 0;
    depth -= text[at] == ')' && depth > 0 ? 1 : 0;
    if (text[at] == ',' && depth == 0) {
      return at;
    }
  }
  return text.size();
}

// The text inside the parentheses that make up all of `text`.
std::optional<std::string_view> remark_of(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == '(' ? 1 : 0;
    depth -= text[at] == ')' && depth > 0 ? 1 : 0;
    if (depth == 0) {
      const bool whole = at + 1 == text.size() && at > 0;
      return whole ? std::optional(trim(text.substr(1, at - 1))) : std::nullopt;
    }
  }
  return std::nullopt;
}

struct ParsedItem {
  DependsItem item;
  std::optional<DependsProblem> problem;
};

ParsedItem parse_item(Piece piece) {
  piece = piece.trimmed();
  const std::size_t target_end =
      std::min(piece.bytes.find_first_of(" \t("), piece.bytes.size());
  const Piece target = piece.first(target_end);
  const std::string_view rest = trim(piece.from(target_end).bytes);
  ParsedItem parsed{
      {target.span(), std::string(target.bytes), ""}, std::nullopt};
  if (target.bytes.empty()) {
    parsed.problem =
        rest.empty() ? DependsProblem::no_item : DependsProblem::bad_item;
  } else if (target.bytes.find(')') != std::string_view::npos) {
    parsed.problem = DependsProblem::bad_item;
  } else if (!rest.empty()) {
    const auto remark = remark_of(rest);
    parsed.item.remark = std::string(remark.value_or(""));
    if (!remark) {
      parsed.problem = DependsProblem::bad_item;
    }
  }
  return parsed;
}

struct ParsedLine {
  std::vector<DependsItem> items;
  std::optional<DependsProblem> problem;
};

ParsedLine parse_items(Piece rest) {
  ParsedLine line;
  while (true) {
    const std::size_t end = item_end(rest.bytes);
    ParsedItem parsed = parse_item(rest.first(end));
    if (parsed.problem && !line.problem) {
      line.problem = parsed.problem;
    } else if (!parsed.problem) {
      line.items.push_back(std::move(parsed.item));
    }
    if (end == rest.bytes.size()) {
      return line;
    }
    rest = rest.from(end + 1);
  }
}

bool names_file(std::string_view target) {
  return find_ignoring_case(target, ".sql") != std::string_view::npos;
}

// The header with every file that the words name, or "" when one of them
// names none.
std::string suggest(std::string_view words) {
  std::string line;
  while (!(words = trim_left(words)).empty()) {
    const std::size_t end =
        std::min(words.find_first_of(" \t,;"), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    if (word.empty() || equals_ignoring_case(word, "and")) {
      continue;
    }
    if (!names_file(word)) {
      return "";
    }
    line += line.empty() ? right_form : ", ";
    line += word;
  }
  return line;
}

std::string format_items(const std::vector<DependsItem>& items) {
  std::string line;
  for (const DependsItem& item : items) {
    line += line.empty() ? right_form : ", ";
    line += item.target;
    line += item.remark.empty() ? "" : " (" + item.remark + ")";
  }
  return line;
}

void read_header(
    Piece comment, Piece rest, CommentPlace place, DependsHeaders& headers) {
  ParsedLine line = parse_items(rest);
  if (place == CommentPlace::body) {
    headers.malformed.push_back(
        {DependsProblem::not_in_head,
         comment.span(),
         format_items(line.items)});
    return;
  }
  if (line.problem) {
    headers.malformed.push_back(
        {*line.problem, comment.span(), suggest(rest.bytes)});
  }
  for (DependsItem& item : line.items) {
    headers.items.push_back(std::move(item));
  }
}

// What follows a word that nearly is the header's, or nothing.
std::optional<Piece> after_near_miss(Piece words) {
  constexpr std::array<std::string_view, 4> near = {
      "dependencies", "dependency", "depends", "depend"};
  for (const std::string_view word : near) {
    if (!starts_with_ignoring_case(words.bytes, word)) {
      continue;
    }
    Piece rest = words.from(word.size());
    const std::string_view next = rest.bytes.substr(0, 3);
    const bool joined =
        next.size() == 3 && (next.front() == '_' || next.front() == '-' ||
                             is_white_space(next.front()));
    if (joined && equals_ignoring_case(next.substr(1), "on")) {
      rest = rest.from(3);
    } else if (equals_ignoring_case(next.substr(0, 2), "on")) {
      rest = rest.from(2);
    }
    rest = rest.trimmed();
    const bool marked = !rest.bytes.empty() && (rest.bytes.front() == ':' ||
                                                rest.bytes.front() == '=');
    return marked ? rest.from(1).trimmed() : rest;
  }
  return std::nullopt;
}

void read_near_miss(Piece comment, Piece words, DependsHeaders& headers) {
  const auto rest = after_near_miss(words);
  if (!rest || rest->bytes.empty()) {
    return;
  }
  const ParsedLine line = parse_items(*rest);
  const bool files =
      !line.problem &&
      std::all_of(line.items.begin(), line.items.end(), [](const auto& item) {
        return names_file(item.target);
      });
  const std::string suggestion =
      files ? format_items(line.items) : suggest(rest->bytes);
  if (!suggestion.empty()) {
    headers.malformed.push_back(
        {DependsProblem::near_miss, comment.span(), suggestion});
  }
}

} // namespace

void read_depends(
    std::string_view text,
    Span comment,
    CommentPlace place,
    DependsHeaders& headers) {
  const Piece whole{trim_right(comment.of(text)), comment.begin};
  const Piece words = whole.from(2).trimmed();
  if (whole.bytes.substr(0, 2) != "--" ||
      !starts_with_ignoring_case(words.bytes, "depend")) {
    return;
  }
  constexpr std::string_view header = "depends:";
  if (starts_with_ignoring_case(words.bytes, header)) {
    read_header(whole, words.from(header.size()), place, headers);
  } else if (place == CommentPlace::head) {
    read_near_miss(whole, words, headers);
  }
}

} // namespace migcheck::sql
