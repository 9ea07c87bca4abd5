// Instruction by instruction; continued lines are one.
#include "lists/lexer_data.hpp"
#include "lists/paths.hpp"
#include "runs/commands.hpp"
#include "runs/container_uses.hpp"
#include "runs/containers.hpp"
#include "runs/data_tree.hpp"
#include "runs/resolve.hpp"
#include "text/ascii.hpp"

namespace migcheck::runs {
namespace {

// Up to the line end that no backslash continues; comments in between go on.
std::uint32_t instruction_end(std::string_view text, std::uint32_t begin) {
  std::uint32_t line = begin;
  while (true) {
    const std::size_t found = text.find('\n', line);
    const auto end = static_cast<std::uint32_t>(
        found == std::string_view::npos ? text.size() : found);
    const std::string_view content = trim(text.substr(line, end - line));
    const bool goes_on =
        content.ends_with('\\') || (line > begin && content.starts_with('#'));
    if (end == text.size() || !goes_on) {
      return end;
    }
    line = end + 1;
  }
}

class DockerfileReader {
 public:
  explicit DockerfileReader(std::string_view text) : text_(text) {}

  std::vector<NamedUse> read() {
    for (std::uint32_t at = 0; at < text_.size();) {
      const std::uint32_t end = instruction_end(text_, at);
      read_instruction({at, end});
      at = end + 1;
    }
    end_stage();
    return std::move(uses_);
  }

 private:
  void read_instruction(Span line) {
    while (line.begin < line.end && is_white_space(text_[line.begin])) {
      ++line.begin;
    }
    const std::string_view content = line.of(text_);
    const std::size_t blank = content.find_first_of(" \t");
    if (content.starts_with('#') || blank == std::string_view::npos) {
      return;
    }
    const std::string_view word = content.substr(0, blank);
    const Span rest{
        line.begin + static_cast<std::uint32_t>(blank) + 1, line.end};
    if (equals_ignoring_case(word, "FROM")) {
      end_stage();
      start_.folder.clear();
      start_.mounts.clear();
    } else if (
        equals_ignoring_case(word, "COPY") ||
        equals_ignoring_case(word, "ADD")) {
      read_copy(rest);
    } else if (equals_ignoring_case(word, "WORKDIR")) {
      const std::string folder(trim(rest.of(text_)));
      start_.folder =
          folder.starts_with('/') ? folder : under(start_.folder, folder);
    } else if (equals_ignoring_case(word, "ENTRYPOINT")) {
      entrypoint_ = command_of(rest);
    } else if (equals_ignoring_case(word, "CMD")) {
      command_ = command_of(rest);
    } else if (equals_ignoring_case(word, "RUN")) {
      read_shell(plain_script(text_, rest), start_, uses_);
    }
  }

  void read_copy(Span rest) {
    const Script script = plain_script(text_, rest);
    std::vector<Script> words;
    for (const RawCommand& command : split_commands(script.text)) {
      for (const RawWord& word : command.words) {
        const std::string_view text = word.span.of(script.text);
        if (text.starts_with("--from")) {
          return; // of another stage
        }
        if (!text.starts_with("--")) {
          words.push_back(script.slice(word.span));
        }
      }
    }
    if (words.size() < 2) {
      return;
    }
    std::string target = words.back().text;
    if (!target.starts_with('/')) {
      target = under(start_.folder, target);
    }
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const auto size = static_cast<std::uint32_t>(words[i].text.size());
      std::string source = words[i].text;
      while (source.size() > 1 && source.starts_with('/')) {
        source.erase(0, 1); // of the context, which is below the root
      }
      copies_.push_back({{source, target}, words[i].place({0, size})});
      const bool file = source.ends_with(".sql") && !has_wildcard(source);
      const std::string folder =
          has_wildcard(source) ? std::string(parent_folder(source)) : source;
      start_.mounts.push_back(
          {folder,
           file && target.ends_with('/')
               ? target + std::string(last_part(source))
               : target});
    }
  }

  ContainerCommand command_of(Span rest) const {
    ContainerCommand command;
    const std::string_view content = trim(rest.of(text_));
    if (content.starts_with('[')) {
      const DataTree tree(content, lists::lex_json(content));
      const auto offset =
          static_cast<std::uint32_t>(content.data() - text_.data());
      command.words = tree.scalars(0);
      for (Script& word : command.words) {
        for (std::uint32_t& place : word.places) {
          place += offset;
        }
      }
    } else {
      command.words.push_back(plain_script(text_, rest));
      command.shell = true;
    }
    return command;
  }

  void end_stage() {
    add_init_uses(copies_, uses_);
    read_container_command(entrypoint_, command_, "", start_, uses_);
    copies_.clear();
    entrypoint_ = {};
    command_ = {};
  }

  std::string_view text_;
  ShellStart start_;
  std::vector<PlacedMount> copies_;
  ContainerCommand entrypoint_;
  ContainerCommand command_;
  std::vector<NamedUse> uses_;
};

} // namespace

std::vector<RunnerUse> read_dockerfile(
    const std::string& path, std::string_view text, const PathFinder& finder) {
  std::vector<RunnerUse> uses;
  resolve_uses(
      DockerfileReader(text).read(),
      path,
      {std::string(parent_folder(path)), true},
      finder,
      uses);
  return uses;
}

} // namespace migcheck::runs
