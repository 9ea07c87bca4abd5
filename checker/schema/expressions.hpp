// What expressions speak of, and what the server calls an index's column that
// is one.
#pragma once

#include "schema/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::schema {

// Columns of the table that the expression mentions, in order, each once.
std::vector<ColumnNumber>
columns_of(const Session& session, Id table, const ddl::Expression& expression);

// Functions of the catalogue that it calls.
std::vector<Id>
functions_of(const Session& session, const ddl::Expression& expression);

// `lower` for `lower(name)`, `day` for `(day)::text`, `expr` for what has no
// name of its own. The text is that of ddl::Expression.
std::string name_of_expression(std::string_view text);

// Adds what is not there yet.
template <typename T>
void add_missing(std::vector<T>& all, const T& one) {
  for (const T& known : all) {
    if (known == one) {
      return;
    }
  }
  all.push_back(one);
}

template <typename T>
bool holds(const std::vector<T>& all, const T& one) {
  for (const T& known : all) {
    if (known == one) {
      return true;
    }
  }
  return false;
}

// Takes one away; from the end, where most leave.
template <typename T>
void take_out(std::vector<T>& all, const T& one) {
  for (std::size_t i = all.size(); i-- > 0;) {
    if (all[i] == one) {
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }
}

} // namespace migcheck::schema
