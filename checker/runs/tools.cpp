#include "runs/tools.hpp"

#include "text/one_of.hpp"

#include <algorithm>
#include <array>

namespace migcheck::runs {
namespace {

struct Tool {
  std::string_view name;
  std::optional<LayoutId> runner; // nothing: a database's client
};

constexpr Tool tools[] = {
    {"psql", std::nullopt},
    {"mysql", std::nullopt},
    {"mariadb", std::nullopt},
    {"sqlite3", std::nullopt},
    {"goose", LayoutId::goose},
    {"goose-docker", LayoutId::goose},
    {"migrate", LayoutId::golang_migrate},
    {"golang-migrate", LayoutId::golang_migrate},
    {"dbmate", LayoutId::dbmate},
    {"flyway", LayoutId::flyway},
    {"sqlx", LayoutId::sqlx},
    {"diesel", LayoutId::diesel}};

// What speaks of a tool and does not run it.
constexpr std::array<std::string_view, 22> speakers = {
    "echo", "printf", "which", "type",  "alias",   "test",   "[",   "[[",
    "cp",   "rm",     "mv",    "mkdir", "chmod",   "apt",    "apk", "brew",
    "curl", "wget",   "git",   "pip",   "command", "apt-get"};

const Tool* tool_of(std::string_view word) {
  const std::string_view name = tool_name(word);
  const auto* found =
      std::find_if(std::begin(tools), std::end(tools), [&](const Tool& tool) {
        return tool.name == name;
      });
  return found == std::end(tools) ? nullptr : found;
}

// The value of an option: `--dir x`, `--dir=x`; nothing when it is not there.
std::optional<Word> option(
    const std::vector<Word>& words,
    std::size_t from,
    std::initializer_list<std::string_view> names) {
  for (std::size_t i = from; i < words.size(); ++i) {
    const std::string& text = words[i].text();
    for (const std::string_view name : names) {
      if (text == name && i + 1 < words.size()) {
        return words[i + 1];
      }
      if (text.size() > name.size() && text.starts_with(name) &&
          text[name.size()] == '=') {
        Word value = words[i];
        const auto size = static_cast<std::uint32_t>(text.size());
        value.script = words[i].script.slice(
            {static_cast<std::uint32_t>(name.size()) + 1, size});
        return value;
      }
    }
  }
  return std::nullopt;
}

bool has_word(
    const std::vector<Word>& words,
    std::size_t from,
    std::initializer_list<std::string_view> wanted) {
  return std::any_of(
      words.begin() + static_cast<std::ptrdiff_t>(from),
      words.end(),
      [&](const Word& word) {
        return std::find(wanted.begin(), wanted.end(), word.text()) !=
               wanted.end();
      });
}

Word made_word(std::string_view text, const Word& from) {
  Word word;
  const auto size = static_cast<std::uint32_t>(from.text().size());
  word.script.add(text, from.script.place({0, size}).begin);
  return word;
}

Word without_prefix(Word word, std::string_view prefix) {
  if (word.text().starts_with(prefix)) {
    const auto size = static_cast<std::uint32_t>(word.text().size());
    word.script =
        word.script.slice({static_cast<std::uint32_t>(prefix.size()), size});
  }
  return word;
}

// psql's -f, alone, with its value, or at the end of a cluster.
bool is_file_option(std::string_view text) {
  constexpr std::string_view flags = "AabeEHlnqsStwWXxz01";
  return text.size() > 1 && text[0] == '-' && text.back() == 'f' &&
         std::all_of(text.begin() + 1, text.end() - 1, [&](char c) {
           return flags.find(c) < flags.size();
         });
}

class ToolReader {
 public:
  ToolReader(const ToolCommand& command, std::vector<NamedUse>& uses)
      : command_(command), words_(command.words), uses_(uses) {}

  void read() {
    const std::string_view first =
        words_.empty() ? std::string_view() : words_.front().text();
    if (uses_.size() >= most_uses || is_one_of(first, speakers)) {
      return;
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (const Tool* tool = tool_of(words_[i].text())) {
        mounts_ = *command_.mounts;
        read_mounts(i);
        tool_ = tool;
        at_ = i;
        tool->runner ? read_runner() : read_client();
        return;
      }
    }
  }

 private:
  // `docker run -v source:target`.
  void read_mounts(std::size_t end) {
    for (std::size_t i = 0; i + 1 < end; ++i) {
      if (words_[i].text() == "-v" || words_[i].text() == "--volume") {
        const std::string& text = words_[i + 1].text();
        const std::size_t colon = text.find(':');
        if (colon != std::string::npos) {
          const std::string rest = text.substr(colon + 1);
          mounts_.push_back(
              {under(command_.folder, text.substr(0, colon)),
               rest.substr(0, rest.find(':'))});
        }
      }
    }
  }

  void add(FileSet files, bool whole) {
    if (uses_.size() >= most_uses) {
      return;
    }
    NamedUse use;
    use.tool = std::string(tool_->name);
    use.runner = tool_->runner;
    use.files = std::move(files);
    use.whole = whole;
    use.place = command_.place;
    use.mounts = mounts_;
    uses_.push_back(std::move(use));
  }

  void add_file(const Word& word) {
    if (!word.text().empty() || word.files) {
      add(files_of({word}, command_.folder), true);
    }
  }

  // Files of a client: its options, what is behind `<`, what is piped in.
  void read_client() {
    for (std::size_t i = at_ + 1; i < words_.size(); ++i) {
      const std::string& text = words_[i].text();
      const bool more = i + 1 < words_.size();
      if (tool_->name == "psql" && more &&
          (text == "--file" || is_file_option(text))) {
        add_file(words_[++i]);
      } else if (tool_->name == "psql" && text.starts_with("--file=")) {
        add_file(without_prefix(words_[i], "--file="));
      } else {
        read_inclusion(words_[i]);
      }
    }
    for (const Word& word : command_.inputs) {
      add_file(word);
    }
    if (!command_.included.empty()) {
      add(files_of(command_.included, command_.folder), true);
    }
    if (command_.in->flow == Flow::contents) {
      add(command_.in->files, command_.in->whole);
    }
  }

  // `\i file`, `.read file`, `source file` as the whole of an argument.
  void read_inclusion(const Word& word) {
    for (const std::string_view verb : {"\\i ", "\\ir ", ".read ", "source "}) {
      if (word.text().starts_with(verb) &&
          word.text().find_first_of(" ;\n", verb.size()) == std::string::npos) {
        add_file(without_prefix(word, verb));
      }
    }
  }

  void read_runner() {
    if (has_word(
            words_, at_ + 1, {"create", "new", "fix", "add", "generate"})) {
      return;
    }
    std::optional<Word> directory = directory_of(*tool_->runner);
    if (!directory) {
      return;
    }
    FileSet files = files_of({*directory}, command_.folder);
    while (files.patterns[0].size() > 1 && files.patterns[0].ends_with('/')) {
      files.patterns[0].pop_back();
    }
    add(std::move(files), true);
  }

  std::optional<Word> from_environment(const char* name) const {
    const std::string* value = command_.environment->find(name);
    return value == nullptr
               ? std::nullopt
               : std::optional<Word>(made_word(*value, words_[at_]));
  }

  std::optional<Word> directory_of(LayoutId runner) const {
    const std::size_t from = at_ + 1;
    switch (runner) {
    case LayoutId::goose:
      return goose_directory();
    case LayoutId::golang_migrate:
      if (auto path = option(words_, from, {"-path", "--path"})) {
        return path;
      }
      if (auto source = option(words_, from, {"-source", "--source"});
          source && source->text().starts_with("file://")) {
        return without_prefix(*source, "file://");
      }
      return std::nullopt;
    case LayoutId::dbmate:
      if (auto given = option(words_, from, {"-d", "--migrations-dir"})) {
        return given;
      }
      if (auto given = from_environment("DBMATE_MIGRATIONS_DIR")) {
        return given;
      }
      return standard("db/migrations", {"up", "migrate", "status"});
    case LayoutId::flyway:
      return flyway_directory();
    case LayoutId::sqlx:
      if (!has_word(words_, from, {"migrate"})) {
        return std::nullopt;
      }
      if (auto given = option(words_, from, {"--source"})) {
        return given;
      }
      return standard("migrations", {"run"});
    case LayoutId::diesel:
      if (auto given = option(words_, from, {"--migration-dir"})) {
        return given;
      }
      return has_word(words_, from, {"migration"})
                 ? standard("migrations", {"run"})
                 : std::nullopt;
    default:
      return std::nullopt;
    }
  }

  // What the tool takes where nothing is said.
  std::optional<Word> standard(
      std::string_view folder,
      std::initializer_list<std::string_view> verbs) const {
    return has_word(words_, at_ + 1, verbs)
               ? std::optional<Word>(made_word(folder, words_[at_]))
               : std::nullopt;
  }

  std::optional<Word> goose_directory() const {
    if (auto given = option(words_, at_ + 1, {"-dir", "--dir"})) {
      return given;
    }
    if (auto given = from_environment("GOOSE_MIGRATION_DIR")) {
      return given;
    }
    return command_.folder.empty()
               ? std::nullopt
               : standard(".", {"up", "up-by-one", "status"});
  }

  // A configuration may give other prefixes and places.
  std::optional<Word> flyway_directory() const {
    const bool configured =
        std::any_of(
            words_.begin(),
            words_.end(),
            [](const Word& word) {
              return word.text().find("-config") < word.text().size() ||
                     word.text().find("-sqlMigration") < word.text().size();
            }) ||
        std::any_of(mounts_.begin(), mounts_.end(), [](const Mount& mount) {
          return mount.target.find("conf") < mount.target.size() ||
                 mount.target.find(".toml") < mount.target.size();
        });
    if (configured) {
      return std::nullopt;
    }
    constexpr std::string_view scheme = "filesystem:";
    const auto given = option(words_, at_ + 1, {"-locations", "--locations"});
    if (given && given->text().starts_with(scheme) &&
        given->text().find(',') == std::string::npos) {
      return without_prefix(*given, scheme);
    }
    const bool mounted =
        std::any_of(mounts_.begin(), mounts_.end(), [](const Mount& mount) {
          return mount.target == "/flyway/sql";
        });
    return !given && mounted
               ? standard("/flyway/sql", {"migrate", "validate", "info"})
               : std::nullopt;
  }

  const ToolCommand& command_;
  const std::vector<Word>& words_;
  std::vector<NamedUse>& uses_;
  std::vector<Mount> mounts_;
  const Tool* tool_ = nullptr;
  std::size_t at_ = 0;
};

} // namespace

const std::string* CommandEnvironment::find(const std::string& name) const {
  for (const auto* some : {&own, exported}) {
    const auto found = some->find(name);
    if (found != some->end()) {
      return &found->second;
    }
  }
  return nullptr;
}

void read_tool(const ToolCommand& command, std::vector<NamedUse>& uses) {
  ToolReader(command, uses).read();
}

bool is_tool(std::string_view name) {
  return tool_of(name) != nullptr;
}

bool names_tool(std::string_view text) {
  return std::any_of(std::begin(tools), std::end(tools), [&](const Tool& tool) {
    return text.find(tool.name) < text.size();
  });
}

bool is_runner(std::string_view name) {
  const Tool* tool = tool_of(name);
  return tool != nullptr && tool->runner.has_value();
}

} // namespace migcheck::runs
