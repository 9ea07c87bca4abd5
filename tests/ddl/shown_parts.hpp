// What shown() is put together from: names, columns, constraints and other
// parts of statements as texts.
#pragma once

#include "model/ddl.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::ddl::parts {

std::string of(const QualifiedName& name);
std::string_view of(ObjectKind kind);
std::string of(const Expression& expression);
std::string of(const ColumnDefinition& column);
std::string of(const ColumnPosition& position);
std::string of(const ConstraintDefinition& constraint);
std::string of(const std::vector<KeyElement>& elements);
std::string of(const IndexDefinition& index);
std::string of(const LikeClause& like);
std::string of(const Argument& argument);
std::string of(const DroppedObject& object);
std::string of(const FunctionCall& call);
std::string of(const DynamicPart& part);

// With commas; "()" for what is empty.
std::string joined(const std::vector<std::string>& list);
std::string joined(const std::vector<QualifiedName>& list);
std::string joined(const std::vector<Name>& list);

// ` word` where it holds.
std::string flag(bool holds, std::string_view word);

// ` word text` where there is text.
std::string field(std::string_view word, const std::string& text);

// The texts of all, `; ` between.
template <typename List>
std::string each(const List& list) {
  std::string text;
  for (const auto& item : list) {
    text += text.empty() ? "" : "; ";
    text += of(item);
  }
  return text;
}

} // namespace migcheck::ddl::parts
