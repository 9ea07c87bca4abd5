// What is assigned in the files of Alembic and Django.
#include "journals/python_reader.hpp"

#include <algorithm>

namespace migcheck {
namespace {

class Assignments {
 public:
  explicit Assignments(std::string_view text) : text_(text), reader_(text) {}

  bool next() { return reader_.next(token_); }

  const PythonToken& token() const { return token_; }

  std::string_view word() const { return token_.span.of(text_); }

  bool is_sign(char sign) const {
    return token_.kind == PythonKind::sign && text_[token_.span.begin] == sign;
  }

  bool at_line_end() const { return token_.kind == PythonKind::line_end; }

  void skip_line() {
    while (!at_line_end() && next()) {
    }
  }

  // Behind a name: the `=` of an assignment, after a type or not. False where
  // something else follows.
  bool take_equals() {
    if (!next()) {
      return false;
    }
    if (is_sign(':')) {
      while (!at_line_end() && !(is_sign('=') && token_.depth == 0)) {
        if (!next()) {
          return false;
        }
      }
    }
    return is_sign('=');
  }

  // Behind the `=`, to the end of the line.
  std::optional<PythonStrings> take_strings();
  void take_pairs(PythonPairs& found);

 private:
  bool take_pair(PythonPairs& found);
  bool skip_call();

  std::string_view text_;
  PythonReader reader_;
  PythonToken token_;
};

std::optional<PythonStrings> Assignments::take_strings() {
  PythonStrings found;
  bool literal = true;
  bool behind_string = false;
  while (next() && !at_line_end()) {
    if (token_.kind == PythonKind::string) {
      literal = literal && !behind_string;
      found.strings.emplace_back(word(), token_.span);
      behind_string = true;
      continue;
    }
    const bool fits = is_sign(',') || is_sign('(') || is_sign(')') ||
                      is_sign('[') || is_sign(']') || is_sign('{') ||
                      is_sign('}') ||
                      (token_.kind == PythonKind::word && word() == "None");
    literal = literal && fits;
    behind_string = false;
  }
  return literal ? std::optional(std::move(found)) : std::nullopt;
}

// Stands on the bracket that opens it.
bool Assignments::take_pair(PythonPairs& found) {
  PythonPair pair;
  const std::uint32_t outside = token_.depth;
  std::size_t strings = 0;
  while (next() &&
         !(token_.kind == PythonKind::sign && token_.depth == outside)) {
    if (token_.kind == PythonKind::string && strings < 2) {
      (strings == 0 ? pair.first : pair.second) = word();
      pair.span = token_.span;
      ++strings;
    } else if (!is_sign(',')) {
      return false;
    }
  }
  if (strings != 2) {
    return false;
  }
  found.pairs.push_back(std::move(pair));
  return true;
}

// Stands on a word: `migrations.swappable_dependency(…)`.
bool Assignments::skip_call() {
  bool known = false;
  while (token_.kind == PythonKind::word || is_sign('.')) {
    known = known || word() == "swappable_dependency";
    if (!next()) {
      return false;
    }
  }
  if (!known || !is_sign('(')) {
    return false;
  }
  const std::uint32_t outside = token_.depth;
  while (next() && !(is_sign(')') && token_.depth == outside)) {
  }
  return is_sign(')');
}

void Assignments::take_pairs(PythonPairs& found) {
  found.assigned = true;
  if (!next() || !(is_sign('[') || is_sign('('))) {
    found.literal = false;
    return;
  }
  while (found.literal && next() &&
         !(token_.kind == PythonKind::sign && token_.depth == 0)) {
    if (is_sign('(') || is_sign('[')) {
      found.literal = take_pair(found);
    } else if (token_.kind == PythonKind::word) {
      found.literal = skip_call();
    } else {
      found.literal = is_sign(',');
    }
  }
  if (found.literal) {
    found.literal = next() && at_line_end();
  }
}

} // namespace

std::vector<PythonAssignment> read_module_strings(
    std::string_view text, const std::vector<std::string_view>& names) {
  std::vector<PythonAssignment> found(names.size());
  Assignments reader(text);
  while (reader.next()) {
    const PythonToken& token = reader.token();
    if (!token.begins_line || token.indent != 0 ||
        token.kind != PythonKind::word) {
      continue;
    }
    const auto name = std::find(names.begin(), names.end(), reader.word());
    if (name == names.end()) {
      continue;
    }
    const Span span = token.span;
    if (reader.take_equals()) {
      found[static_cast<std::size_t>(name - names.begin())] = {
          true, span, reader.take_strings()};
    }
  }
  return found;
}

DjangoMigration read_django_migration(std::string_view text) {
  DjangoMigration found;
  Assignments reader(text);
  bool inside = false;
  while (reader.next()) {
    const PythonToken& token = reader.token();
    if (token.kind != PythonKind::word) {
      continue;
    }
    if (token.begins_line && token.indent == 0) {
      inside = reader.word() == "class" && reader.next() &&
               reader.word() == "Migration";
      if (inside) {
        found.is_migration = true;
        found.name = reader.token().span;
      }
      continue;
    }
    PythonPairs* pairs = nullptr;
    if (inside && token.depth == 0) {
      pairs = reader.word() == "dependencies" ? &found.dependencies
              : reader.word() == "replaces"   ? &found.replaces
              : reader.word() == "run_before" ? &found.run_before
                                              : nullptr;
    }
    if (pairs == nullptr) {
      continue;
    }
    if (!token.begins_line || pairs->assigned || !reader.take_equals()) {
      pairs->literal = false; // something is done to it
      continue;
    }
    reader.take_pairs(*pairs);
  }
  return found;
}

} // namespace migcheck
