#include "runs/stream.hpp"

#include "text/one_of.hpp"

#include <algorithm>
#include <array>

namespace migcheck::runs {
namespace {

// Write what they read, perhaps with values filled in.
constexpr std::array<std::string_view, 5> copiers = {
    "cat", "envsubst", "tee", "pv", "unbuffer"};

// Write a part of what they read, or something else.
constexpr std::array<std::string_view, 11> filters = {
    "sed",
    "awk",
    "gawk",
    "grep",
    "egrep",
    "perl",
    "head",
    "tail",
    "tr",
    "python3",
    "cut"};

// Leave whole lines out, and keep their order.
constexpr std::array<std::string_view, 6> line_filters = {
    "grep", "egrep", "head", "tail", "uniq", "tr"};

bool is_option(const Word& word) {
  return word.text().size() > 1 && word.text()[0] == '-';
}

// True when a cluster of short options holds one of `letters`.
bool has_letter(const Word& word, std::string_view letters) {
  const std::string& text = word.text();
  return text.size() > 1 && text[0] == '-' && text[1] != '-' &&
         text.find_first_of(letters, 1) != std::string::npos;
}

std::vector<Word> paths_of(const std::vector<Word>& words, std::size_t from) {
  std::vector<Word> paths;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (!is_option(words[i])) {
      paths.push_back(words[i]);
    }
  }
  return paths;
}

Stream names(FileSet files) {
  return {Flow::names, std::move(files), true};
}

Stream list_names(const std::vector<Word>& words, std::string_view folder) {
  std::vector<Word> paths = paths_of(words, 1);
  if (paths.empty()) {
    return {};
  }
  Stream stream = names(files_of(paths, folder));
  for (std::string& pattern : stream.files.patterns) {
    if (!has_wildcard(pattern) && !pattern.ends_with(".sql")) {
      pattern += pattern.ends_with('/') ? "*" : "/*";
    }
  }
  stream.files.order = FileOrder::by_name;
  for (const Word& word : words) {
    const std::string& text = word.text();
    if (has_letter(word, "tU") || text == "--sort=time") {
      stream.files.order = FileOrder::by_time;
    } else if (has_letter(word, "v") || text == "--sort=version") {
      stream.files.order = FileOrder::by_number;
    }
  }
  for (const Word& word : words) {
    if (has_letter(word, "r") || word.text() == "--reverse") {
      stream.files.order = FileOrder::unknown;
    }
  }
  return stream;
}

// `find D… -name P`; what `-exec` does is not looked at here.
Stream find_names(const std::vector<Word>& words, std::string_view folder) {
  std::string name = "*";
  bool flat = false;
  bool cut = false;
  std::vector<Word> paths;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& text = words[i].text();
    const bool more = i + 1 < words.size();
    if ((text == "-name" || text == "-iname") && more) {
      cut = cut || name != "*" || words[i - 1].text() == "!";
      name = words[++i].text();
    } else if (text == "-maxdepth" && more) {
      flat = words[++i].text() == "1";
    } else if (text == "-regex" || text == "-newer" || text == "-path") {
      cut = true;
      ++i;
    } else if (text == "-type" || text == "-mindepth") {
      ++i;
    } else if (text.starts_with("-exec") || text.starts_with("-ok")) {
      break;
    } else if (!is_option(words[i]) && text != "!" && name == "*") {
      paths.push_back(words[i]);
    }
  }
  if (paths.empty()) {
    return {};
  }
  Stream stream = names(files_of(paths, folder));
  for (std::string& pattern : stream.files.patterns) {
    if (!has_wildcard(pattern)) {
      pattern += flat ? "/" + name : "/**/" + name;
    }
  }
  stream.files.order = FileOrder::unsorted;
  stream.files.cut = stream.files.cut || cut;
  return stream;
}

Stream sorted(const std::vector<Word>& words, Stream in) {
  FileOrder order = FileOrder::by_name;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& text = words[i].text();
    if (text == "--version-sort" || text.starts_with("--numeric") ||
        text.starts_with("--general") || has_letter(words[i], "Vng") ||
        (text.find_first_of("Vng") != std::string::npos &&
         words[i - 1].text() == "-k")) {
      order = FileOrder::by_number;
    }
  }
  for (const Word& word : words) {
    const std::string& text = word.text();
    if (has_letter(word, "rRk") || text == "--reverse" ||
        text.starts_with("--key") || text.starts_with("--random")) {
      order = order == FileOrder::by_number && !has_letter(word, "rR")
                  ? order
                  : FileOrder::unknown;
    }
  }
  in.files.order = order;
  return in;
}

Stream contents_of(
    const std::vector<Word>& words,
    Stream in,
    std::string_view folder,
    bool whole) {
  std::vector<Word> paths = paths_of(words, 1);
  if (!whole) { // the program of a filter is a word too
    std::erase_if(paths, [](const Word& word) {
      return !word.files && !word.text().ends_with(".sql");
    });
  }
  if (!paths.empty() && in.flow == Flow::none) {
    in = {Flow::contents, files_of(paths, folder), true};
  }
  if (in.flow != Flow::contents) {
    return {};
  }
  in.whole = in.whole && whole;
  return in;
}

} // namespace

FileSet files_of(const std::vector<Word>& words, std::string_view folder) {
  FileSet set;
  for (const Word& word : words) {
    if (set.patterns.size() >= FileSet::most_patterns) {
      set.cut = true;
      break;
    }
    if (word.files) {
      if (set.patterns.empty()) {
        set.order = word.files->order;
        set.place = word.files->place;
      }
      set.cut = set.cut || word.files->cut;
      set.patterns.insert(
          set.patterns.end(),
          word.files->patterns.begin(),
          word.files->patterns.end());
      continue;
    }
    if (set.patterns.empty()) {
      const auto size = static_cast<std::uint32_t>(word.text().size());
      set.place = word.script.place({0, size});
    }
    if (has_wildcard(word.text())) {
      set.order = FileOrder::by_name;
    }
    set.patterns.push_back(under(folder, word.text()));
  }
  return set;
}

Stream filter_stream(
    const std::vector<Word>& words, Stream in, std::string_view folder) {
  const std::string_view name = tool_name(words.front().text());
  if (name == "ls") {
    return list_names(words, folder);
  }
  if (name == "find") {
    return find_names(words, folder);
  }
  if ((name == "echo" || name == "printf") && in.flow == Flow::none) {
    std::vector<Word> paths;
    for (const Word& word : paths_of(words, 1)) {
      if (word.files || has_wildcard(word.text())) {
        paths.push_back(word);
      }
    }
    return paths.empty() ? Stream{} : names(files_of(paths, folder));
  }
  if (in.flow == Flow::names) {
    if (name == "sort") {
      return sorted(words, std::move(in));
    }
    if (name == "tac") {
      in.files.order = FileOrder::unknown;
      return in;
    }
    if (name == "cat" && words.size() == 1) {
      return in;
    }
    if (is_one_of(name, line_filters)) {
      in.files.cut = true;
      return in;
    }
    return {};
  }
  if (is_one_of(name, copiers)) {
    return contents_of(words, std::move(in), folder, true);
  }
  if (is_one_of(name, filters)) {
    return contents_of(words, std::move(in), folder, false);
  }
  // A filter that is not known may do anything to what it reads.
  return in.flow == Flow::contents
             ? Stream{Flow::contents, std::move(in.files), false}
             : Stream{};
}

} // namespace migcheck::runs
