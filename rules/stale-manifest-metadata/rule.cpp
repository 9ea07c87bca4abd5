// An element of a list that declares tables or indexes which its migration
// does not make.
#include "check/rule.hpp"

#include "schema/made_objects.hpp"
#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace migcheck::rules {
namespace {

using schema::MadeObjects;

// One field of one element, held against its migration.
struct Field {
  const DeclaredObjects* declared = nullptr;
  const Migration* migration = nullptr;
  const MadeObjects* made = nullptr;
  std::size_t own = 0;                      // names that the migration touches
  std::vector<const DeclaredName*> foreign; // those that it does not
  bool made_before = false; // another migration before it touches one of those
  std::vector<std::string> left_out; // what it makes besides
};

// What the fields of one kind say about themselves.
struct Evidence {
  std::size_t fields = 0;
  std::size_t clean = 0;       // without a foreign name
  std::size_t named = 0;       // with names
  std::size_t clean_named = 0; // both
  std::size_t grounded = 0;    // with a name of their migration
  std::size_t names = 0;
  std::size_t own = 0;
  std::size_t makers = 0;   // whose migration makes something
  std::size_t complete = 0; // that leave nothing of it out

  void add(const Field& field);

  // They name what their migrations make or touch.
  bool understood() const {
    return (clean_named >= 2 && 3 * clean >= 2 * fields) ||
           (grounded >= 2 && 10 * own >= 7 * names);
  }

  // Surely not what there is after each migration.
  bool sure() const { return clean_named >= 3 && 5 * clean_named >= 4 * named; }

  // They name all that their migrations make.
  bool whole() const {
    return understood() && complete >= 2 && 3 * complete >= 2 * makers;
  }

  bool surely_whole() const {
    return whole() && complete >= 3 && 4 * complete >= 3 * makers;
  }
};

void Evidence::add(const Field& field) {
  const std::size_t count = field.declared->names.size();
  const bool is_clean = field.foreign.empty();
  ++fields;
  names += count;
  own += field.own;
  clean += is_clean ? 1 : 0;
  named += count > 0 ? 1 : 0;
  clean_named += is_clean && count > 0 ? 1 : 0;
  grounded += field.own > 0 ? 1 : 0;
  const bool makes = field.declared->kind == DeclaredKind::tables
                         ? !field.made->tables.empty()
                         : !field.made->indexes.empty();
  makers += makes ? 1 : 0;
  complete += makes && field.left_out.empty() ? 1 : 0;
}

// What is wrong with the fields of one element.
struct Finding {
  const Migration* migration = nullptr;
  const MadeObjects* made = nullptr;
  Span first; // the place of it
  std::vector<std::string> foreign[2];
  std::vector<std::string> left_out[2];
};

std::string_view kind_name(std::size_t kind, std::size_t count) {
  if (kind == 0) {
    return count == 1 ? "table" : "tables";
  }
  return count == 1 ? "index" : "indexes";
}

std::string list_of(const std::vector<std::string>* names) {
  std::string text;
  for (const std::size_t kind : {0U, 1U}) {
    if (!names[kind].empty()) {
      text += (text.empty() ? "" : " and ") +
              std::string(kind_name(kind, names[kind].size())) + " " +
              quoted_list(names[kind]);
    }
  }
  return text;
}

// What the migrations of one directory make, and who touches a name first.
class Directory {
 public:
  explicit Directory(const MigrationDirectory& directory)
      : made_(schema::made_objects(directory)), directory_(&directory) {
    for (std::size_t i = 0; i < made_.size(); ++i) {
      positions_[&directory.migrations[i]] = i;
      for (const std::string& name : made_[i].touched) {
        first_.emplace(name, i);
      }
    }
  }

  const MadeObjects* made_by(const Migration* migration) const {
    const auto found = positions_.find(migration);
    return found == positions_.end() ? nullptr : &made_[found->second];
  }

  bool
  touched_before(const std::string& name, const Migration* migration) const {
    const auto found = first_.find(name);
    return found != first_.end() && found->second < positions_.at(migration);
  }

  // The first migration that names it; null when none does.
  const Migration* first_with(const std::string& name) const {
    const auto found = first_.find(name);
    return found == first_.end() ? nullptr
                                 : &directory_->migrations[found->second];
  }

 private:
  std::vector<MadeObjects> made_;
  const MigrationDirectory* directory_;
  std::map<const Migration*, std::size_t> positions_;
  std::map<std::string, std::size_t> first_;
};

class ListChecker {
 public:
  ListChecker(const MigrationList& list, const Directory& directory)
      : list_(list), directory_(directory) {}

  void check(Findings& findings);

 private:
  void read_fields();
  Field read(const DeclaredObjects& declared, const MadeObjects& made) const;
  void judge(const Field& field);
  void report(const Finding& found, Findings& findings) const;
  std::string advice(const Finding& found) const;

  const Evidence& evidence(const Field& field) const {
    return evidence_[field.declared->kind == DeclaredKind::tables ? 0 : 1];
  }

  const MigrationList& list_;
  const Directory& directory_;
  std::vector<Field> fields_;
  Evidence evidence_[2];
  std::map<std::uint32_t, Finding> found_; // by entry
};

// A pattern or something that is put together says nothing.
bool is_plain(std::string_view name) {
  return name.find_first_of("*%?{}$<>") == std::string_view::npos;
}

Field ListChecker::read(
    const DeclaredObjects& declared, const MadeObjects& made) const {
  const bool index = declared.kind == DeclaredKind::indexes;
  Field field;
  field.declared = &declared;
  field.migration = list_.entries[declared.entry].migration;
  field.made = &made;
  std::set<std::string> names;
  for (const DeclaredName& one : declared.names) {
    const std::string name = schema::plain_object_name(one.text);
    names.insert(name);
    if (made.touched.count(name) != 0) {
      ++field.own;
    } else if (is_plain(one.text) && !schema::may_touch(made, name, index)) {
      field.foreign.push_back(&one);
      field.made_before =
          field.made_before || directory_.touched_before(name, field.migration);
    }
  }
  const std::set<std::string>& makes = index ? made.indexes : made.tables;
  std::set_difference(
      makes.begin(),
      makes.end(),
      names.begin(),
      names.end(),
      std::back_inserter(field.left_out));
  return field;
}

void ListChecker::read_fields() {
  for (const DeclaredObjects& declared : list_.declared) {
    const Migration* migration = list_.entries[declared.entry].migration;
    const MadeObjects* made = directory_.made_by(migration);
    if (made != nullptr && made->known) {
      const Field& field = fields_.emplace_back(read(declared, *made));
      evidence_[declared.kind == DeclaredKind::tables ? 0 : 1].add(field);
    }
  }
}

void ListChecker::judge(const Field& field) {
  const Evidence& evidence = this->evidence(field);
  const bool foreign =
      !field.foreign.empty() &&
      (field.made_before ? evidence.sure() : evidence.understood());
  // A list that names the main ones only leaves others out on purpose.
  const bool left_out =
      !field.left_out.empty() &&
      (field.own > 0 ? evidence.surely_whole() : evidence.whole());
  if (!foreign && !left_out) {
    return;
  }
  const std::size_t kind = field.declared->kind == DeclaredKind::tables ? 0 : 1;
  Finding& found = found_[field.declared->entry];
  const Span place =
      foreign ? field.foreign.front()->span : field.declared->field;
  if (found.migration == nullptr || place.begin < found.first.begin) {
    found.first = place;
  }
  found.migration = field.migration;
  found.made = field.made;
  for (const DeclaredName* one : field.foreign) {
    if (foreign) {
      found.foreign[kind].push_back(one->text);
    }
  }
  if (left_out) {
    found.left_out[kind] = field.left_out;
  }
}

constexpr std::size_t most_compared = 1000;
constexpr std::size_t most_named = 10;

// What else the names may mean.
std::string ListChecker::advice(const Finding& found) const {
  std::string text;
  for (const std::size_t kind : {0U, 1U}) {
    const std::set<std::string>& makes =
        kind == 0 ? found.made->tables : found.made->indexes;
    const std::vector<std::string_view> known(makes.begin(), makes.end());
    const std::vector<std::string>& foreign = found.foreign[kind];
    const std::set<std::string>& touched = found.made->touched;
    const std::vector<std::string_view> names(touched.begin(), touched.end());
    const bool few = names.size() * foreign.size() <= most_compared;
    for (const std::string& name : foreign) {
      const std::string_view near =
          few ? nearest(schema::plain_object_name(name), names)
              : std::string_view();
      if (!near.empty()) {
        text +=
            "for " + quoted(name) + ", did you mean " + quoted(near) + "?\n";
      }
    }
    if (!foreign.empty() && !known.empty()) {
      text += quoted(found.migration->entry) + " makes " +
              std::string(kind_name(kind, known.size())) + " " +
              quoted_list(known, most_named) + "\n";
    }
  }
  text += list_.generated_by.empty()
              ? "name what the migration makes"
              : "the file is generated (" + printable(list_.generated_by) +
                    "): generate it again";
  return text;
}

void ListChecker::report(const Finding& found, Findings& findings) const {
  const std::string migration = quoted(found.migration->entry);
  const std::string foreign = list_of(found.foreign);
  const std::string left_out = list_of(found.left_out);
  std::string message = list_label(list_);
  if (foreign.empty()) {
    message += " leaves out " + left_out + ", which " + migration + " makes";
  } else {
    message +=
        " declares " + foreign + " for " + migration +
        ", which does not touch " +
        (found.foreign[0].size() + found.foreign[1].size() == 1 ? "it"
                                                                : "them");
    message += left_out.empty() ? "" : " and makes " + left_out;
  }
  Diagnostic& finding = findings.report(
      list_severity(list_, Severity::error),
      {list_.path, found.first},
      std::move(message));
  finding.related.push_back({{found.migration->path, {}}, "its migration"});
  std::set<const Migration*> others;
  for (const auto& names : found.foreign) {
    for (const std::string& name : names) {
      const Migration* other =
          directory_.first_with(schema::plain_object_name(name));
      if (other != nullptr && others.size() < most_named &&
          others.insert(other).second) {
        finding.related.push_back({{other->path, {}}, "names " + quoted(name)});
      }
    }
  }
  finding.help = advice(found);
  finding.identity = {list_.name, found.migration->entry, foreign, left_out};
  finding.data = {
      {"list", list_.name},
      {"directory", list_.directory->path},
      {"migration", found.migration->path},
      {"tables", found.foreign[0]},
      {"indexes", found.foreign[1]},
      {"missing_tables", found.left_out[0]},
      {"missing_indexes", found.left_out[1]}};
}

void ListChecker::check(Findings& findings) {
  read_fields();
  for (const Field& field : fields_) {
    judge(field);
  }
  for (const auto& [entry, found] : found_) {
    report(found, findings);
  }
}

// The variants of one directory for several databases need not agree in
// names; the list may speak of another one.
bool is_checked(const MigrationList& list) {
  return !list.declared.empty() && list.directory != nullptr &&
         list.intent != Intent::fixture && list.directory->family.empty();
}

void check(const Project& project, Findings& findings) {
  std::map<const MigrationDirectory*, Directory> directories;
  for (const MigrationList& list : project.lists) {
    if (is_checked(list)) {
      const auto known =
          directories.try_emplace(list.directory, *list.directory).first;
      ListChecker(list, known->second).check(findings);
    }
  }
}

} // namespace

extern const Rule stale_manifest_metadata;
const Rule stale_manifest_metadata = {
    .info =
        {.name = "stale-manifest-metadata",
         .summary = "a list declares tables or indexes that its migration does "
                    "not make",
         .severity = Severity::error,
         .needs = Needs::listed_statements},
    .check_project = check};

} // namespace migcheck::rules
