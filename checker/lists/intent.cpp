#include "lists/intent.hpp"

#include "lists/formats.hpp"
#include "lists/language.hpp"
#include "lists/words.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace migcheck::lists {
namespace {

using Words = std::vector<std::string>;

// "AllMigrations" says all of them; "AllAuditMigrations" need not.
bool is_plain_list_word(const std::string& word) {
  constexpr std::array<std::string_view, 17> words = {
      "all",
      "every",
      "complete",
      "entire",
      "migration",
      "migrations",
      "file",
      "files",
      "sql",
      "schema",
      "list",
      "names",
      "steps",
      "the",
      "db",
      "database",
      "paths"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view language_name(std::string_view path) {
  const Language* language = language_of(path);
  return language == nullptr ? std::string_view() : language->name;
}

std::string says(std::string_view what, const std::string& word) {
  return std::string(what) + " says " + quoted(word);
}

// The rules in the order of their weight; each returns its reason, or "".
class Judge {
 public:
  Judge(
      const Candidate& list,
      std::string_view path,
      const Attribution& attribution,
      const Coverage& coverage,
      const IntentHints& hints)
      : list_(list), path_(path), attribution_(attribution),
        coverage_(coverage), hints_(hints), name_(split_words(list.name)),
        functions_(split_words(list.functions + " " + list.loops)),
        promise_(promise_of(path, language_name(path), list)),
        test_(is_test_path(path)) {}

  JudgedIntent run() const;

 private:
  std::optional<JudgedIntent> by_user() const;
  std::optional<JudgedIntent> by_fixture() const;
  std::optional<JudgedIntent> by_name() const;
  std::optional<JudgedIntent> by_format() const;
  std::optional<JudgedIntent> by_comment() const;
  std::optional<JudgedIntent> by_functions() const;
  std::optional<JudgedIntent> by_history() const;
  std::optional<JudgedIntent> by_build() const;
  std::optional<JudgedIntent> by_set_up() const;
  std::optional<JudgedIntent> by_place() const;
  std::optional<JudgedIntent> by_use() const;
  std::optional<JudgedIntent> by_coverage() const;
  bool is_current_prefix() const;
  bool is_shared_manifest() const;
  bool holds_half() const;

  const Candidate& list_;
  std::string_view path_;
  const Attribution& attribution_;
  const Coverage& coverage_;
  const IntentHints& hints_;
  Words name_;
  Words functions_;
  Promise promise_;
  bool test_;
};

std::optional<JudgedIntent> Judge::by_user() const {
  if (hints_.said) {
    return JudgedIntent{*hints_.said, hints_.said_where + " says so"};
  }
  return std::nullopt;
}

std::optional<JudgedIntent> Judge::by_fixture() const {
  if (attribution_.directory == nullptr) {
    return JudgedIntent{
        Intent::fixture, "no migration directory holds half of its entries"};
  }
  const std::string& directory = attribution_.directory->path;
  if (lies_in_test_data(directory) || lies_in_archive(directory)) {
    return JudgedIntent{
        Intent::fixture,
        quoted(directory) + " holds test data or what was archived"};
  }
  if (lies_in_test_data(parent_folder(path_))) {
    return JudgedIntent{Intent::fixture, "the file is test data"};
  }
  if (list_.writes) {
    return JudgedIntent{Intent::fixture, "the code writes these files itself"};
  }
  return std::nullopt;
}

std::optional<JudgedIntent> Judge::by_name() const {
  if (std::string word = says_exclusion(name_); !word.empty()) {
    return JudgedIntent{Intent::exclusion, says("its name", word)};
  }
  if (std::string word = says_subset(name_); !word.empty()) {
    return JudgedIntent{Intent::subset, says("its name", word)};
  }
  const bool plain =
      std::all_of(name_.begin(), name_.end(), is_plain_list_word);
  if (std::string word = says_complete(name_);
      !word.empty() && (plain || holds_half())) {
    return JudgedIntent{Intent::complete, says("its name", word)};
  }
  return std::nullopt;
}

std::optional<JudgedIntent> Judge::by_format() const {
  switch (promise_) {
  case Promise::journal:
    return JudgedIntent{Intent::complete, "a journal holds every migration"};
  case Promise::plan:
    return JudgedIntent{Intent::complete, "a plan holds every migration"};
  case Promise::changelog:
    return JudgedIntent{Intent::complete, "a changelog holds every migration"};
  case Promise::releases:
    return holds_half()
               ? JudgedIntent{Intent::complete, "a release applies the files that its manifest names"}
               : JudgedIntent{
                     Intent::unknown,
                     "the manifests name fewer than half of the files"};
  default:
    break;
  }
  if (coverage_.listed == coverage_.total && coverage_.total > 2) {
    return JudgedIntent{Intent::complete, "it holds the whole directory"};
  }
  if (list_.embeds && !test_ && holds_half()) {
    return JudgedIntent{
        Intent::complete,
        "the program carries these files and reads no others"};
  }
  return std::nullopt;
}

// The first sentence that says anything decides.
std::optional<JudgedIntent> Judge::by_comment() const {
  constexpr std::string_view what = "the comment above it";
  for (const Words& sentence : split_sentences(list_.comment)) {
    if (std::string word = sentence_says_exclusion(sentence); !word.empty()) {
      return JudgedIntent{Intent::exclusion, says(what, word)};
    }
    if (std::string word = sentence_says_subset(sentence); !word.empty()) {
      return JudgedIntent{Intent::subset, says(what, word)};
    }
    if (std::string word = says_complete(sentence);
        !word.empty() && holds_half()) {
      return JudgedIntent{Intent::complete, says(what, word)};
    }
  }
  return std::nullopt;
}

std::optional<JudgedIntent> Judge::by_functions() const {
  if (std::string word = says_exclusion(functions_); !word.empty()) {
    return JudgedIntent{
        Intent::exclusion, says("the function around it", word)};
  }
  if (std::string word = says_subset(functions_); !word.empty()) {
    return JudgedIntent{Intent::subset, says("the function around it", word)};
  }
  if (std::string word = says_complete(functions_);
      !word.empty() && holds_half()) {
    return JudgedIntent{
        Intent::complete, says("the function that uses it", word)};
  }
  return std::nullopt;
}

// What a list held counts for more than how it looks now.
std::optional<JudgedIntent> Judge::by_history() const {
  if (hints_.once_complete.empty()) {
    return std::nullopt;
  }
  return JudgedIntent{Intent::complete, hints_.once_complete};
}

// Half of what is live; of a squashed directory, half of what was.
bool Judge::holds_half() const {
  return attribution_.archived
             ? coverage_.entries * 2 >= attribution_.archive_size
             : coverage_.listed * 2 >= coverage_.total;
}

// A prefix in a test that is applied, lacks the newest ones only, and is
// followed by nothing: set-up that fell behind, not an upgrade test.
bool Judge::is_current_prefix() const {
  constexpr std::uint32_t least = 4;
  return list_.looped && coverage_.all_but_newest &&
         coverage_.listed >= least &&
         coverage_.listed * 5 >= coverage_.total * 4 && !hints_.next_named;
}

// Declared for a whole file that is no test itself, under a name such as
// "Migrations": what tests share to set a database up.
bool Judge::is_shared_manifest() const {
  const bool speaks =
      std::find(name_.begin(), name_.end(), "migrations") != name_.end();
  return functions_.empty() && speaks && !is_test_path(last_part(path_)) &&
         coverage_.all_but_newest && holds_half() && !hints_.next_named &&
         std::all_of(name_.begin(), name_.end(), is_plain_list_word);
}

// A build that lacks the newest files only, or a few, fell behind; what else
// it leaves out may be wanted.
std::optional<JudgedIntent> Judge::by_build() const {
  if (promise_ != Promise::build) {
    return std::nullopt;
  }
  const bool most = coverage_.listed * 5 >= coverage_.total * 4;
  if (holds_half() && (most || coverage_.fell_behind)) {
    return JudgedIntent{
        Intent::complete, "what a build does not name is not installed"};
  }
  return JudgedIntent{Intent::unknown, "a build may leave files out"};
}

// The first files of a directory that nothing else in the project reads: the
// database that the container or the program sets up stays at that version.
std::optional<JudgedIntent> Judge::by_set_up() const {
  const bool container = promise_ == Promise::container;
  const bool loader = list_.embeds && !test_ && coverage_.listed > 2;
  if ((!container && !loader) || !coverage_.prefix || coverage_.listed < 2 ||
      !hints_.alone || !hints_.alone()) {
    return std::nullopt;
  }
  return JudgedIntent{
      Intent::complete,
      "it sets up a database, and nothing else in the project reads the "
      "directory"};
}

std::optional<JudgedIntent> Judge::by_place() const {
  if (test_ && is_shared_manifest()) {
    return JudgedIntent{
        Intent::complete,
        "its name speaks of migrations, and it lacks the newest ones only"};
  }
  if (test_ && coverage_.prefix && !is_current_prefix()) {
    return JudgedIntent{
        Intent::subset, "a test that stops at a version on purpose"};
  }
  // What a runner writes down of databases that are older than itself.
  if (list_.shape == ListShape::sql_values && coverage_.prefix &&
      !holds_half() && hints_.runs_folder && hints_.runs_folder()) {
    return JudgedIntent{
        Intent::subset,
        "rows of the first ones, beside a loop over the folder itself"};
  }
  const auto entries = static_cast<std::uint32_t>(list_.entries.size());
  if (list_.elements > 2 * entries) {
    return JudgedIntent{Intent::subset, "most of its elements are not SQL"};
  }
  const bool chain =
      list_.shape == ListShape::calls || list_.shape == ListShape::constants;
  if (chain && entries < 3) {
    return JudgedIntent{Intent::unknown, "two statements are no list"};
  }
  return std::nullopt;
}

std::optional<JudgedIntent> Judge::by_use() const {
  if (list_.looped && holds_half()) {
    return JudgedIntent{
        Intent::complete, "a loop goes through it and it holds at least half"};
  }
  if (list_.looped && attribution_.archived && coverage_.listed == 0) {
    return JudgedIntent{
        Intent::complete,
        "a loop goes through it, and all that it names was archived"};
  }
  if (attribution_.archived) {
    return JudgedIntent{
        Intent::subset, "it never held half of the archived migrations"};
  }
  return std::nullopt;
}

std::optional<JudgedIntent> Judge::by_coverage() const {
  if (coverage_.listed * 5 >= coverage_.total * 4) {
    return JudgedIntent{
        Intent::complete, "it holds at least four fifths of the directory"};
  }
  if (coverage_.all_but_newest && holds_half() && coverage_.listed > 2) {
    return JudgedIntent{
        Intent::complete, "it lacks the newest migrations only"};
  }
  if (coverage_.fell_behind && holds_half() && coverage_.listed > 3 && !test_) {
    return JudgedIntent{
        Intent::complete, "it held nearly all before the newest were added"};
  }
  if (coverage_.listed * 2 < coverage_.total && !coverage_.prefix) {
    return JudgedIntent{
        Intent::subset, "it holds fewer than half, and not the first ones"};
  }
  return std::nullopt;
}

JudgedIntent Judge::run() const {
  using Rule = std::optional<JudgedIntent> (Judge::*)() const;
  constexpr std::array<Rule, 12> rules = {
      &Judge::by_user,
      &Judge::by_fixture,
      &Judge::by_name,
      &Judge::by_format,
      &Judge::by_comment,
      &Judge::by_functions,
      &Judge::by_history,
      &Judge::by_build,
      &Judge::by_set_up,
      &Judge::by_place,
      &Judge::by_use,
      &Judge::by_coverage};
  for (const Rule rule : rules) {
    if (auto judged = (this->*rule)()) {
      return *std::move(judged);
    }
  }
  return {Intent::unknown, "nothing tells what it is meant to hold"};
}

} // namespace

JudgedIntent judge_intent(
    const Candidate& list,
    std::string_view path,
    const Attribution& attribution,
    const Coverage& coverage,
    const IntentHints& hints) {
  return Judge(list, path, attribution, coverage, hints).run();
}

} // namespace migcheck::lists
