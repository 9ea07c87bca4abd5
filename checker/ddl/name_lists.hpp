// Lists that hold each name once, in the order of first use.
#pragma once

#include "model/ddl_data.hpp"
#include "model/ddl_names.hpp"

#include <string>
#include <vector>

namespace migcheck::ddl {

// Each adds what `list` does not hold yet; a name of an object or a call that
// is empty is left out. Only lists that are short are searched, so that time
// stays linear: longer ones may hold a name twice.
void add_once(std::vector<std::string>& list, std::string name);
void add_once(std::vector<QualifiedName>& list, QualifiedName name);

// Calls are the same where their literals are, too.
void add_once(std::vector<FunctionCall>& list, FunctionCall call);

} // namespace migcheck::ddl
