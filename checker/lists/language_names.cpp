// Which language a file is written in, by its name.
#include "lists/language_table.hpp"
#include "text/ascii.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace migcheck::lists {
namespace {

struct Name {
  std::string_view name;
  std::string_view language; // "" = not read
};

// By extension, sorted.
constexpr Name extensions[] = {
    {"7z", ""},
    {"ac", "makefile"},
    {"adoc", ""},
    {"am", "makefile"},
    {"asciidoc", ""},
    {"astro", "typescript"},
    {"avif", ""},
    {"bash", "shell"},
    {"bat", "batch"},
    {"bin", ""},
    {"bmp", ""},
    {"bzl", "python"},
    {"c", "c"},
    {"cc", "cpp"},
    {"cfg", "ini"},
    {"changelog", ""},
    {"cjs", "javascript"},
    {"class", ""},
    {"clj", "clojure"},
    {"cljs", "clojure"},
    {"cmake", "cmake"},
    {"cmd", "batch"},
    {"conf", "ini"},
    {"config", "xml"},
    {"cpp", "cpp"},
    {"cql", "sql"},
    {"cs", "csharp"},
    {"csproj", "xml"},
    {"css", ""},
    {"csv", ""},
    {"cts", "typescript"},
    {"cxx", "cpp"},
    {"dart", "dart"},
    {"db", ""},
    {"ddl", "sql"},
    {"diff", ""},
    {"dll", ""},
    {"dockerfile", "dockerfile"},
    {"dylib", ""},
    {"edn", "clojure"},
    {"ejs", "javascript"},
    {"eot", ""},
    {"ex", "elixir"},
    {"exe", ""},
    {"exs", "elixir"},
    {"fs", "ocaml"},
    {"fsproj", "xml"},
    {"gif", ""},
    {"go", "go"},
    {"gradle", "groovy"},
    {"groovy", "groovy"},
    {"gz", ""},
    {"h", "c"},
    {"hcl", "hcl"},
    {"hh", "cpp"},
    {"hpp", "cpp"},
    {"hs", "haskell"},
    {"htm", ""},
    {"html", ""},
    {"ico", ""},
    {"in", "makefile"},
    {"ini", "ini"},
    {"install", "text"},
    {"ipynb", ""},
    {"jar", ""},
    {"java", "java"},
    {"jl", "julia"},
    {"jpeg", ""},
    {"jpg", ""},
    {"js", "javascript"},
    {"json", "json"},
    {"json5", "json"},
    {"jsonc", "json"},
    {"jsx", "javascript"},
    {"kt", "kotlin"},
    {"kts", "kotlin"},
    {"lock", ""},
    {"log", ""},
    {"lua", "lua"},
    {"m", "c"},
    {"make", "makefile"},
    {"map", ""},
    {"markdown", ""},
    {"md", ""},
    {"mdx", ""},
    {"mjs", "javascript"},
    {"mk", "makefile"},
    {"ml", "ocaml"},
    {"mm", "c"},
    {"mp4", ""},
    {"mts", "typescript"},
    {"mysql", "sql"},
    {"nim", "nim"},
    {"nims", "nim"},
    {"nix", "hcl"},
    {"o", ""},
    {"orig", ""},
    {"otf", ""},
    {"patch", ""},
    {"pdf", ""},
    {"pgsql", "sql"},
    {"php", "php"},
    {"phpt", "php"},
    {"pl", "perl"},
    {"plan", "text"},
    {"plist", "xml"},
    {"pm", "perl"},
    {"png", ""},
    {"pom", "xml"},
    {"pri", "makefile"},
    {"pro", "makefile"},
    {"properties", "ini"},
    {"props", "xml"},
    {"proto", "c"},
    {"ps1", "powershell"},
    {"psm1", "powershell"},
    {"psql", "sql"},
    {"pxd", "python"},
    {"py", "python"},
    {"pyi", "python"},
    {"pyx", "python"},
    {"qrc", "xml"},
    {"r", "r"},
    {"rake", "ruby"},
    {"rb", "ruby"},
    {"rej", ""},
    {"rs", "rust"},
    {"rst", ""},
    {"ru", "ruby"},
    {"sbt", "scala"},
    {"sc", "scala"},
    {"scala", "scala"},
    {"scm", "clojure"},
    {"sh", "shell"},
    {"snap", ""},
    {"so", ""},
    {"spec", "spec"},
    {"sql", "sql"},
    {"sqlite", ""},
    {"star", "python"},
    {"sum", ""},
    {"svelte", "typescript"},
    {"svg", ""},
    {"swift", "swift"},
    {"t", "perl"},
    {"tar", ""},
    {"targets", "xml"},
    {"tf", "hcl"},
    {"tfvars", "hcl"},
    {"toml", "toml"},
    {"ts", "typescript"},
    {"tsv", ""},
    {"tsx", "typescript"},
    {"ttf", ""},
    {"txt", "text"},
    {"vcxproj", "xml"},
    {"vue", "typescript"},
    {"wasm", ""},
    {"webp", ""},
    {"woff", ""},
    {"woff2", ""},
    {"xml", "xml"},
    {"xsd", "xml"},
    {"yaml", "yaml"},
    {"yml", "yaml"},
    {"zig", "c"},
    {"zip", ""},
    {"zsh", "shell"}};

// By whole name without its extension, sorted; before the extension counts.
constexpr Name names[] = {
    {"BUILD", "python"},
    {"CHANGELOG", ""},
    {"CMakeLists", "cmake"},
    {"Containerfile", "dockerfile"},
    {"Dockerfile", "dockerfile"},
    {"Earthfile", "dockerfile"},
    {"GNUmakefile", "makefile"},
    {"Gemfile", "ruby"},
    {"Jenkinsfile", "groovy"},
    {"LICENSE", ""},
    {"Makefile", "makefile"},
    {"Procfile", "yaml"},
    {"README", ""},
    {"Rakefile", "ruby"},
    {"Tiltfile", "python"},
    {"Vagrantfile", "ruby"},
    {"justfile", "makefile"},
    {"makefile", "makefile"},
    {"meson", "meson"},
    {"migrations", "text"}};

constexpr bool by_name(const Name& a, const Name& b) {
  return a.name < b.name;
}

static_assert(
    std::is_sorted(std::begin(extensions), std::end(extensions), by_name));
static_assert(std::is_sorted(std::begin(names), std::end(names), by_name));

constexpr std::size_t slots = 512;
static_assert(std::size(extensions) < slots / 2);

constexpr std::size_t slot_of(std::string_view extension) {
  std::size_t hash = 0;
  for (const char c : extension) {
    hash = 31 * hash + static_cast<unsigned char>(c);
  }
  return hash % slots;
}

// What an extension means; no name where the slot is free.
struct Meaning {
  std::string_view extension;
  const Language* language = nullptr; // null: not read
};

// Every file of a project is looked up here: open addressing, two or three
// comparisons of lengths and one of bytes.
constexpr std::array<Meaning, slots> by_extension = [] {
  std::array<Meaning, slots> table{};
  for (const Name& one : extensions) {
    std::size_t at = slot_of(one.name);
    while (!table[at].extension.empty()) {
      at = (at + 1) % slots;
    }
    table[at] = {one.name, find_language(one.language)};
  }
  return table;
}();

// Null for an extension that is not known.
const Meaning* meaning_of(std::string_view extension) {
  std::size_t at = slot_of(extension);
  while (!by_extension[at].extension.empty()) {
    if (by_extension[at].extension == extension) {
      return &by_extension[at];
    }
    at = (at + 1) % slots;
  }
  return nullptr;
}

const Name* look_up(std::span<const Name> table, std::string_view name) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), Name{name, {}}, by_name);
  return found != table.end() && found->name == name ? &*found : nullptr;
}

// Whether a name with an extension may mean a language by itself.
bool may_be_named(std::string_view base) {
  return base.starts_with("CMa") || base.starts_with("Doc") ||
         base.starts_with("mes");
}

} // namespace

const Language* language_of(std::string_view path) {
  std::size_t begin = path.size(); // of the name
  std::size_t dot = path.size();   // the last one in it
  std::size_t first = path.size(); // the first one
  while (begin > 0 && path[begin - 1] != '/') {
    --begin;
    if (path[begin] == '.') {
      dot = dot == path.size() ? begin : dot;
      first = begin;
    }
  }
  const std::string_view base = path.substr(begin);
  const bool no_extension = dot == path.size() || dot == begin;
  const Name* found = nullptr;
  if (no_extension || may_be_named(base)) {
    const std::string_view stem = path.substr(begin, first - begin);
    if (no_extension || stem == "CMakeLists" || stem == "Dockerfile") {
      found = look_up(names, stem);
    }
    if (base == "meson.build") {
      return language_named("meson");
    }
  }
  std::array<char, 16> lower{};
  if (found == nullptr && !no_extension && path.size() - dot <= lower.size()) {
    const std::string_view extension = path.substr(dot + 1);
    for (std::size_t i = 0; i < extension.size(); ++i) {
      lower[i] = to_lower(extension[i]);
    }
    const Meaning* known = meaning_of({lower.data(), extension.size()});
    if (known != nullptr) {
      return known->language;
    }
  }
  if (found != nullptr) {
    return found->language.empty() ? nullptr : language_named(found->language);
  }
  static constexpr const Language* text = find_language("text");
  static constexpr const Language* other = find_language("other");
  return no_extension ? text : other;
}

} // namespace migcheck::lists
