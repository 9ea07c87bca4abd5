// One row for each language: its name, its lexer and the lexer's forms.
#pragma once

#include "lists/language.hpp"
#include "lists/lexer_forms.hpp"
#include "lists/lexer_shell.hpp"

namespace migcheck::lists {
namespace rows {

constexpr Language code(std::string_view name, const CodeForms& forms) {
  return {name, LanguageFamily::code, &forms, {}};
}

constexpr Language other_code(std::string_view name, const CodeForms& forms) {
  return {name, LanguageFamily::generic, &forms, {}};
}

constexpr Language words(std::string_view name, WordStyle style) {
  return {name, LanguageFamily::shell, nullptr, style};
}

constexpr Language data(std::string_view name, LanguageFamily family) {
  return {name, family, nullptr, {}};
}

} // namespace rows

inline constexpr Language languages[] = {
    rows::code("c", forms::c),
    rows::code("cpp", forms::c),
    rows::code("csharp", forms::csharp),
    rows::code("dart", forms::dart),
    rows::code("go", forms::go),
    rows::code("groovy", forms::groovy),
    rows::code("java", forms::java),
    rows::code("javascript", forms::javascript),
    rows::code("kotlin", forms::kotlin),
    rows::code("php", forms::php),
    rows::code("python", forms::python),
    rows::code("ruby", forms::ruby),
    rows::code("rust", forms::rust),
    rows::code("scala", forms::scala),
    rows::code("swift", forms::swift),
    rows::code("typescript", forms::javascript),
    rows::other_code("clojure", forms::lisp),
    rows::other_code("elixir", forms::elixir),
    rows::other_code("haskell", forms::haskell),
    rows::other_code("hcl", forms::hcl),
    rows::other_code("ini", forms::ini),
    rows::other_code("julia", forms::julia),
    rows::other_code("lua", forms::lua),
    rows::other_code("meson", forms::python),
    rows::other_code("nim", forms::nim),
    rows::other_code("ocaml", forms::ocaml),
    rows::other_code("perl", forms::perl),
    rows::other_code("powershell", forms::powershell),
    rows::other_code("r", forms::r),
    rows::other_code("toml", forms::toml),
    rows::other_code("other", forms::generic),
    rows::words("batch", WordStyle::shell),
    rows::words("cmake", WordStyle::cmake),
    rows::words("dockerfile", WordStyle::dockerfile),
    rows::words("makefile", WordStyle::make),
    rows::words("shell", WordStyle::shell),
    rows::words("spec", WordStyle::make), // RPM
    rows::words("text", WordStyle::text),
    rows::data("json", LanguageFamily::json),
    rows::data("sql", LanguageFamily::sql),
    rows::data("xml", LanguageFamily::xml),
    rows::data("yaml", LanguageFamily::yaml)};

// Null when there is no language of that name.
constexpr const Language* find_language(std::string_view name) {
  for (const Language& language : languages) {
    if (language.name == name) {
      return &language;
    }
  }
  return nullptr;
}

} // namespace migcheck::lists
