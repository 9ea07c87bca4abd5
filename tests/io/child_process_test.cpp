// Talking to a program: nothing waits for ever, whatever the other side does.
#include "io/child_process.hpp"
#include "io/process.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace migcheck {
namespace {

class ChildProcessTest : public testing::Test {
 protected:
  void SetUp() override { prepare_process(); }

  static ChildCommand shell(const std::string& script) {
    ChildCommand command;
    command.program = "/bin/sh";
    command.arguments = {"-c", script};
    command.environment = {"PATH=/usr/bin:/bin", "WORD=here"};
    return command;
  }

  static Result<ChildProcess::Ended> run(const ChildCommand& command) {
    auto child = ChildProcess::start(command);
    if (!child) {
      return tl::unexpected(child.error());
    }
    return child->finish();
  }
};

TEST_F(ChildProcessTest, GivesOutputErrorAndStatus) {
  const auto ended = run(shell("echo out; echo err >&2; exit 7"));
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->output, "out\n");
  EXPECT_EQ(ended->error, "err\n");
  EXPECT_EQ(ended->status, 7);
}

TEST_F(ChildProcessTest, SaysWhichSignalKilledIt) {
  const auto ended = run(shell("kill -9 $$"));
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->status, 137);
}

TEST_F(ChildProcessTest, InheritsNothing) {
  setenv("MIGCHECK_TEST_SECRET", "secret", 1);
  const auto ended = run(shell("echo $WORD$MIGCHECK_TEST_SECRET"));
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->output, "here\n");
}

TEST_F(ChildProcessTest, ReportsAProgramThatIsNotThere) {
  ChildCommand command;
  command.program = "/nowhere/git";
  const auto ended = run(command);
  ASSERT_FALSE(ended);
  EXPECT_NE(ended.error().message.find("/nowhere/git"), std::string::npos);
}

// Far more than a pipe holds, both ways at once.
TEST_F(ChildProcessTest, WritesAndReadsAtTheSameTime) {
  auto child = ChildProcess::start(shell("exec cat"));
  ASSERT_TRUE(child);
  const std::string input(std::size_t{5} << 20, 'x');
  for (int round = 0; round < 2; ++round) {
    const auto answer = child->talk(input, [&](std::string_view read) {
      return read.size() == input.size();
    });
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(*answer, input);
  }
  const auto ended = child->finish();
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->status, 0);
  EXPECT_EQ(ended->output, "");
}

TEST_F(ChildProcessTest, KeepsTheBeginningOfALongComplaint) {
  const auto ended = run(shell("yes complaint | head -c 1000000 >&2; echo x"));
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->output, "x\n");
  EXPECT_EQ(ended->error.size(), 4096U);
}

struct Bad {
  const char* script;
  const char* message;
};

class BadChild : public ChildProcessTest,
                 public testing::WithParamInterface<Bad> {};

TEST_P(BadChild, IsAnErrorInTime) {
  ChildCommand command = shell(GetParam().script);
  command.time_limit = std::chrono::milliseconds(300);
  command.output_limit = 1 << 20;
  auto child = ChildProcess::start(command);
  ASSERT_TRUE(child);
  const std::string input(std::size_t{1} << 20, 'x');
  const auto answer =
      child->talk(input, [](std::string_view) { return false; });
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find(GetParam().message), std::string::npos)
      << answer.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    All,
    BadChild,
    testing::Values(
        Bad{"sleep 20", "longer than its time limit"},
        Bad{"cat >/dev/null; sleep 20", "longer than its time limit"},
        Bad{"yes", "more than its limit"},
        Bad{"head -c 1048576 >/dev/null; echo 'why it failed' >&2",
            "why it failed"},
        Bad{"echo 'why it failed' >&2; exec <&- >&-; sleep 20",
            "why it failed"}));

TEST_F(ChildProcessTest, EndsWithItsObject) {
  const auto before = std::chrono::steady_clock::now();
  {
    auto child = ChildProcess::start(shell("sleep 20"));
    ASSERT_TRUE(child);
  }
  EXPECT_LT(
      std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
}

} // namespace
} // namespace migcheck
