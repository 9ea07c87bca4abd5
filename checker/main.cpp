// The outside world into run(), its value out. The one catch is here.
#include "cli/run.hpp"
#include "io/disk_reader.hpp"
#include "io/disk_writer.hpp"
#include "io/git_objects.hpp"
#include "io/process.hpp"

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace {

// Never taken apart.
void leave_to_the_end(std::shared_ptr<const void> left) {
  static auto* const all = new std::vector<std::shared_ptr<const void>>;
  all->push_back(std::move(left));
}

migcheck::Environment real_environment(int count, char** arguments) {
  using namespace migcheck;
  Environment real;
  real.arguments.assign(arguments + (count > 0 ? 1 : 0), arguments + count);
  real.working_directory = working_directory();
  real.variable = environment_variable;
  real.write_out = [](std::string_view text) { return write_stream(1, text); };
  real.write_error = [](std::string_view text) {
    return write_stream(2, text);
  };
  real.terminal = is_terminal(1);
  const auto [year, month, day] = current_day();
  real.today = {year, month, day};
  real.reader = disk_reader;
  real.writer = disk_writer;
  real.read_cache = read_cache_file;
  real.write_cache = write_cache_file;
  real.build = build_identity();
  real.objects = [](const GitRepository& repository) {
    return git_objects_on_disk(repository, environment_variable("PATH"));
  };
  real.leave = leave_to_the_end;
  return real;
}

} // namespace

int main(int count, char** arguments) {
  migcheck::prepare_process();
  try {
    return migcheck::run(real_environment(count, arguments));
  } catch (const std::bad_alloc&) {
    migcheck::write_stream(2, "migcheck: out of memory\n");
    return migcheck::exit_failed;
  } catch (...) {
    migcheck::write_stream(2, "migcheck: internal error, please report it\n");
    return migcheck::exit_bug;
  }
}
