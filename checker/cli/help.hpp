// The texts that are printed from the option table.
#pragma once

#include "cli/option_table.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// The help of one command; lines of at most 80 columns, examples excepted.
std::string command_help(CommandId id);

// `migcheck --help`: the commands, and the help of `check`.
std::string general_help();

// The manual page, in mdoc.
std::string manual_page();

// The completions of a shell: "bash", "zsh" or "fish".
std::string completions(std::string_view shell);

// Text in lines of at most `width` columns, each but the first after `indent`
// blanks. Ends without a line end.
std::string
wrapped(std::string_view text, std::size_t indent, std::size_t width = 80);

} // namespace migcheck
