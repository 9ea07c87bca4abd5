#include "runs/script.hpp"

namespace migcheck::runs {

void Script::add(const Script& from, Span span) {
  text.append(from.text, span.begin, span.size());
  places.insert(
      places.end(),
      from.places.begin() + span.begin,
      from.places.begin() + span.end);
}

Script Script::slice(Span span) const {
  Script part;
  part.add(*this, span);
  return part;
}

Span Script::place(Span span) const {
  if (span.begin >= span.end || span.end > places.size()) {
    return {};
  }
  const std::uint32_t begin = places[span.begin];
  const std::uint32_t end = places[span.end - 1] + 1;
  return {begin, begin < end ? end : begin + 1};
}

Script plain_script(std::string_view file, Span span) {
  Script script;
  script.text = std::string(span.of(file));
  script.places.reserve(span.size());
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    script.places.push_back(at);
  }
  return script;
}

Script replaced(const Script& script, std::string_view before, char after) {
  Script done;
  for (std::size_t at = 0; at < script.text.size();) {
    if (script.text.compare(at, before.size(), before) == 0) {
      done.add(after, script.places[at]);
      at += before.size();
    } else {
      done.add(script.text[at], script.places[at]);
      ++at;
    }
  }
  return done;
}

Script without_templates(const Script& script) {
  Script done;
  const std::string& text = script.text;
  for (std::size_t at = 0; at < text.size();) {
    const bool dollar = text.compare(at, 3, "${{") == 0;
    const std::size_t open = dollar ? 3 : 2;
    const std::size_t end = dollar || text.compare(at, 2, "{{") == 0
                                ? text.find("}}", at + open)
                                : std::string::npos;
    if (end == std::string::npos) {
      done.add(text[at], script.places[at]);
      ++at;
      continue;
    }
    const std::string_view inner =
        std::string_view(text).substr(at + open, end - at - open);
    const bool root = inner.find("github.workspace") < inner.size();
    done.add(root ? '.' : unknown_part, script.places[at]);
    at = end + 2;
  }
  return done;
}

} // namespace migcheck::runs
