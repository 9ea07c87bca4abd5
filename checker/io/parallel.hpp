// Work over many items on a few threads, with results that do not depend on
// how many.
#pragma once

#include <cstddef>
#include <functional>

namespace migcheck {

// How many threads to use for `items` files: `jobs` when it is not 0, else
// one below 1,500 files and up to 8 or the number of cores above.
unsigned thread_count(unsigned jobs, std::size_t items);

// Calls work(worker, begin, end) for chunks of at most `chunk` items that
// cover [0, items) exactly once; `worker` is below `threads` and calls with
// the same number never overlap. Returns when all are done.
void for_each_chunk(
    std::size_t items,
    unsigned threads,
    std::size_t chunk,
    const std::function<void(unsigned, std::size_t, std::size_t)>& work);

} // namespace migcheck
