// One `git cat-file --batch` that stays, another one for sizes, and
// `git merge-base` when it is asked for.
#include "io/git_objects.hpp"
#include "io/git_program.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace migcheck {
namespace {

// `<id> <type> <size>` before an object, or `<name> missing`.
struct Header {
  GitObjectKind kind = GitObjectKind::missing;
  std::string_view id;
  std::size_t size = 0;
};

std::optional<GitObjectKind> kind_from(std::string_view word) {
  if (word == "blob") {
    return GitObjectKind::blob;
  }
  if (word == "tree") {
    return GitObjectKind::tree;
  }
  if (word == "commit") {
    return GitObjectKind::commit;
  }
  if (word == "tag") {
    return GitObjectKind::tag;
  }
  return std::nullopt;
}

// Names may hold blanks, so what is not there is known by the line's end.
Result<Header> parse_header(std::string_view line) {
  if (line.ends_with(" missing") || line.ends_with(" ambiguous")) {
    return Header{};
  }
  Header header;
  const std::size_t first = line.find(' ');
  const std::size_t second = line.find(' ', first + 1);
  if (second == std::string_view::npos) {
    return fail("git says something that is not understood");
  }
  const auto kind = kind_from(line.substr(first + 1, second - first - 1));
  const std::string_view digits = line.substr(second + 1);
  const auto [end, error] = std::from_chars(
      digits.data(), digits.data() + digits.size(), header.size);
  if (!kind || error != std::errc() || end != digits.data() + digits.size()) {
    return fail("git says something that is not understood");
  }
  header.kind = *kind;
  header.id = line.substr(0, first);
  return header;
}

// Takes line after line from what was read so far: what there is to say of
// each object.
class Sizes {
 public:
  explicit Sizes(std::size_t wanted) : wanted_(wanted) {
    sizes_.reserve(wanted);
  }

  // True when all are there, or what was read makes no sense.
  bool take(std::string_view bytes) {
    while (sizes_.size() < wanted_ && error_.empty()) {
      const std::size_t end = bytes.find('\n', at_);
      if (end == std::string_view::npos) {
        break;
      }
      const auto header = parse_header(bytes.substr(at_, end - at_));
      if (header) {
        sizes_.push_back({header->kind, header->size, std::string(header->id)});
      } else {
        error_ = header.error().message;
      }
      at_ = end + 1;
    }
    return sizes_.size() == wanted_ || !error_.empty();
  }

  Result<std::vector<GitObjectSize>> give() {
    if (!error_.empty()) {
      return fail(error_);
    }
    return std::move(sizes_);
  }

 private:
  std::size_t wanted_;
  std::size_t at_ = 0;
  std::vector<GitObjectSize> sizes_;
  std::string error_;
};

// Takes object after object from what was read so far.
class Objects {
 public:
  explicit Objects(std::size_t wanted) : wanted_(wanted) {
    objects_.reserve(wanted);
  }

  // True when all are there, or what was read makes no sense.
  bool take(std::string_view bytes) {
    while (objects_.size() < wanted_ && error_.empty() && take_one(bytes)) {
    }
    return objects_.size() == wanted_ || !error_.empty();
  }

  Result<std::vector<GitObject>> give() {
    if (!error_.empty()) {
      return fail(error_);
    }
    return std::move(objects_);
  }

 private:
  bool take_one(std::string_view bytes) {
    const std::size_t end = bytes.find('\n', at_);
    if (end == std::string_view::npos) {
      return false;
    }
    const auto header = parse_header(bytes.substr(at_, end - at_));
    if (!header) {
      error_ = header.error().message;
      return false;
    }
    if (header->kind == GitObjectKind::missing) {
      objects_.emplace_back();
      at_ = end + 1;
      return true;
    }
    if (bytes.size() - end - 1 < header->size + 1) {
      return false;
    }
    objects_.push_back(
        {header->kind,
         std::string(header->id),
         std::string(bytes.substr(end + 1, header->size))});
    at_ = end + 1 + header->size + 1;
    return true;
  }

  std::size_t wanted_;
  std::size_t at_ = 0;
  std::vector<GitObject> objects_;
  std::string error_;
};

// ": " and what git said, to follow a message.
std::string said(const std::string& error) {
  return error.empty() ? ""
                       : ": " + printable(error.substr(0, error.find('\n')));
}

// What for-each-ref is to print: words with one blank between them, of which
// any may be empty.
constexpr std::string_view ref_format =
    "--format=%(if)%(HEAD)%(then)*%(end) %(symref) %(upstream) "
    "%(*objectname) %(objectname) %(refname)";

// Takes the text up to the next blank off.
std::string take_word(std::string_view& line) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  std::string word(line.substr(0, blank));
  line.remove_prefix(std::min(blank + 1, line.size()));
  return word;
}

GitRef parse_ref(std::string_view line) {
  GitRef ref;
  ref.current = !take_word(line).empty();
  ref.symbolic = !take_word(line).empty();
  ref.upstream = take_word(line);
  const std::string peeled = take_word(line);
  const std::string own = take_word(line);
  ref.commit = peeled.empty() ? own : peeled;
  ref.name = line;
  return ref;
}

class DiskObjects final : public GitObjects {
 public:
  DiskObjects(const GitRepository& repository, const std::string& path)
      : repository_(repository),
        program_(find_git_program(path, repository.top)) {}

  Result<std::vector<GitObject>>
  read(const std::vector<std::string>& names) override {
    return ask(reader_, "--batch", names, Objects(names.size()));
  }

  Result<std::vector<GitObjectSize>>
  sizes(const std::vector<std::string>& names) override {
    return ask(measurer_, "--batch-check", names, Sizes(names.size()));
  }

  Result<std::string>
  merge_base(const std::string& one, const std::string& other) override {
    auto child = start({"merge-base", "--end-of-options", one, other});
    if (!child) {
      return tl::unexpected(child.error());
    }
    auto ended = child->finish();
    if (!ended) {
      return tl::unexpected(ended.error());
    }
    std::string id = ended->output.substr(0, ended->output.find('\n'));
    // With status 1 git says that there is none, with others that it failed.
    if (ended->status > 1) {
      return fail("git merge-base failed" + said(ended->error));
    }
    return ended->status == 0 ? id : "";
  }

  Result<std::vector<GitRef>> refs(const std::string& below) override {
    auto child = start(
        {"for-each-ref",
         "--sort=refname",
         std::string(ref_format),
         "--end-of-options",
         below});
    if (!child) {
      return tl::unexpected(child.error());
    }
    auto ended = child->finish();
    if (!ended) {
      return tl::unexpected(ended.error());
    }
    if (ended->status != 0) {
      return fail("git for-each-ref failed" + said(ended->error));
    }
    std::vector<GitRef> found;
    for (std::string_view rest = ended->output; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      found.push_back(parse_ref(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return found;
  }

 private:
  // Names go to a child that stays, `answers` takes what it says.
  template <typename Answers>
  auto
  ask(std::optional<ChildProcess>& child,
      const char* how,
      const std::vector<std::string>& names,
      Answers answers) -> decltype(answers.give()) {
    if (names.empty()) {
      return answers.give();
    }
    if (!child) {
      auto started = start({"cat-file", how});
      if (!started) {
        return tl::unexpected(started.error());
      }
      child.emplace(std::move(*started));
    }
    std::string lines;
    for (const std::string& name : names) {
      lines += name.find('\n') == std::string::npos ? name : "-";
      lines += '\n';
    }
    const auto done = child->talk(
        lines, [&](std::string_view bytes) { return answers.take(bytes); });
    if (!done) {
      return tl::unexpected(done.error());
    }
    return answers.give();
  }

  Result<ChildProcess> start(const std::vector<std::string>& arguments) {
    if (program_.empty()) {
      return fail("there is no git on PATH");
    }
    return ChildProcess::start(git_command(program_, repository_, arguments));
  }

  GitRepository repository_;
  std::string program_;
  std::optional<ChildProcess> reader_;
  std::optional<ChildProcess> measurer_;
};

} // namespace

std::unique_ptr<GitObjects> git_objects_on_disk(
    const GitRepository& repository, const std::string& path_variable) {
  return std::make_unique<DiskObjects>(repository, path_variable);
}

} // namespace migcheck
