// Files are told apart by git's names of their contents; only those that
// differ are read.
#include "base/branch_changes.hpp"

#include "lock/compare.hpp"
#include "sql/load.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace migcheck {
namespace {

using ByEntry = std::unordered_map<std::string, const Migration*>;

ByEntry by_entry(
    const MigrationDirectory& directory,
    const std::vector<Migration>& migrations) {
  ByEntry entries;
  for (const Migration& migration : migrations) {
    entries.emplace(lock_entry(directory, migration), &migration);
  }
  return entries;
}

template <typename Entries>
auto find(const Entries& entries, const std::string& entry) {
  const auto found = entries.find(entry);
  return found == entries.end() ? nullptr : found->second;
}

// Its content is known at that commit: a regular file.
bool has_blob(const Migration& migration) {
  return migration.file.blob != BlobId{};
}

bool same_blob(const Migration* one, const Migration* other) {
  return one != nullptr && other != nullptr && has_blob(*one) &&
         one->file.blob == other->file.blob;
}

bool is_trivial(const SqlFile& file) {
  return file.sql ? file.statements.empty() : file.size == 0;
}

// "00-latest-schema.sql": the whole schema for new databases, which every new
// migration changes.
bool is_kept_up(const Migration& migration) {
  return lower_case(migration.name).starts_with("latest");
}

LockLine line_of(const SqlFile& file) {
  LockLine line;
  set_content(line, file);
  return line;
}

class Comparer {
 public:
  Comparer(
      const MigrationDirectory& now,
      const Lockfile& lockfile,
      const ChangeSources& sources,
      BaseDirectory& base)
      : now_(now), lockfile_(lockfile), sources_(sources), base_(base),
        live_(by_entry(now, now.migrations)),
        retired_(by_entry(now, now.retired)),
        live_then_(by_entry(
            base.merge_base.directory, base.merge_base.directory.migrations)),
        retired_then_(by_entry(
            base.merge_base.directory, base.merge_base.directory.retired)) {
    if (const DirectoryAtCommit* tip = base.own_tip.get()) {
      own_live_tip_ = by_entry(tip->directory, tip->directory.migrations);
    }
    current_.dialect = now.dialect;
    current_.lexer = lexer_version;
    for (const LockLine& line : lockfile.lines) {
      if (is_usable(lockfile)) {
        lines_.emplace(line.entry, &line);
      }
    }
  }

  Result<void> run();

 private:
  void sort_out();
  void sort_out_one(Migration& then);
  void find_added();
  void find_landed();
  void add_code();
  Result<void> read_then(const std::vector<Migration*>& migrations);
  const SqlFile* read_now(const Migration& migration);
  Result<void> compare_changed();
  Result<void> leave_out_conversions();
  Result<void> compare_missing();
  void pair_renamed();
  bool is_explained(const Migration& then) const;

  const ByEntry& live_tip() const {
    return base_.own_tip ? own_live_tip_ : live_then_;
  }

  const MigrationDirectory& now_;
  const Lockfile& lockfile_;
  const ChangeSources& sources_;
  BaseDirectory& base_;
  ByEntry live_;
  ByEntry retired_;
  ByEntry live_then_;
  ByEntry retired_then_;
  ByEntry own_live_tip_; // where it is not the merge base
  std::unordered_map<std::string, const LockLine*> lines_;
  Lockfile current_; // stands for one that this version writes

  // Of the merge base, and what has its place now.
  std::vector<std::pair<Migration*, const Migration*>> changed_;
  std::vector<std::pair<Migration*, const Migration*>> put_away_;
  std::vector<Migration*> missing_;
  std::map<const Migration*, SqlFile> read_again_;
};

// Sorts a migration of the merge base into what is to be looked at closer.
void Comparer::sort_out_one(Migration& then) {
  const std::string entry = lock_entry(base_.merge_base.directory, then);
  const Migration* tip = find(live_tip(), entry);
  if (const Migration* now = find(live_, entry)) {
    if (now->file.read && has_blob(then) && !same_blob(now, &then) &&
        !same_blob(now, tip)) {
      changed_.emplace_back(&then, now);
    }
    return;
  }
  if (const Migration* now = find(retired_, entry)) {
    if (now->file.read && has_blob(then) && !same_blob(now, &then)) {
      put_away_.emplace_back(&then, now);
    }
    return;
  }
  const bool gone_there = base_.tip().there && tip == nullptr;
  if (!gone_there && !is_explained(then)) {
    missing_.push_back(&then);
  }
}

void Comparer::sort_out() {
  for (Migration& then : base_.merge_base.directory.migrations) {
    if (is_lockable(then) && !is_kept_up(then)) {
      sort_out_one(then);
    }
  }
}

// What stands at neither commit. One that was retired and is back is not new.
void Comparer::find_added() {
  for (const Migration& migration : now_.migrations) {
    const std::string entry = lock_entry(now_, migration);
    if (find(live_then_, entry) == nullptr &&
        find(retired_then_, entry) == nullptr &&
        !same_blob(&migration, find(live_tip(), entry))) {
      base_.added.push_back(&migration);
    }
  }
}

void Comparer::find_landed() {
  for (const Migration& migration : base_.tip().directory.migrations) {
    const std::string entry = lock_entry(base_.tip().directory, migration);
    const Migration* now = find(live_, entry);
    const bool new_there = find(live_then_, entry) == nullptr &&
                           find(retired_then_, entry) == nullptr;
    if (new_there && find(retired_, entry) == nullptr &&
        (now == nullptr || !same_blob(now, &migration))) {
      base_.landed.push_back(&migration);
    }
  }
}

// Of migrations in another language only their names are known.
void Comparer::add_code() {
  const auto names = [](const std::vector<Migration>& migrations) {
    std::unordered_set<std::string_view> all;
    for (const Migration& migration : migrations) {
      all.insert(migration.path);
    }
    return all;
  };
  const auto here = names(now_.code);
  const auto then = names(base_.merge_base.directory.code);
  const auto tip = names(base_.tip().directory.code);
  for (const Migration& migration : now_.code) {
    if (!then.contains(migration.path) && !tip.contains(migration.path)) {
      base_.added.push_back(&migration);
    }
  }
  for (const Migration& migration : base_.tip().directory.code) {
    if (!then.contains(migration.path) && !here.contains(migration.path)) {
      base_.landed.push_back(&migration);
    }
  }
}

// The lockfile says that this was done on purpose, and what it is now.
bool Comparer::is_explained(const Migration& then) const {
  const LockLine* line =
      find(lines_, lock_entry(base_.merge_base.directory, then));
  return line != nullptr && !line->amended.empty() && line->retired;
}

Result<void> Comparer::read_then(const std::vector<Migration*>& migrations) {
  std::vector<std::string> paths;
  std::vector<Migration*> unread;
  for (Migration* migration : migrations) {
    if (!migration->file.read && has_blob(*migration)) {
      paths.push_back(migration->path);
      unread.push_back(migration);
    }
  }
  const auto texts = sources_.merge_base.contents(paths);
  if (!texts) {
    return tl::unexpected(texts.error());
  }
  for (std::size_t i = 0; i < unread.size(); ++i) {
    const BlobId blob = unread[i]->file.blob;
    unread[i]->file = read_content(
        texts->at(i), paths[i], now_, sources_.limits, Digests::yes);
    unread[i]->file.blob = blob;
  }
  return {};
}

// Null when it cannot be read any more: the check will say so elsewhere.
const SqlFile* Comparer::read_now(const Migration& migration) {
  const auto known = read_again_.find(&migration);
  if (known != read_again_.end()) {
    return &known->second;
  }
  std::string text;
  ReadRequest request;
  request.path = migration.path;
  request.limit = sources_.limits.file;
  if (sources_.reader.read(request, text) != ReadFailure::none) {
    return nullptr;
  }
  return &read_again_
              .emplace(
                  &migration,
                  read_content(
                      text,
                      migration.path,
                      now_,
                      sources_.limits,
                      Digests::yes))
              .first->second;
}

Result<void> Comparer::compare_changed() {
  std::vector<Migration*> then;
  then.reserve(changed_.size());
  for (const auto& [old, now] : changed_) {
    then.push_back(old);
  }
  if (auto done = read_then(then); !done) {
    return done;
  }
  for (const auto& [old, now] : changed_) {
    const SqlFile* file = read_now(*now);
    if (file == nullptr) {
      continue;
    }
    const LockComparison comparison =
        compare_with_line(current_, line_of(old->file), *file, now_.dialect);
    const LockLine* line = find(lines_, lock_entry(now_, *now));
    const bool recorded =
        line != nullptr && !line->amended.empty() &&
        compare_with_line(lockfile_, *line, *file, now_.dialect).verdict !=
            LockVerdict::sql;
    if (comparison.verdict != LockVerdict::same && !recorded) {
      base_.edited.push_back({now, old, comparison});
    }
  }
  return leave_out_conversions();
}

// Line ends that git itself changes on checkout are no edit: HEAD still has
// what the merge base has.
Result<void> Comparer::leave_out_conversions() {
  std::vector<std::string> names;
  std::vector<const Migration*> asked;
  for (const EditedMigration& edit : base_.edited) {
    const std::string& path = edit.now->path;
    if (edit.comparison.verdict == LockVerdict::line_endings &&
        path.find('\n') == std::string::npos) {
      names.push_back(sources_.head + ":" + sources_.prefix + path);
      asked.push_back(edit.now);
    }
  }
  const auto objects = sources_.objects.read(names);
  if (!objects) {
    return tl::unexpected(objects.error());
  }
  std::unordered_set<const Migration*> converted;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const Migration* then = find(live_then_, lock_entry(now_, *asked[i]));
    const std::string& id = objects->at(i).id;
    if (!id.empty() && hex(bytes_of(then->file.blob, id.size() / 2)) == id) {
      converted.insert(asked[i]);
    }
  }
  std::erase_if(base_.edited, [&](const EditedMigration& edit) {
    return converted.contains(edit.now);
  });
  return {};
}

// A migration that is put away with other SQL in it is as good as deleted.
Result<void> Comparer::compare_missing() {
  std::vector<Migration*> then = missing_;
  for (const auto& [old, now] : put_away_) {
    then.push_back(old);
  }
  if (!base_.added.empty() || !put_away_.empty()) {
    if (auto done = read_then(then); !done) {
      return done;
    }
  }
  for (const auto& [old, now] : put_away_) {
    const SqlFile* file = read_now(*now);
    if (file != nullptr && file->tokens != old->file.tokens &&
        !is_explained(*old)) {
      missing_.push_back(old);
    }
  }
  pair_renamed();
  return {};
}

// A missing migration and an added one that have the same SQL are one.
void Comparer::pair_renamed() {
  std::map<Digest, std::vector<const Migration*>> by_tokens;
  if (!missing_.empty()) {
    for (auto at = base_.added.rbegin(); at != base_.added.rend(); ++at) {
      const SqlFile* file =
          is_lockable(**at) && (*at)->file.read ? read_now(**at) : nullptr;
      if (file != nullptr && !is_trivial(*file)) {
        by_tokens[file->tokens].push_back(*at);
      }
    }
  }
  std::unordered_set<const Migration*> taken;
  for (Migration* then : missing_) {
    const auto same = then->file.read && !is_trivial(then->file)
                          ? by_tokens.find(then->file.tokens)
                          : by_tokens.end();
    if (same == by_tokens.end() || same->second.empty()) {
      base_.deleted.push_back(then);
      continue;
    }
    const Migration* now = same->second.back();
    same->second.pop_back();
    taken.insert(now);
    base_.renamed.push_back({now, then});
  }
  std::erase_if(base_.added, [&](const Migration* migration) {
    return taken.contains(migration);
  });
}

Result<void> Comparer::run() {
  if (base_.merge_base.there) {
    sort_out();
  }
  find_added();
  find_landed();
  if (auto done = compare_changed(); !done) {
    return done;
  }
  if (auto done = compare_missing(); !done) {
    return done;
  }
  add_code();
  return {};
}

} // namespace

Result<void> find_changes(
    const MigrationDirectory& now,
    const Lockfile& lockfile,
    const ChangeSources& sources,
    BaseDirectory& base) {
  return Comparer(now, lockfile, sources, base).run();
}

} // namespace migcheck
