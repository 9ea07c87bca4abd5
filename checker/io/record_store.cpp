// A header of 64 bytes, a table in the order of keys, the records one after
// the other. Numbers are in the order of bytes of this machine: so is the
// fingerprint.
#include "io/record_store.hpp"

#include "io/content_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <limits>

namespace migcheck {
namespace {

constexpr std::size_t header_size = 64;

struct Row {
  std::uint64_t key = 0;
  std::uint32_t begin = 0; // from the first record on
  std::uint32_t size = 0;
};

std::string
header(std::uint64_t fingerprint, std::size_t count, std::string_view rest) {
  ContentHash sum;
  sum.add_number(count);
  sum.add_number(content_key(rest).first);
  return fmt::format(
      "{:<{}}\n",
      fmt::format(
          "migcheck records 1 {:016x} {} {:016x}",
          fingerprint,
          count,
          sum.key().first),
      header_size - 1);
}

Row row_at(std::string_view table, std::size_t index) {
  Row row;
  std::memcpy(&row, table.data() + index * sizeof row, sizeof row);
  return row;
}

// The count in a header, which is compared as a whole afterwards.
std::size_t count_in(std::string_view head) {
  constexpr std::size_t before =
      std::string_view("migcheck records 1 0123456789abcdef ").size();
  std::size_t count = 0;
  for (std::size_t at = before; at < head.size() && head[at] != ' '; ++at) {
    if (head[at] < '0' || head[at] > '9') {
      return 0;
    }
    count = 10 * count + static_cast<std::size_t>(head[at] - '0');
  }
  return count;
}

} // namespace

RecordStore::RecordStore(std::string bytes, std::uint64_t fingerprint)
    : bytes_(std::move(bytes)) {
  if (bytes_.size() < header_size) {
    return;
  }
  const std::string_view all = bytes_;
  const std::string_view rest = all.substr(header_size);
  const std::size_t count = count_in(all.substr(0, header_size));
  if (count <= rest.size() / sizeof(Row) &&
      all.starts_with(header(fingerprint, count, rest))) {
    count_ = count;
  }
}

std::string_view RecordStore::find(std::uint64_t key) const {
  if (count_ == 0) {
    return {};
  }
  const std::string_view rest = std::string_view(bytes_).substr(header_size);
  const std::string_view records = rest.substr(count_ * sizeof(Row));
  std::size_t low = 0;
  std::size_t high = count_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const Row row = row_at(rest, middle);
    if (row.key == key) {
      const bool inside =
          row.begin <= records.size() && row.size <= records.size() - row.begin;
      return inside ? records.substr(row.begin, row.size) : std::string_view();
    }
    if (row.key < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return {};
}

void append(LearnedRecords&& part, LearnedRecords& all) {
  all.known.insert(all.known.end(), part.known.begin(), part.known.end());
  all.fresh.insert(
      all.fresh.end(),
      std::make_move_iterator(part.fresh.begin()),
      std::make_move_iterator(part.fresh.end()));
}

std::string record_store_text(
    const RecordStore& store,
    const LearnedRecords& learned,
    std::uint64_t fingerprint) {
  std::vector<std::pair<std::uint64_t, std::string_view>> all;
  all.reserve(learned.known.size() + learned.fresh.size());
  for (const std::uint64_t key : learned.known) {
    all.emplace_back(key, store.find(key));
  }
  for (const auto& [key, record] : learned.fresh) {
    all.emplace_back(key, record);
  }
  std::sort(all.begin(), all.end());
  const auto same = [](const auto& a, const auto& b) {
    return a.first == b.first;
  };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  std::vector<Row> rows;
  std::string records;
  for (const auto& [key, record] : all) {
    if (records.size() + record.size() >
        std::numeric_limits<std::uint32_t>::max()) {
      break;
    }
    rows.push_back(
        {key,
         static_cast<std::uint32_t>(records.size()),
         static_cast<std::uint32_t>(record.size())});
    records += record;
  }
  std::string rest(rows.size() * sizeof(Row), '\0');
  if (!rows.empty()) {
    std::memcpy(rest.data(), rows.data(), rest.size());
  }
  rest += records;
  return header(fingerprint, rows.size(), rest) + rest;
}

} // namespace migcheck
