// Which texts may run a tool at all.
#include "runs/tools.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace migcheck::runs {
namespace {

TEST(Tools, StandInATextByTheirNames) {
  for (const std::string_view text :
       {"psql -f a.sql",
        "cat a.sql | docker exec -i db mysql",
        "GOOSE = $(BIN)/goose",
        "go run github.com/pressly/goose/v3/cmd/goose@latest up",
        "docker run ghcr.io/amacneil/dbmate:2 up",
        "sqlite3 x.db",
        "cargo sqlx migrate run"}) {
    EXPECT_TRUE(names_tool(text)) << text;
  }
  for (const std::string_view text :
       {"", "make test", "cat a.sql", "sqlit", "echo GOOSE"}) {
    EXPECT_FALSE(names_tool(text)) << text;
  }
}

} // namespace
} // namespace migcheck::runs
