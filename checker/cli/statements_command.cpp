// `statements`: one file, split as the check splits it.
#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "discover/head_sample.hpp"
#include "report/statement_list.hpp"
#include "sql/load.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

Result<std::string>
read_named_file(const Environment& environment, const std::string& typed) {
  const std::string whole = typed.starts_with('/')
                                ? typed
                                : environment.working_directory + "/" + typed;
  const std::size_t slash = whole.rfind('/');
  const auto reader = environment.reader(whole.substr(0, slash + 1));
  const std::string name = whole.substr(slash + 1);
  std::string text;
  ReadRequest request;
  request.path = name;
  request.limit = Limits{}.file;
  const ReadFailure failure = name.empty() || name == "." || name == ".."
                                  ? ReadFailure::not_regular
                                  : reader->read(request, text);
  if (failure == ReadFailure::missing) {
    return fail(quoted(typed) + ": there is no such file");
  }
  if (failure != ReadFailure::none) {
    return fail(
        quoted(typed) +
        " cannot be read: " + std::string(read_failure_text(failure)));
  }
  return text;
}

// As the options say, else as the text shows.
SqlFile read_statements(std::string_view text, const Options& options) {
  HeadSample sample;
  sample_text(text, options.file, sample);
  LayoutId seen = LayoutId::numbered;
  seen = !sample.liquibase.empty() ? LayoutId::liquibase_sql : seen;
  seen = !sample.dbmate.empty() ? LayoutId::dbmate : seen;
  seen = !sample.goose.empty() ? LayoutId::goose : seen;
  const LayoutId layout_id = options.layout.value_or(seen);
  SqlFile file = read_sql_file(
      text,
      options.dialect.value_or(
          dialect_of_sample(sample).value_or(Dialect::postgresql)),
      layout_id,
      Limits{},
      Digests::no);
  const ParsedName name = layout(layout_id).parse(last_part(options.file));
  if (name.direction == Direction::down || name.kind == MigrationKind::undo) {
    for (Statement& statement : file.statements) {
      statement.section = Section::down;
    }
  }
  return file;
}

bool is_utf8_text(const SqlFile& file) {
  return std::none_of(
      file.defects.begin(), file.defects.end(), [](const FoundDefect& defect) {
        return defect.kind == ByteDefect::not_utf8;
      });
}

} // namespace

int run_statements_command(
    const Environment& environment, const Options& options) {
  const auto text = read_named_file(environment, options.file);
  if (!text) {
    complain(environment, text.error().message);
    return exit_failed;
  }
  const SqlFile file = read_statements(*text, options);
  if (!is_utf8_text(file)) {
    complain(environment, quoted(options.file) + " is not UTF-8");
    return exit_failed;
  }
  return deliver_documents(
      environment, options, {}, [&](std::string_view format) {
        return format == "json" ? write_statements_json(*text, file.statements)
                                : write_statements_text(*text, file.statements);
      });
}

} // namespace migcheck
