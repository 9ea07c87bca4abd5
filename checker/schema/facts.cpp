#include "schema/facts.hpp"

#include "text/ascii.hpp"

namespace migcheck::schema {
namespace {

bool is_word_byte(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_' ||
         (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

// An expression without what may be written in several ways: white space,
// parentheses and casts; names are left out too, since columns may have got
// others since it was written.
std::string plain_expression(std::string_view text) {
  std::string plain;
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (quote != 0) {
      plain += quote == '\'' ? std::string(1, byte) : "";
      quote = byte == quote ? '\0' : quote;
    } else if (byte == '\'' || byte == '"') {
      quote = byte;
      plain += byte == '\'' ? "'" : "";
    } else if (text.substr(at, 2) == "::") {
      ++at;
    } else if (is_digit(byte) && (at == 0 || !is_word_byte(text[at - 1]))) {
      for (; at < text.size() && (is_digit(text[at]) || text[at] == '.');
           ++at) {
        plain += text[at];
      }
      plain += ' ';
      --at;
    } else if (
        !is_white_space(byte) && byte != '(' && byte != ')' &&
        !is_word_byte(byte)) {
      plain += byte;
    }
  }
  return plain;
}

std::string names_of(
    const Catalogue& catalogue,
    Id table,
    const std::vector<ColumnNumber>& columns) {
  std::string names;
  for (const ColumnNumber column : columns) {
    names += names.empty() ? "" : ", ";
    names += column == no_column
                 ? std::string("?")
                 : std::string(catalogue.relations[table].columns[column].name);
  }
  return names;
}

bool hidden(const Catalogue& catalogue, const Object& object) {
  return !object.alive || object.schema == catalogue.temporary_schema();
}

bool hidden_table(const Catalogue& catalogue, const Object& object, Id table) {
  return !object.alive || table == no_id ||
         catalogue.relations[table].schema == catalogue.temporary_schema();
}

std::string table_of(const Catalogue& catalogue, Id table) {
  return catalogue.shown(catalogue.relations[table]);
}

std::string detail_of(const Catalogue& catalogue, const Column& column) {
  std::string detail = catalogue.type_text(column);
  detail += column.not_null ? " not null" : "";
  detail += column.has_default ? " default" : "";
  detail += column.generated ? " generated" : "";
  detail += column.identity != ddl::Identity::none ? " identity" : "";
  return detail;
}

} // namespace

void add_facts(
    const Catalogue& catalogue,
    const Relation& object,
    std::vector<Fact>& facts) {
  if (hidden(catalogue, object)) {
    return;
  }
  const std::string name = catalogue.shown(object);
  const bool view = object.kind == RelationKind::view ||
                    object.kind == RelationKind::materialized_view;
  std::string detail = view                  ? "view"
                       : object.row_security ? "row security"
                                             : "";
  if (object.partition_of != no_id) {
    detail += " partition of " + table_of(catalogue, object.partition_of) +
              ' ' + (object.bounds ? object.bounds->text : "");
  }
  detail += object.partition_key;
  facts.push_back(
      {view ? ddl::ObjectKind::view : ddl::ObjectKind::table,
       "",
       name,
       std::move(detail)});
  for (const Column& column : object.columns) {
    if (!column.dropped && !view) {
      facts.push_back(
          {ddl::ObjectKind::column,
           name,
           std::string(column.name),
           detail_of(catalogue, column)});
    }
  }
}

void add_facts(
    const Catalogue& catalogue, const Index& object, std::vector<Fact>& facts) {
  // What partitions have from their table is said of the table.
  if (hidden_table(catalogue, object, object.table) || object.parent != no_id) {
    return;
  }
  std::string detail = object.unique ? "unique " : "";
  detail += object.method;
  for (const IndexKey& key : object.keys) {
    detail += '|';
    detail +=
        key.column == no_column
            ? plain_expression(key.expression)
            : std::string(
                  catalogue.relations[object.table].columns[key.column].name);
  }
  detail += " include " + names_of(catalogue, object.table, object.include);
  detail += " where " + plain_expression(object.where) + ' ' +
            names_of(catalogue, object.table, object.mentions);
  facts.push_back(
      {ddl::ObjectKind::index,
       table_of(catalogue, object.table),
       catalogue.shown(object),
       std::move(detail)});
}

void add_facts(
    const Catalogue& catalogue,
    const Constraint& object,
    std::vector<Fact>& facts) {
  if (hidden_table(catalogue, object, object.table) || object.parent != no_id) {
    return;
  }
  std::string detail = std::to_string(static_cast<int>(object.kind)) + ' ' +
                       names_of(catalogue, object.table, object.columns);
  if (object.kind == ddl::ConstraintKind::check) {
    detail += ' ' + plain_expression(object.expression);
  }
  if (object.references != no_id) {
    detail += " references " + table_of(catalogue, object.references) + ' ' +
              names_of(catalogue, object.references, object.referenced) + ' ' +
              std::to_string(static_cast<int>(object.on_delete)) + ' ' +
              std::to_string(static_cast<int>(object.on_update));
  }
  detail += object.not_valid ? " not valid" : "";
  detail += object.deferrable ? " deferrable" : "";
  facts.push_back(
      {ddl::ObjectKind::constraint,
       table_of(catalogue, object.table),
       std::string(object.name),
       std::move(detail)});
}

void add_facts(
    const Catalogue& catalogue,
    const Sequence& object,
    std::vector<Fact>& facts) {
  if (!hidden(catalogue, object)) {
    facts.push_back(
        {ddl::ObjectKind::sequence, "", catalogue.shown(object), ""});
  }
}

void add_facts(
    const Catalogue& catalogue, const Type& object, std::vector<Fact>& facts) {
  if (hidden(catalogue, object)) {
    return;
  }
  std::string detail = std::to_string(static_cast<int>(object.kind));
  for (const std::string_view label : object.labels) {
    detail += '|';
    detail += label;
  }
  for (const Column& attribute : object.attributes) {
    detail += '|' + std::string(attribute.name) + ' ' +
              catalogue.type_text(attribute);
  }
  detail += object.base;
  facts.push_back(
      {ddl::ObjectKind::type, "", catalogue.shown(object), std::move(detail)});
}

void add_facts(
    const Catalogue& catalogue,
    const Function& object,
    std::vector<Fact>& facts) {
  if (!hidden(catalogue, object)) {
    facts.push_back(
        {ddl::ObjectKind::function,
         "",
         catalogue.shown(object) + '(' + std::string(object.signature) + ')',
         ""});
  }
}

void add_facts(
    const Catalogue& catalogue,
    const Trigger& object,
    std::vector<Fact>& facts) {
  if (!object.alive || object.parent != no_id) {
    return;
  }
  facts.push_back(
      {ddl::ObjectKind::trigger,
       object.table == no_id ? "" : table_of(catalogue, object.table),
       std::string(object.name),
       object.function == no_id
           ? ""
           : catalogue.shown(catalogue.functions[object.function])});
}

void add_facts(
    const Catalogue& catalogue,
    const Policy& object,
    std::vector<Fact>& facts) {
  if (!hidden_table(catalogue, object, object.table)) {
    facts.push_back(
        {object.kind,
         table_of(catalogue, object.table),
         std::string(object.name),
         ""});
  }
}

void add_facts(
    const Catalogue& /*catalogue*/,
    const SchemaObject& object,
    std::vector<Fact>& facts) {
  if (object.alive && !object.implied) {
    facts.push_back(
        {ddl::ObjectKind::schema, "", std::string(object.name), ""});
  }
}

// Extensions and roles are of the database and the server: a Down that leaves
// them does right.
void add_facts(
    const Catalogue& /*catalogue*/,
    const Extension& /*object*/,
    std::vector<Fact>& /*facts*/) {}

void add_facts(
    const Catalogue& /*catalogue*/,
    const Role& /*object*/,
    std::vector<Fact>& /*facts*/) {}

} // namespace migcheck::schema
