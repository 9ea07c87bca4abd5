#include "discover/index_file.hpp"

#include "discover/git_bitmap.hpp"
#include "io/parallel.hpp"

namespace migcheck {
namespace {

constexpr std::uint64_t index_limit = std::uint64_t{256} << 20;
constexpr std::uint64_t config_limit = 1 << 20;

// From here on the checksum is computed beside the parsing.
constexpr std::size_t checksum_worth_a_thread = std::size_t{1} << 20;

// Where an entry has what, in bytes.
constexpr std::size_t changed_at = 0;
constexpr std::size_t modified_at = 8;
constexpr std::size_t number_at = 20;
constexpr std::size_t size_at = 36;
constexpr std::size_t id_at = 40;

constexpr std::int64_t second = 1'000'000'000; // in ns

class IndexReader {
 public:
  IndexReader(
      const FileReader& reader, const GitRepository& repository, GitHash hash)
      : reader_(reader), repository_(repository), hash_(hash) {
    file_.hash = hash;
  }

  // The time comes first: of an index that is written meanwhile it is too early
  // then, and more of its entries are not trusted.
  IndexFile read() {
    file_.time = reader_.git_file_time(repository_, GitFile::index);
    file_.index = read_one(GitFile::index, "", file_.bytes);
    if (file_.index && !file_.index->shared_name().empty()) {
      merge_shared();
    }
    return std::move(file_);
  }

 private:
  void give_up(std::string problem, bool incomplete) {
    file_.index.reset();
    file_.problem = std::move(problem);
    file_.incomplete = incomplete;
  }

  std::unique_ptr<GitIndex> read_one(
      GitFile kind,
      const std::string& name,
      std::unique_ptr<const std::string>& kept) {
    auto bytes = std::make_unique<std::string>();
    const ReadFailure failure =
        reader_.read_git(repository_, kind, name, index_limit, *bytes);
    if (failure == ReadFailure::missing && kind == GitFile::index) {
      return nullptr;
    }
    if (failure != ReadFailure::none) {
      give_up(
          "cannot be read: " + std::string(read_failure_text(failure)), true);
      return nullptr;
    }
    kept = std::move(bytes);
    std::unique_ptr<GitIndex> index;
    bool intact = true;
    const auto work = [&](unsigned, std::size_t begin, std::size_t end) {
      for (; begin < end; ++begin) {
        if (begin == 0) {
          index = std::make_unique<GitIndex>(*kept, hash_);
        } else {
          intact = has_right_checksum(*kept, hash_);
        }
      }
    };
    const bool large = kept->size() >= checksum_worth_a_thread;
    for_each_chunk(2, large ? 2 : 1, 1, work);
    if (index->failure() != GitIndexFailure::none) {
      give_up(index->reason(), index->failure() == GitIndexFailure::damaged);
      return nullptr;
    }
    if (!intact) {
      give_up("does not have the checksum that it says", true);
      return nullptr;
    }
    return index;
  }

  void merge_shared() {
    file_.shared = read_one(
        GitFile::shared_index, file_.index->shared_name(), file_.shared_bytes);
    if (!file_.shared) {
      return;
    }
    file_.index->merge(*file_.shared);
    if (file_.index->failure() != GitIndexFailure::none) {
      give_up(file_.index->reason(), true);
    }
  }

  const FileReader& reader_;
  const GitRepository& repository_;
  GitHash hash_;
  IndexFile file_;
};

// The moment that an entry has in two numbers of 32 bits.
std::int64_t read_time(std::string_view raw, std::size_t at) {
  return read_u32(raw, at) * second + read_u32(raw, at + 4);
}

} // namespace

IndexFile read_index_file(
    const FileReader& reader, const GitRepository& repository, GitHash hash) {
  return IndexReader(reader, repository, hash).read();
}

ReadFailure read_object_format(
    const FileReader& reader, const GitRepository& repository, GitHash& hash) {
  std::string config;
  const ReadFailure failure =
      reader.read_git(repository, GitFile::config, "", config_limit, config);
  hash = object_format(config);
  return failure;
}

bool NotedFile::is(const FileStamp& now, std::int64_t index_time) const {
  const FileStamp then = stamp(index_time);
  return now.known && then.known && now.modified == then.modified &&
         now.changed == then.changed &&
         static_cast<std::uint32_t>(now.number) == then.number &&
         static_cast<std::uint32_t>(now.size) == then.size;
}

FileStamp NotedFile::stamp(std::int64_t index_time) const {
  const std::string_view raw(raw_, id_at);
  FileStamp stamp;
  stamp.modified = read_time(raw, modified_at);
  if (stamp.modified >= index_time) {
    return {};
  }
  stamp.known = true;
  stamp.changed = read_time(raw, changed_at);
  stamp.number = read_u32(raw, number_at);
  stamp.size = read_u32(raw, size_at);
  return stamp;
}

const char* NotedFile::id() const {
  return raw_ + id_at;
}

} // namespace migcheck
