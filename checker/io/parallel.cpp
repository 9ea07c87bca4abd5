#include "io/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <pthread.h>
#include <thread>
#include <vector>

namespace migcheck {
namespace {

constexpr std::size_t items_worth_threads = 1500;
constexpr unsigned most_threads = 8;
constexpr std::size_t stack_bytes = std::size_t{4} << 20;

using Work = std::function<void(unsigned, std::size_t, std::size_t)>;

// What the threads of one call share.
struct Shared {
  std::size_t items;
  std::size_t chunk;
  const Work& work;
  std::atomic<std::size_t> next{0};
};

struct Worker {
  Shared* shared = nullptr;
  unsigned number = 0;
  std::exception_ptr failure;
  pthread_t thread{};
  bool started = false;
};

void run(Worker& worker) {
  Shared& shared = *worker.shared;
  try {
    while (true) {
      const std::size_t begin = shared.next.fetch_add(shared.chunk);
      if (begin >= shared.items) {
        return;
      }
      const std::size_t left = shared.items - begin;
      shared.work(worker.number, begin, begin + std::min(shared.chunk, left));
    }
  } catch (...) {
    worker.failure = std::current_exception();
    shared.next = shared.items;
  }
}

void* run_thread(void* worker) {
  run(*static_cast<Worker*>(worker));
  return nullptr;
}

// A thread that cannot be had is done without: the others take its work.
void start(std::vector<Worker>& workers) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) {
    return;
  }
  pthread_attr_setstacksize(&attributes, stack_bytes);
  for (std::size_t i = 1; i < workers.size(); ++i) {
    Worker& worker = workers[i];
    worker.started =
        pthread_create(&worker.thread, &attributes, run_thread, &worker) == 0;
  }
  pthread_attr_destroy(&attributes);
}

} // namespace

unsigned thread_count(unsigned jobs, std::size_t items) {
  if (jobs != 0) {
    return jobs;
  }
  if (items < items_worth_threads) {
    return 1;
  }
  return std::clamp(std::thread::hardware_concurrency(), 1u, most_threads);
}

void for_each_chunk(
    std::size_t items, unsigned threads, std::size_t chunk, const Work& work) {
  if (items == 0) {
    return;
  }
  Shared shared{items, std::max<std::size_t>(chunk, 1), work};
  const std::size_t chunks = (items - 1) / shared.chunk + 1;
  std::vector<Worker> workers(std::clamp<std::size_t>(threads, 1, chunks));
  for (std::size_t i = 0; i < workers.size(); ++i) {
    workers[i].shared = &shared;
    workers[i].number = static_cast<unsigned>(i);
  }
  start(workers);
  run(workers.front());
  for (Worker& worker : workers) {
    if (worker.started) {
      pthread_join(worker.thread, nullptr);
    }
  }
  for (const Worker& worker : workers) {
    if (worker.failure) {
      std::rethrow_exception(worker.failure);
    }
  }
}

} // namespace migcheck
