// What compose files, Dockerfiles, workflows and files of tasks run, over a
// project in memory.
#include "io/memory_reader.hpp"
#include "layouts/layout.hpp"
#include "pipeline.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

constexpr std::string_view goose =
    "-- +goose Up\nCREATE TABLE a (id int);\n-- +goose Down\nDROP TABLE a;\n";

// "tool directory files order", one for each use; "cut" where files may not
// arrive whole.
std::string describe(const Runs& runs) {
  const std::vector<std::string> orders = {
      "written", "name", "number", "time", "unsorted", "unknown"};
  std::string text;
  for (const RunnerUse& use : runs.uses) {
    text += text.empty() ? "" : "; ";
    text += use.tool + (use.whole ? " " : " cut ") + use.directory->path;
    if (!use.runner) {
      text += " " + std::to_string(use.files.size()) + " " +
              orders[static_cast<std::size_t>(use.order)];
    }
  }
  return text;
}

// Two migrations in `db/migrations`, and one more file.
std::unique_ptr<LoadedProject>
load(const std::string& path, const std::string& text) {
  MemoryReader reader;
  reader.add("db/migrations/001_a.sql", std::string(goose));
  reader.add("db/migrations/002_b.sql", std::string(goose));
  reader.add(path, text);
  CheckOptions options;
  options.jobs = 1;
  auto loaded = load_project(reader, options, {.lists = true});
  return loaded ? std::move(*loaded) : nullptr;
}

std::string uses_of(const std::string& path, const std::string& text) {
  const auto loaded = load(path, text);
  return loaded == nullptr ? "error" : describe(loaded->project.runs);
}

struct Row {
  const char* path;
  const char* text;
  const char* uses;
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(uses_of(row.path, row.text), row.uses) << row.path << "\n"
                                                     << row.text;
  }
}

TEST(FindRuns, ReadsComposeFiles) {
  const std::string init = "docker-entrypoint-initdb.d db/migrations 2 name";
  expect({
      {"compose.yaml",
       "services:\n  db:\n    volumes:\n"
       "      - ./db/migrations:/docker-entrypoint-initdb.d:ro\n",
       init.c_str()},
      {"docker-compose.yml",
       "services:\n  db:\n    volumes: "
       "['./db/migrations/:/docker-entrypoint-initdb.d/']\n",
       init.c_str()},
      {"deploy/compose.yml",
       "services:\n  db:\n    volumes:\n      - type: bind\n"
       "        source: ../db/migrations\n"
       "        target: /docker-entrypoint-initdb.d\n",
       init.c_str()},
      {"compose.yaml",
       "services:\n  db:\n    volumes:\n"
       "      - ./db/migrations:/docker-entrypoint-initdb.d.off\n",
       ""},
      {"compose.yaml",
       "services:\n  db:\n    volumes:\n"
       "      - ./db/migrations:/docker-entrypoint-initdb.d/sub\n"
       "      - migrations:/docker-entrypoint-initdb.d\n",
       ""},
      {"compose.yaml",
       "services:\n  up:\n    image: migrate/migrate:v4\n"
       "    command: [\"-path\", \"/m\", \"up\"]\n"
       "    volumes:\n      - ./db/migrations:/m\n",
       "migrate db/migrations"},
      {"compose.yaml",
       "services:\n  up:\n    image: migrate/migrate\n"
       "    entrypoint: /migrate -path=/m/ -database x\n    command: up\n"
       "    volumes:\n      - ./db/migrations:/m\n",
       "migrate db/migrations"},
      {"compose.yaml",
       "services:\n  up:\n    image: ghcr.io/amacneil/dbmate:2\n"
       "    command: --wait up\n    volumes:\n      - ./db:/db\n",
       "dbmate db/migrations"},
      {"compose.yaml",
       "services:\n  up:\n    image: postgres\n    entrypoint: [sh, -c]\n"
       "    command:\n      - |\n        for f in /m/*.sql; do\n"
       "          psql -f \"$$f\"\n        done\n"
       "    volumes:\n      - ./db/migrations:/m\n",
       "psql db/migrations 2 name"},
      {"compose.yaml",
       "services:\n  up:\n    command: >\n      sh -c \"goose -dir /m\n"
       "      postgres $$DSN up\"\n"
       "    volumes:\n      - ./db/migrations:/m\n",
       "goose db/migrations"},
      {"compose.yaml",
       "services:\n  up:\n    command: psql -f /other/001_a.sql\n"
       "    volumes:\n      - ./other:/other\n",
       ""},
  });
}

TEST(FindRuns, ReadsDockerfiles) {
  expect({
      {"Dockerfile",
       "FROM postgres\nCOPY db/migrations/ /docker-entrypoint-initdb.d/\n",
       "docker-entrypoint-initdb.d db/migrations 2 name"},
      {"db/Dockerfile",
       "FROM postgres\nADD ./migrations/001_a.sql \\\n"
       "    /docker-entrypoint-initdb.d/\n",
       "docker-entrypoint-initdb.d db/migrations 1 name"},
      {"Dockerfile",
       "FROM golang AS a\nFROM alpine\nWORKDIR /app\nCOPY db ./db\n"
       "CMD [\"goose\", \"-dir\", \"/app/db/migrations\", \"up\"]\n",
       "goose db/migrations"},
      {"migrate.Dockerfile",
       "FROM migrate/migrate\nCOPY ./db/migrations /migrations\n"
       "ENTRYPOINT [\"/bin/sh\", \"-c\", \"migrate -path=/migrations up\"]\n",
       "migrate db/migrations"},
      {"Dockerfile",
       "FROM alpine\nCOPY db/migrations /m\nCMD goose -dir /m up\n",
       "goose db/migrations"},
      {"Dockerfile",
       "FROM postgres\nCOPY --from=build /x /docker-entrypoint-initdb.d/\n"
       "# COPY db/migrations /docker-entrypoint-initdb.d/\n",
       ""},
  });
}

TEST(FindRuns, ReadsFilesOfTasks) {
  expect({
      {"Makefile",
       "DIR ?= ./db/migrations\nup:\n\t@goose -dir $(DIR) up\n",
       "goose db/migrations"},
      {"Makefile",
       "up:\n\t@for f in $(DIR)/*.sql; do \\\n\t  psql -f $$f; \\\n\tdone\n"
       "ROOT = db\nDIR = $(ROOT)/migrations # here\n",
       "psql db/migrations 2 name"},
      {"Makefile",
       "up:\n\tcd db/migrations && goose up\n",
       "goose db/migrations"},
      {"Makefile",
       "up:\n\t$(GOOSE) -dir db/migrations up\nGOOSE ?= $(BIN)/goose\n",
       "goose db/migrations"},
      {"Makefile", "up:\n\tgoose -dir $(MIGRATIONS) up\n", ""},
      {"db/Makefile",
       "up:\n\t-goose -dir migrations up\n",
       "goose db/migrations"},
      {"justfile",
       "up:\n    @goose -dir db/migrations {{ dsn }} up\n",
       "goose db/migrations"},
      {"Taskfile.yml",
       "tasks:\n  up:\n    cmds:\n      - goose -dir db/migrations up\n"
       "      - cmd: psql -f db/migrations/001_a.sql\n",
       "goose db/migrations; psql db/migrations 1 written"},
      {"package.json",
       "{\"scripts\": {\"up\": \"goose -dir \\\"db/migrations\\\" up\"},\n"
       " \"other\": {\"x\": \"goose -dir db/migrations up\"}}\n",
       "goose db/migrations"},
      {"bin/setup",
       "#!/bin/sh\ngoose -dir db/migrations up\n",
       "goose db/migrations"},
      {"bin/notes", "goose -dir db/migrations up\n", ""},
  });
}

TEST(FindRuns, ReadsWorkflows) {
  expect({
      {".github/workflows/a.yml",
       "jobs:\n  t:\n    steps:\n"
       "      - run: goose -dir db/migrations up\n"
       "      - run: goose up\n        working-directory: db/migrations\n"
       "      - run: psql -f ${{ github.workspace }}/db/migrations/001_a.sql\n",
       "goose db/migrations; goose db/migrations; "
       "psql db/migrations 1 written"},
      {".github/workflows/a.yml",
       "jobs:\n  t:\n    defaults:\n      run:\n"
       "        working-directory: db\n    steps:\n"
       "      - run: sed 's/x/y/' migrations/001_a.sql | psql\n",
       "psql cut db/migrations 1 written"},
      {"sub/.github/workflows/a.yml",
       "jobs:\n  t:\n    steps:\n      - run: goose -dir db/migrations up\n",
       ""},
  });
}

TEST(FindRuns, ReadsFiltersOfWorkflows) {
  const auto loaded = load(
      ".github/workflows/a.yml",
      "on:\n  push:\n    branches: [main]\n    paths:\n      - 'a/**'\n"
      "      - \"!a/b\"\n  pull_request:\n    paths-ignore: docs/**\n"
      "jobs:\n  t:\n    steps:\n      - uses: x/migcheck@v1\n");
  ASSERT_NE(loaded, nullptr);
  ASSERT_EQ(loaded->project.runs.workflows.size(), 1u);
  const Workflow& workflow = loaded->project.runs.workflows[0];
  EXPECT_FALSE(workflow.unfiltered);
  EXPECT_TRUE(workflow.runs_check);
  ASSERT_EQ(workflow.filters.size(), 2u);
  EXPECT_EQ(workflow.filters[0].event, "push");
  EXPECT_EQ(
      workflow.filters[0].patterns, (std::vector<std::string>{"a/**", "!a/b"}));
  EXPECT_TRUE(workflow.filters[1].ignore);
  EXPECT_EQ(workflow.filters[1].patterns, std::vector<std::string>{"docs/**"});
}

TEST(FindRuns, KnowsWorkflowsThatAlwaysRun) {
  struct Event {
    const char* on;
    bool unfiltered;
  };

  const std::vector<Event> events = {
      {"on: push\n", true},
      {"on: [pull_request, workflow_dispatch]\n", true},
      {"on: workflow_dispatch\n", false},
      {"on:\n  pull_request:\n", true},
      {"on:\n  push:\n    branches: [main]\n", true},
      {"on:\n  push:\n    tags: ['v*']\n", false},
      {"on:\n  push:\n    tags: ['v*']\n    branches-ignore: [x]\n", true},
      {"on:\n  push:\n    paths: ['a/**']\n", false},
      {"on:\n  push:\n    paths: &a ['a/**']\n", false},
      {"on:\n  push:\n    paths: *a\n", true},
      {"on:\n  push:\n    paths: [a, *a]\n", true},
      {"on:\n  push:\n    paths:\n      - a\n      - *a\n", true},
      {"on:\n  push:\n    paths:\n    branches: [a]\n", true},
      {"on:\n  push:\n    paths: ['**a']\n  merge_group:\n", true},
      {"on:\n  push:\n    paths: ['*']\n  workflow_call: {}\n", true},
      {"on:\n  schedule:\n    - cron: '0 0 * * *'\n", false}};
  for (const Event& event : events) {
    const auto loaded = load(".github/workflows/a.yml", event.on);
    ASSERT_NE(loaded, nullptr);
    ASSERT_EQ(loaded->project.runs.workflows.size(), 1u) << event.on;
    EXPECT_EQ(loaded->project.runs.workflows[0].unfiltered, event.unfiltered)
        << event.on;
  }
}

} // namespace
} // namespace migcheck
