#include "copies/find_copies.hpp"

#include "copies/literals.hpp"
#include "copies/purpose.hpp"
#include "ddl/recognise.hpp"
#include "io/parallel.hpp"
#include "lists/parsed_source.hpp"
#include "model/made_tables.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace migcheck {
namespace {

using copies::Literal;

// Lexing a file takes as long as searching so many.
constexpr std::size_t files_per_source = 20;

// The tables of all directories in use, in lower case, by dialect.
using OwnTables = std::map<Dialect, std::set<std::string>>;

OwnTables own_tables(const std::vector<MigrationDirectory>& directories) {
  OwnTables tables;
  for (const MigrationDirectory& directory : directories) {
    if (!directory.archived) {
      tables[directory.dialect].merge(made_tables(directory));
    }
  }
  return tables;
}

bool is_own(const OwnTables& tables, const std::string& name) {
  return std::any_of(tables.begin(), tables.end(), [&](const auto& some) {
    return some.second.count(name) != 0;
  });
}

bool names_own(std::string_view text, const OwnTables& tables) {
  for (std::size_t at = lists::find_create_table(text, 0);
       at != std::string_view::npos;
       at = lists::find_create_table(text, at + 1)) {
    if (is_own(tables, lists::created_table(text, at))) {
      return true;
    }
  }
  return false;
}

// False where something is put in when the program runs (`%s`, `{name}`,
// `$name`, `:name`), or where the end is missing. What stands in quotes changes
// no column.
bool is_static(std::string_view sql) {
  bool quoted = false;
  int depth = 0;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    const char byte = sql[i];
    const char next = i + 1 < sql.size() ? sql[i + 1] : '\0';
    const char before = i > 0 ? sql[i - 1] : '\0';
    quoted = quoted != (byte == '\'');
    const bool placeholder =
        byte == '{' || byte == '}' || byte == '\\' ||
        (byte == '%' && is_letter(next)) ||
        (byte == '$' && (is_letter(next) || next == '(' || next == '_')) ||
        (byte == ':' && is_letter(next) && before != ':') ||
        (byte == '<' && next == '%');
    if (!quoted && placeholder) {
      return false;
    }
    if (!quoted && (byte == '(' || byte == ')')) {
      depth += byte == '(' ? 1 : -1;
    }
  }
  return !quoted && depth == 0;
}

// Whether it begins a statement: not in a comment, not in the middle.
bool begins_statement(std::string_view text, std::size_t at) {
  constexpr std::size_t reach = 200;
  const std::size_t first = at - std::min(at, reach);
  std::string_view before = text.substr(first, at - first);
  const std::size_t line = before.rfind('\n');
  before.remove_prefix(line == std::string_view::npos ? 0 : line + 1);
  before = trim(before);
  return before.empty() || before.back() == ';' || before.back() == '"' ||
         before.back() == '\'';
}

bool is_plain(const ddl::CreateTable& table) {
  return !table.temporary && !table.foreign && !table.virtual_ &&
         !table.incomplete && !table.as_select && table.likes.empty() &&
         table.inherits.empty() && table.partition_of.empty() &&
         table.of_type.empty() && !table.columns.empty();
}

std::string without_comments(const lists::SourceTree& tree) {
  std::string text(tree.text);
  for (const lists::SourceToken& token : tree.tokens) {
    if (token.kind == lists::SourceTokenKind::comment) {
      text.replace(token.span.begin, token.span.size(), token.span.size(), ' ');
    }
  }
  return text;
}

class CopyFinder {
 public:
  CopyFinder(const TableSource& source, const OwnTables& tables)
      : source_(source), tables_(tables) {}

  // Adds what the file holds, and the file where it holds something.
  void find(FoundCopies& found);

 private:
  void read(const Literal& literal);
  void read_statement(std::string_view sql, std::size_t offset);
  void drop_variants();
  void drop_altered();

  const TableSource& source_;
  const OwnTables& tables_;
  std::vector<SchemaCopy> copies_;
};

void CopyFinder::read_statement(std::string_view sql, std::size_t offset) {
  for (const auto& [dialect, names] : tables_) {
    const ddl::Script script = ddl::recognise_first(sql, dialect);
    const auto* table = script.size() == 1
                            ? std::get_if<ddl::CreateTable>(&script[0].what)
                            : nullptr;
    if (table == nullptr || !is_plain(*table) || script[0].templated ||
        names.count(lower_case(table->name.name)) == 0 ||
        !is_static(script[0].span.of(sql))) {
      continue;
    }
    const auto shift = static_cast<std::uint32_t>(offset);
    SchemaCopy& copy = copies_.emplace_back();
    copy.path = source_.path;
    copy.span = table->name.span;
    copy.span.begin += shift;
    copy.span.end += shift;
    copy.dialect = dialect;
    copy.table = *table;
  }
}

// Each statement ends before the next one begins, so that no text is read
// twice.
void CopyFinder::read(const Literal& literal) {
  const std::string_view text = literal.text;
  std::size_t at = lists::find_create_table(text, 0);
  while (at != std::string_view::npos) {
    const std::size_t next = lists::find_create_table(text, at + 1);
    if (begins_statement(text, at) &&
        is_own(tables_, lists::created_table(text, at))) {
      read_statement(
          text.substr(at, next - at), std::size_t{literal.span.begin} + at);
    }
    at = next;
  }
}

// What one file says differently twice is no copy: before and after.
void CopyFinder::drop_variants() {
  std::map<std::pair<Dialect, std::string>, std::set<std::string>> columns;
  const auto key = [](const SchemaCopy& copy) {
    return std::pair(copy.dialect, lower_case(copy.table.name.name));
  };
  for (const SchemaCopy& copy : copies_) {
    std::string all;
    for (const ddl::ColumnDefinition& column : copy.table.columns) {
      all += column.name.text + ',';
    }
    columns[key(copy)].insert(std::move(all));
  }
  std::erase_if(copies_, [&](const SchemaCopy& copy) {
    return columns[key(copy)].size() > 1;
  });
}

// A file that alters the table has migrations of its own.
void CopyFinder::drop_altered() {
  const std::set<std::string> altered = lists::altered_tables(source_.text);
  std::erase_if(copies_, [&](const SchemaCopy& copy) {
    return altered.count(lower_case(copy.table.name.name)) != 0;
  });
}

void CopyFinder::find(FoundCopies& found) {
  if (copies::is_other_schema(source_.path) ||
      !names_own(source_.text, tables_)) {
    return;
  }
  static const std::vector<MigrationDirectory> nowhere;
  lists::ParsedSource parsed;
  parsed.path = source_.path;
  parsed.text = source_.text;
  parsed.names = false;
  lists::parse_source(parsed, lists::NameIndex(nowhere));
  for (const Literal& literal : copies::table_literals(parsed.tree)) {
    if (!copies::is_other_schema(parsed.tree, literal.token)) {
      read(literal);
    }
  }
  drop_variants();
  drop_altered();
  if (copies_.empty()) {
    return;
  }
  const std::string generated_by = lists::generator_of(parsed.tree);
  const auto text = std::make_shared<const std::string>(source_.text);
  const auto code =
      std::make_shared<const std::string>(without_comments(parsed.tree));
  for (SchemaCopy& copy : copies_) {
    copy.generated_by = generated_by;
    copy.text = text;
    copy.code = code;
    found.copies.push_back(std::move(copy));
  }
  found.sources.push_back(
      {source_.path, parsed.content, std::move(parsed.suppressions)});
}

} // namespace

FoundCopies find_copies(
    const std::vector<TableSource>& sources,
    const std::vector<MigrationDirectory>& directories,
    unsigned jobs) {
  const OwnTables tables = own_tables(directories);
  std::vector<FoundCopies> parts(tables.empty() ? 0 : sources.size());
  for_each_chunk(
      parts.size(),
      thread_count(jobs, files_per_source * parts.size()),
      1,
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          CopyFinder(sources[i], tables).find(parts[i]);
        }
      });
  FoundCopies all;
  for (FoundCopies& part : parts) {
    std::move(
        part.copies.begin(), part.copies.end(), std::back_inserter(all.copies));
    std::move(
        part.sources.begin(),
        part.sources.end(),
        std::back_inserter(all.sources));
  }
  return all;
}

} // namespace migcheck
