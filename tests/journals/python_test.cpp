// What is read of the files of Alembic and Django.
#include "journals/python_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace migcheck {
namespace {

// `revision` as "a,b", "" for None, "?" for what is no literal, "-" for no
// assignment.
std::string value_of(const std::string& text) {
  const PythonAssignment found = read_module_strings(text, {"revision"})[0];
  if (!found.assigned) {
    return "-";
  }
  if (!found.value) {
    return "?";
  }
  std::string joined;
  for (const auto& [value, span] : found.value->strings) {
    EXPECT_EQ(span.of(text), value);
    joined += (joined.empty() ? "" : ",") + value;
  }
  return joined;
}

TEST(PythonReader, ReadsModuleStrings) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"revision = 'a'", "a"},
      {"revision=\"a\"\n", "a"},
      {"revision = 'a'  # why 'b'\n", "a"},
      {"revision: str = 'a'\n", "a"},
      {"revision: Union[str, None] = None\n", ""},
      {"revision: Dict[str, int] = ('a', 'b')\n", "a,b"},
      {"revision = (\n  'a',\n  # c\n  'b',\n)\n", "a,b"},
      {"revision = ['a']\r\n", "a"},
      {"revision = \\\n  'a'\n", "a"},
      {"revision = r'a'\n", "a"},
      {"revision = u'a'\n", "a"},
      {"\"\"\"doc\n\nrevision = 'x'\n\"\"\"\nrevision = 'a'\n", "a"},
      {"revision = 'a'\nrevision = 'b'\n", "b"},
      {"revision = 'a' 'b'\n", "?"},
      {"revision = f'a'\n", "?"},
      {"revision = 'a' + x\n", "?"},
      {"revision = other\n", "?"},
      {"revision = make('a')\n", "?"},
      {"  revision = 'a'\n", "-"},
      {"def f():\n    revision = 'a'\n", "-"},
      {"down_revision = 'a'\n", "-"},
      {"revision == 'a'\n", "?"},
      {"x = revision = 'a'\n", "-"},
      {"revision\n", "-"},
      {"revision = 'a", "a"},
      {"revision = '''a\nb'''\n", "a\nb"},
      {"x = (\nrevision = 'a'\n)\n", "-"},
      {"", "-"}};
  for (const auto& [text, value] : cases) {
    EXPECT_EQ(value_of(text), value) << text;
  }
}

// `a.b c.d` of the dependencies; "?" for what is no literal.
std::string pairs_of(const std::string& body) {
  const std::string text =
      "from django.db import migrations\n\n\nclass Migration(migrations."
      "Migration):\n" +
      body + "\n    operations = [migrations.RunSQL('x')]\n";
  const DjangoMigration found = read_django_migration(text);
  EXPECT_TRUE(found.is_migration);
  if (!found.dependencies.assigned) {
    return "-";
  }
  if (!found.dependencies.literal) {
    return "?";
  }
  std::string joined;
  for (const PythonPair& pair : found.dependencies.pairs) {
    EXPECT_EQ(pair.span.of(text), pair.second);
    joined += (joined.empty() ? "" : " ") + pair.first + "." + pair.second;
  }
  return joined;
}

TEST(PythonReader, ReadsDependenciesOfDjango) {
  const std::string swap =
      "migrations.swappable_dependency(settings.AUTH_USER_MODEL)";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"    dependencies = []", ""},
      {"    dependencies = [('a', 'b')]", "a.b"},
      {"    dependencies = [\n        ('a', 'b'),\n        (\"c\", \"d\",),\n"
       "    ]",
       "a.b c.d"},
      {"    dependencies = (('a', 'b'),)", "a.b"},
      {"    dependencies = [" + swap + ", ('a', 'b')]", "a.b"},
      {"    dependencies = [('a', 'b'), " + swap + "]", "a.b"},
      {"    initial = True\n\n    dependencies = [('a', 'b')]", "a.b"},
      {"    dependencies: list = [('a', 'b')]", "a.b"},
      {"    dependencies = [('a', 'b')] + more", "?"},
      {"    dependencies = [('a', name)]", "?"},
      {"    dependencies = [('a', 'b', 'c')]", "?"},
      {"    dependencies = [('a', 'b') for x in y]", "?"},
      {"    dependencies = more()", "?"},
      {"    dependencies = [('a', 'b')]\n    dependencies += [('c', 'd')]",
       "?"},
      {"    if x:\n        dependencies = [('a', 'b')]", "a.b"},
      {"    pass", "-"}};
  for (const auto& [body, value] : cases) {
    EXPECT_EQ(pairs_of(body), value) << body;
  }
}

TEST(PythonReader, KnowsWhatIsNoMigration) {
  for (const std::string text :
       {"class Other:\n    dependencies = [('a', 'b')]\n",
        "dependencies = [('a', 'b')]\n",
        "",
        "class"}) {
    EXPECT_FALSE(read_django_migration(text).is_migration) << text;
  }
}

TEST(PythonReader, EndsOnAnyText) {
  const std::string bytes = "a'\"#\\\n\r ()[]{}=:,rf.";
  std::uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string text = "class Migration:\n    dependencies";
    for (int i = 0; i < 20; ++i) {
      state = state * 1664525 + 1013904223;
      text += bytes[(state >> 16) % bytes.size()];
    }
    read_django_migration(text);
    read_module_strings(text, {"a", "r"});
  }
}

} // namespace
} // namespace migcheck
