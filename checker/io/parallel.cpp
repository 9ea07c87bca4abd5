// Threads are made when they are first needed and then wait for more: making
// one costs as much as a hundred files.
#include "io/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <pthread.h>
#include <thread>

namespace migcheck {
namespace {

constexpr std::size_t items_worth_threads = 1500;
constexpr unsigned most_threads = 8;
constexpr std::size_t stack_bytes = std::size_t{4} << 20;

using Work = std::function<void(unsigned, std::size_t, std::size_t)>;

// One call: what its threads share.
struct Job {
  std::size_t items;
  std::size_t chunk;
  const Work& work;
  std::atomic<std::size_t> next{0};
  // Under the pool's mutex:
  unsigned wanted = 0;  // helpers that may still join
  unsigned joined = 0;  // helpers that did, ever
  unsigned running = 0; // of those, how many are not done
  std::exception_ptr failure;
};

void run(Job& job, unsigned worker) {
  while (true) {
    const std::size_t begin = job.next.fetch_add(job.chunk);
    if (begin >= job.items) {
      return;
    }
    const std::size_t left = job.items - begin;
    job.work(worker, begin, begin + std::min(job.chunk, left));
  }
}

class Pool {
 public:
  // Runs the job on this thread and on as many as `helpers` others. A thread
  // that cannot be had is done without.
  void run_all(Job& job, unsigned helpers) {
    const std::unique_lock alone(in_use_, std::try_to_lock);
    if (!alone.owns_lock()) {
      helpers = 0; // called from work of another call
    }
    if (helpers > 0) {
      offer(job, helpers);
    }
    take_part(job, 0);
    if (helpers > 0) {
      withdraw(job);
    }
    if (job.failure) {
      std::rethrow_exception(job.failure);
    }
  }

 private:
  void offer(Job& job, unsigned helpers) {
    while (threads_ < helpers && add_thread()) {
      ++threads_;
    }
    const std::lock_guard lock(mutex_);
    job.wanted = helpers;
    job_ = &job;
    wake_.notify_all();
  }

  // No further helper joins; those that did finish.
  void withdraw(Job& job) {
    std::unique_lock lock(mutex_);
    job_ = nullptr;
    done_.wait(lock, [&] { return job.running == 0; });
  }

  void take_part(Job& job, unsigned worker) {
    try {
      run(job, worker);
    } catch (...) {
      job.next = job.items;
      const std::lock_guard lock(mutex_);
      if (!job.failure) {
        job.failure = std::current_exception();
      }
    }
  }

  void serve() {
    std::unique_lock lock(mutex_);
    while (true) {
      wake_.wait(lock, [&] { return job_ != nullptr && job_->wanted > 0; });
      Job& job = *job_;
      --job.wanted;
      ++job.running;
      const unsigned worker = ++job.joined;
      lock.unlock();
      take_part(job, worker);
      lock.lock();
      --job.running;
      done_.notify_one();
    }
  }

  static void* serve_pool(void* pool) {
    static_cast<Pool*>(pool)->serve();
    return nullptr;
  }

  bool add_thread() {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) {
      return false;
    }
    pthread_attr_setstacksize(&attributes, stack_bytes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread{};
    const bool made =
        pthread_create(&thread, &attributes, serve_pool, this) == 0;
    pthread_attr_destroy(&attributes);
    return made;
  }

  std::mutex in_use_;
  unsigned threads_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable done_;
  Job* job_ = nullptr;
};

// Never destroyed: its threads wait in it until the process ends.
Pool& pool() {
  static Pool* const only = new Pool;
  return *only;
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
  chunk = std::max<std::size_t>(chunk, 1);
  Job job{.items = items, .chunk = chunk, .work = work, .failure = {}};
  const std::size_t chunks = (items - 1) / chunk + 1;
  const auto workers = std::clamp<std::size_t>(threads, 1, chunks);
  if (workers == 1) {
    run(job, 0);
  } else {
    pool().run_all(job, static_cast<unsigned>(workers - 1));
  }
}

} // namespace migcheck
