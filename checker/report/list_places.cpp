#include "report/list_places.hpp"

#include <algorithm>

namespace migcheck {
namespace {

struct Request {
  std::string_view path;
  std::uint32_t offset;
  Position* position;
};

std::vector<Request> requests_for(const Project& project, ListPlaces& places) {
  std::vector<Request> requests;
  places.lists.resize(project.lists.size());
  for (std::size_t i = 0; i < project.lists.size(); ++i) {
    const MigrationList& list = project.lists[i];
    ListPlace& place = places.lists[i];
    place.entries.resize(list.entries.size());
    requests.push_back({list.path, list.span.begin, &place.start});
    const std::uint32_t last = std::max(list.span.begin + 1, list.span.end) - 1;
    requests.push_back({list.path, last, &place.end});
    for (std::size_t j = 0; j < list.entries.size(); ++j) {
      const ListEntry& entry = list.entries[j];
      const std::string& path = entry.path.empty() ? list.path : entry.path;
      requests.push_back({path, entry.span.begin, &place.entries[j]});
    }
  }
  places.counts.resize(project.counts.size());
  for (std::size_t i = 0; i < project.counts.size(); ++i) {
    const MigrationCount& count = project.counts[i];
    requests.push_back({count.path, count.span.begin, &places.counts[i]});
  }
  std::stable_sort(
      requests.begin(), requests.end(), [](const auto& a, const auto& b) {
        return a.path < b.path;
      });
  return requests;
}

} // namespace

ListPlaces locate_lists(
    const FileReader& reader,
    const AnalysedFiles& analysed,
    const Project& project,
    std::uint64_t limit) {
  ListPlaces places;
  const std::vector<Request> requests = requests_for(project, places);
  ReadRequest request;
  request.limit = limit;
  std::string text;
  for (auto from = requests.begin(); from != requests.end();) {
    const auto to = std::find_if(from, requests.end(), [&](const auto& other) {
      return other.path != from->path;
    });
    request.path = from->path;
    const Reread outcome = read_again(reader, analysed, request, text);
    if (outcome == Reread::same) {
      const LineIndex index(text);
      std::for_each(from, to, [&](const Request& place) {
        *place.position = index.position(place.offset);
      });
    } else if (outcome == Reread::changed) {
      places.incomplete.push_back(changed_file(from->path));
    } else {
      places.incomplete.push_back({std::string(from->path), "cannot be read"});
    }
    from = to;
  }
  return places;
}

} // namespace migcheck
