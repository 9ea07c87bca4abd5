#include "lists/language.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

TEST(LanguageOf, KnowsPaths) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"a/b.go", "go"},
      {"A.TS", "typescript"},
      {"x.test.tsx", "typescript"},
      {"Dockerfile", "dockerfile"},
      {"x/Dockerfile.dev", "dockerfile"},
      {"api.dockerfile", "dockerfile"},
      {"GNUmakefile", "makefile"},
      {"Makefile.am", "makefile"},
      {"CMakeLists.txt", "cmake"},
      {"meson.build", "meson"},
      {"sqitch.plan", "text"},
      {"list.txt", "text"},
      {".gitlab-ci.yml", "yaml"},
      {".env", "text"},
      {"a.unknown", "other"},
      {"a.extension-that-is-long", "other"},
      {"run", "text"},
      {"a.sql", "sql"},
      {"README.md", ""},
      {"README", ""},
      {"x.PNG", ""},
      {"go.sum", ""},
      {"", "text"}};
  for (const auto& [path, name] : cases) {
    const Language* language = language_of(path);
    EXPECT_EQ(language == nullptr ? "" : language->name, name) << path;
  }
}

} // namespace
} // namespace migcheck::lists
