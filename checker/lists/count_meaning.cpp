#include "lists/count_meaning.hpp"

#include "lists/file_names.hpp"
#include "lists/words.hpp"
#include "text/path_parts.hpp"

#include <algorithm>

namespace migcheck::lists {
namespace {

// Below, a number in an assertion is most often a test's own.
constexpr std::uint64_t least_own = 10;

// Below, an assertion must say more than that it counts migrations.
constexpr std::uint64_t least_alone = 20;

bool any_of(
    const std::vector<std::string>& words,
    std::initializer_list<std::string_view> wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

bool says_database(const std::vector<std::string>& words) {
  return count_sense(words).database;
}

bool says_migrations(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.starts_with("migrat") || word.starts_with("patch") ||
           word.starts_with("changeset");
  });
}

// The topic of an assertion must be migrations themselves: a database is
// asked for other things too.
bool speaks_of_migrations(const std::vector<std::string>& words) {
  const auto migrates = [](const std::string& word) {
    return word.starts_with("migration") || word == "flyway" ||
           word == "changesets" || word == "changeset" ||
           word == "databasechangelog";
  };
  return std::any_of(words.begin(), words.end(), migrates) ||
         (any_of(words, {"schema"}) &&
          any_of(words, {"version", "versions", "history"}));
}

class MeaningJudge {
 public:
  MeaningJudge(
      const CountCandidate& count,
      std::string_view path,
      const std::vector<std::string>& known)
      : count_(count), path_(path), sense_(count_sense(own_words(known))) {}

  JudgedMeaning judge();

 private:
  std::vector<std::string>
  own_words(const std::vector<std::string>& known) const;
  void read_surroundings();
  void judge_assertion();
  void judge_name();
  bool is_version() const;
  bool is_amount() const;
  bool plain_name() const;

  const CountCandidate& count_;
  std::string_view path_;
  CountSense sense_;
  bool comment_topic_ = false;
  bool near_topic_ = false; // comment, scope or file name
  JudgedMeaning meaning_;
};

// Words of the name; those that name a directory are passed over, unless they
// say something by themselves.
std::vector<std::string>
MeaningJudge::own_words(const std::vector<std::string>& known) const {
  std::vector<std::string> words;
  for (const std::string& word : count_.words) {
    const bool named =
        std::find(known.begin(), known.end(), word) != known.end();
    if (!named || count_sense({word}).unknown == 0) {
      words.push_back(word);
    }
  }
  return words;
}

void MeaningJudge::read_surroundings() {
  const std::vector<std::string> base = split_words(last_part(path_));
  comment_topic_ = has_topic(count_.comment);
  near_topic_ = comment_topic_ || has_topic(count_.scope) || has_topic(base);
  meaning_.migrations = says_migrations(count_.words) ||
                        says_migrations(count_.comment) ||
                        says_migrations(count_.scope) || says_migrations(base);
  meaning_.database = sense_.database || says_database(count_.comment) ||
                      says_database(count_.scope) || says_database(base);
}

bool MeaningJudge::is_version() const {
  if (sense_.amount && !sense_.level) {
    return false;
  }
  return (sense_.level && (sense_.topic || near_topic_)) ||
         (sense_.newest && sense_.topic);
}

bool MeaningJudge::is_amount() const {
  return sense_.topic && !sense_.level &&
         (sense_.amount || sense_.all ||
          ((sense_.newest || count_.form == CountForm::array_type) &&
           sense_.several));
}

// LATEST_SCHEMA_VERSION, SCHEMA_VERSION; or `level` below a comment that says
// what it is.
bool MeaningJudge::plain_name() const {
  if (count_.form == CountForm::array_type ||
      (count_.local && !count_.result) || sense_.unknown > 1 ||
      (sense_.unknown == 1 && !sense_.newest)) {
    return false;
  }
  const bool newest = any_of(
      count_.words,
      {"latest",
       "current",
       "newest",
       "max",
       "maximum",
       "highest",
       "expected",
       "head"});
  if (is_test_path(path_) && (!newest || says_part(count_.comment))) {
    return false;
  }
  if (meaning_.count.amount) {
    return sense_.several || sense_.amount;
  }
  if (sense_.topic && (sense_.level || sense_.newest)) {
    return true;
  }
  if (sense_.newest && sense_.level) {
    return near_topic_;
  }
  return sense_.level && comment_topic_ &&
         (count_sense(count_.comment).newest ||
          any_of(count_.comment, {"update", "bump", "increment", "increase"}));
}

void MeaningJudge::judge_name() {
  if (sense_.other || sense_.unknown > 2 ||
      (sense_.unknown > 0 && !sense_.newest && !sense_.lowest)) {
    return;
  }
  const bool own = sense_.topic && sense_.level;
  if ((count_.argument && (!own || is_test_path(path_))) ||
      (count_.field && count_.form == CountForm::constant && !sense_.topic &&
       !(sense_.newest && !sense_.lowest)) ||
      (count_.local && !count_.result && !sense_.topic && !sense_.newest)) {
    return; // data of some record
  }
  if (sense_.lowest) {
    meaning_.lowest = sense_.level && (sense_.topic || near_topic_);
    return;
  }
  if (count_.data && (!sense_.topic || sense_.unknown > 0 ||
                      (!sense_.database && !sense_.newest))) {
    return; // any document has a schema version
  }
  meaning_.count.version = is_version();
  meaning_.count.amount = is_amount();
  meaning_.count.next = sense_.next;
  meaning_.plain = meaning_.meant() && plain_name();
  meaning_.reason = "its name says so";
}

void MeaningJudge::judge_assertion() {
  std::vector<std::string> words = count_.words;
  words.insert(words.end(), count_.subject.begin(), count_.subject.end());
  const CountSense sense = count_sense(words);
  if (!speaks_of_migrations(words) || says_part(words) ||
      says_part(count_.scope) || count_.repeated || count_.invented ||
      count_.value.value_or(0) < 3) {
    return;
  }
  meaning_.database = true;
  const bool counts =
      !count_.quoted && (count_.sized || sense.amount || sense.several);
  const bool all = sense.all && sense.several;
  const bool queried = any_of(words, {"select"}) && any_of(words, {"from"});
  meaning_.count.amount = counts;
  meaning_.count.row = counts;
  meaning_.count.version = sense.level && !count_.sized;
  meaning_.plain = counts && count_.value.value_or(0) >= least_own
                       ? all || queried || count_.value > least_alone
                       : counts && all && queried;
  meaning_.reason = all ? "the assertion speaks of all migrations"
                        : "the assertion counts migrations";
}

JudgedMeaning MeaningJudge::judge() {
  read_surroundings();
  if (count_.form == CountForm::assertion) {
    judge_assertion();
  } else {
    judge_name();
  }
  return meaning_;
}

} // namespace

JudgedMeaning judge_meaning(
    const CountCandidate& count,
    std::string_view path,
    const std::vector<std::string>& known) {
  return MeaningJudge(count, path, known).judge();
}

} // namespace migcheck::lists
