// Shape G: build files, journals, changelogs, plans and plain manifests.
#include "shapes.hpp"

namespace migcheck::lists {
namespace {

using shapes::check;
using shapes::Project;

TEST(ManifestShape, BuildFiles) {
  check({
      {"make",
       "db/Makefile",
       R"(
DATA = sql/001_ants.sql \
	sql/002_bees.sql \
	sql/003_cats.sql \
	sql/005_eels.sql

all: $(DATA)
)",
       " \\\n\tsql/004_dogs.sql"},
      {"make, several on a line",
       "Makefile",
       R"(
DATA = db/sql/001_ants.sql db/sql/002_bees.sql \
       db/sql/003_cats.sql db/sql/005_eels.sql
)",
       " db/sql/004_dogs.sql"},
      {"make, appended",
       "Makefile",
       R"(
DATA = db/sql/001_ants.sql
DATA += db/sql/002_bees.sql
DATA += db/sql/003_cats.sql
DATA += db/sql/005_eels.sql
)",
       "\nDATA += db/sql/004_dogs.sql"},
      {"automake",
       "db/Makefile.am",
       R"(
dist_pkgdata_DATA = \
  sql/001_ants.sql \
  ...
  sql/005_eels.sql
)",
       " \\\n  sql/004_dogs.sql"},
      {"cmake",
       "db/CMakeLists.txt",
       R"(
set(STEPS
    sql/001_ants.sql
    ...
    sql/005_eels.sql)
)",
       "\n    sql/004_dogs.sql"},
      {"cmake, strings in a command",
       "db/CMakeLists.txt",
       R"(
install(FILES
  "sql/001_ants.sql"
  ...
  DESTINATION share/ants
)
)",
       "\n  \"sql/004_dogs.sql\""},
      {"meson",
       "db/meson.build",
       R"(
install_data(
  'sql/001_ants.sql',
  ...
  install_dir: dir,
)
)",
       "\n  'sql/004_dogs.sql',"},
      {"meson, files",
       "db/meson.build",
       R"(
steps = files('sql/001_ants.sql', 'sql/002_bees.sql', 'sql/003_cats.sql', 'sql/005_eels.sql')
)",
       " 'sql/004_dogs.sql',"},
      {"rpm spec",
       "ants.spec",
       R"(
%files
%{_datadir}/ants/sql/001_ants.sql
%{_datadir}/ants/sql/002_bees.sql
%{_datadir}/ants/sql/003_cats.sql
%{_datadir}/ants/sql/005_eels.sql
)",
       "\n%{_datadir}/ants/sql/004_dogs.sql"},
      {"rpm spec, sources",
       "ants.spec",
       R"(
Source1: 001_ants.sql
Source2: 002_bees.sql
Source3: 003_cats.sql
Source5: 005_eels.sql
)",
       "\nSource4: 004_dogs.sql"},
      {"qrc",
       "db/db.qrc",
       R"(<RCC>
    <qresource prefix="/">
        <file>sql/001_ants.sql</file>
        ...
        <file>ants.png</file>
    </qresource>
</RCC>
)",
       "\n        <file>sql/004_dogs.sql</file>"},
      {"csproj",
       "db/Db.csproj",
       R"(<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <EmbeddedResource Include="sql\001_ants.sql" />
    ...
  </ItemGroup>
</Project>
)",
       "\n    <EmbeddedResource Include=\"sql\\004_dogs.sql\" />"},
      {"csproj with removed items",
       "db/Db.csproj",
       R"(<Project>
  <ItemGroup>
    <None Remove="sql\001_ants.sql" />
    <None Remove="sql\002_bees.sql" />
  </ItemGroup>
  <ItemGroup>
    <Content Include="sql\001_ants.sql">
      <CopyToOutputDirectory>Always</CopyToOutputDirectory>
    </Content>
    <Content Include="sql\002_bees.sql">
      <CopyToOutputDirectory>Always</CopyToOutputDirectory>
    </Content>
    <Content Include="sql\003_cats.sql">
      <CopyToOutputDirectory>Always</CopyToOutputDirectory>
    </Content>
    <Content Include="sql\005_eels.sql">
      <CopyToOutputDirectory>Always</CopyToOutputDirectory>
    </Content>
  </ItemGroup>
</Project>
)",
       "\n    <Content Include=\"sql\\004_dogs.sql\">\n      "
       "<CopyToOutputDirectory>Always</CopyToOutputDirectory>\n    "
       "</Content>"},
      {"maven",
       "pom.xml",
       R"(<project>
  <srcFiles>
    <srcFile>db/sql/001_ants.sql</srcFile>
    ...
  </srcFiles>
</project>
)",
       "\n    <srcFile>db/sql/004_dogs.sql</srcFile>"},
      {"gradle",
       "build.gradle.kts",
       R"(
val steps = listOf("001_ants.sql", "002_bees.sql", "003_cats.sql", "005_eels.sql")
)",
       " \"004_dogs.sql\","},
      {"bazel",
       "db/BUILD.bazel",
       R"(
filegroup(
    name = "steps",
    srcs = [
        "sql/001_ants.sql",
        ...
    ],
)
)",
       "\n        \"sql/004_dogs.sql\","},
      {"debian install",
       "debian/ants.install",
       R"(
db/sql/001_ants.sql usr/share/ants
db/sql/002_bees.sql usr/share/ants
db/sql/003_cats.sql usr/share/ants
db/sql/005_eels.sql usr/share/ants
)",
       "\ndb/sql/004_dogs.sql usr/share/ants"},
      {"python manifest",
       "MANIFEST.in",
       R"(
include README
include db/sql/001_ants.sql
...
)",
       "\ninclude db/sql/004_dogs.sql"},
      {"package.json",
       "package.json",
       R"({
  "name": "ants",
  "files": [
    "dist",
    "db/sql/001_ants.sql",
    ...
    "db/sql/005_eels.sql"
  ]
}
)",
       "\n    \"db/sql/004_dogs.sql\","},
      {"cargo",
       "Cargo.toml",
       R"(
[package]
include = [
    "src",
    "db/sql/001_ants.sql",
    ...
]
)",
       "\n    \"db/sql/004_dogs.sql\","},
  });
}

TEST(ManifestShape, ChangelogsAndTexts) {
  check({
      {"liquibase xml",
       "db/master.xml",
       R"(<?xml version="1.0"?>
<databaseChangeLog>
    <include file="sql/001_ants.sql" relativeToChangelogFile="true"/>
    ...
</databaseChangeLog>
)",
       "\n    <include file=\"sql/004_dogs.sql\" "
       "relativeToChangelogFile=\"true\"/>"},
      {"liquibase change sets",
       "db/master.xml",
       R"(<databaseChangeLog>
  <changeSet id="001" author="a">
    <sqlFile path="sql/001_ants.sql"/>
  </changeSet>
  <changeSet id="002" author="a">
    <sqlFile path="sql/002_bees.sql"/>
  </changeSet>
  <changeSet id="003" author="a">
    <sqlFile path="sql/003_cats.sql"/>
  </changeSet>
  <changeSet id="005" author="a">
    <sqlFile path="sql/005_eels.sql"/>
  </changeSet>
</databaseChangeLog>
)",
       "\n  <changeSet id=\"004\" author=\"a\">\n    <sqlFile "
       "path=\"sql/004_dogs.sql\"/>\n  </changeSet>"},
      {"liquibase yaml",
       "db/changelog-master.yaml",
       R"(
databaseChangeLog:
  - include:
      file: sql/001_ants.sql
      relativeToChangelogFile: true
  - include:
      file: sql/002_bees.sql
      relativeToChangelogFile: true
  - include:
      file: sql/003_cats.sql
      relativeToChangelogFile: true
  - include:
      file: sql/005_eels.sql
      relativeToChangelogFile: true
)",
       "\n  - include:\n      file: sql/004_dogs.sql\n      "
       "relativeToChangelogFile: true"},
      {"liquibase json",
       "db/changelog.json",
       R"({"databaseChangeLog": [
  {"include": {"file": "sql/001_ants.sql"}},
  ...
  {"include": {"file": "sql/005_eels.sql"}}
]}
)",
       "\n  {\"include\": {\"file\": \"sql/004_dogs.sql\"}},"},
      {"journal: times cannot be made up",
       "db/sql/meta/_journal.json",
       R"({
  "version": "7",
  "entries": [
    {"idx": 0, "when": 1700000000001, "tag": "001_ants", "breakpoints": true},
    {"idx": 1, "when": 1700000000002, "tag": "002_bees", "breakpoints": true},
    {"idx": 2, "when": 1700000000003, "tag": "003_cats", "breakpoints": true},
    {"idx": 3, "when": 1700000000005, "tag": "005_eels", "breakpoints": true}
  ]
}
)",
       "no fix"},
      {"a manifest of files",
       "db/sql/manifest.json",
       R"({
  "CurrVersion": "5",
  "SchemaUpdateCqlFiles": [
    "001_ants.sql",
    ...
    "005_eels.sql"
  ]
}
)",
       "\n    \"004_dogs.sql\","},
      {"one name per line",
       "db/sql/ORDER",
       "# in order\n001_ants.sql\n"
       "002_bees.sql\n003_cats.sql\n"
       "005_eels.sql\n",
       "\n004_dogs.sql"},
      {"one stem per line",
       "db/sql/order.txt",
       "001_ants\n002_bees\n"
       "003_cats\n005_eels\n",
       "\n004_dogs"},
      {"checksums",
       "db/sql/SHA256SUMS",
       "aa  001_ants.sql\nbb  002_bees.sql\n"
       "cc  003_cats.sql\ndd  "
       "005_eels.sql\n",
       "no fix"},
  });
}

TEST(ManifestShape, Plan) {
  Project project("deploy");
  project.source("sqitch.plan", R"(%syntax-version=1.0.0
%project=ants

001_ants 2024-01-01T00:00:00Z A <a@b.c> # ants, see 004_dogs
002_bees [001_ants] 2024-01-02T00:00:00Z A <a@b.c> # bees
@v1 2024-01-02T00:00:01Z A <a@b.c> # tag
003_cats [001_ants 002_bees] 2024-01-03T00:00:00Z A <a@b.c> # cats
005_eels [!004_dogs] 2024-01-05T00:00:00Z A <a@b.c> # eels
)");
  EXPECT_EQ(project.summary(), "deploy: 001 002 003 005 -004\n");
  EXPECT_EQ(shapes::inserted(project.lists()[0].add_missing), "no fix");
}

TEST(ManifestShape, ProseIsNoManifest) {
  Project project;
  project.source("NOTES.txt", R"(Remember:
001_ants.sql must be run by hand,
then wait for a while
and run
002_bees.sql
)");
  project.source("more.txt", "use 001_ants.sql and 002_bees.sql\n");
  EXPECT_EQ(project.summary(), "");
}

} // namespace
} // namespace migcheck::lists
