#include "report/places.hpp"

#include "report/excerpt.hpp"
#include "report/fix_hunk.hpp"
#include "report/line_hash.hpp"

#include <algorithm>
#include <iterator>

namespace migcheck {
namespace {

void set_place(Region& region, const Region& place) {
  region.start = place.start;
  region.end = place.end;
}

template <typename T>
void sort_without_repeats(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

void Places::add(const Diagnostic& from, Finding& finding) {
  Request& primary = requests_.emplace_back();
  primary.path = from.location.path;
  primary.span = from.location.span;
  primary.primary = &finding;
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    Request& request = requests_.emplace_back();
    request.path = from.related[i].location.path;
    request.span = from.related[i].location.span;
    request.region = &finding.related[i].region;
  }
  if (from.fix) {
    add_edits(from.fix->edits, finding);
  }
}

void Places::add_edits(const std::vector<Edit>& edits, Finding& finding) {
  std::vector<std::string_view> paths;
  paths.reserve(edits.size());
  for (const Edit& edit : edits) {
    paths.emplace_back(edit.path);
  }
  sort_without_repeats(paths);
  for (const std::string_view path : paths) {
    Request& request = requests_.emplace_back();
    request.path = path;
    request.edited = &finding;
    request.edits = &edits;
  }
}

void Places::resolve(
    const FileReader& reader,
    const AnalysedFiles& analysed,
    std::uint64_t limit,
    Report& report) {
  std::stable_sort(
      requests_.begin(), requests_.end(), [](const auto& a, const auto& b) {
        return a.path < b.path;
      });
  ReadRequest request;
  request.limit = limit;
  std::string text;
  for (std::size_t at = 0; at < requests_.size();) {
    const Group group = group_from(at);
    request.path = requests_[at].path;
    const Reread outcome = read_again(reader, analysed, request, text);
    if (outcome == Reread::same) {
      fill(group, text);
      if (report.line_hashes) {
        fill_line_hashes(group, text);
      }
    } else {
      give_up(group);
    }
    if (outcome == Reread::changed) {
      report.complete = false;
      report.incomplete.push_back(changed_file(request.path));
    }
    at = group.end;
  }
}

Places::Group Places::group_from(std::size_t begin) const {
  std::size_t end = begin;
  while (end < requests_.size() &&
         requests_[end].path == requests_[begin].path) {
    ++end;
  }
  return {begin, end};
}

void Places::fill(Group group, std::string_view text) {
  const SourceView source(text);
  for (std::size_t i = group.begin; i < group.end; ++i) {
    const Request& request = requests_[i];
    if (request.edits != nullptr) {
      fill_edits(request, source);
    } else if (Finding* finding = request.primary; finding != nullptr) {
      set_place(finding->region, source.shown_region(request.span));
      finding->excerpt = source.excerpt(request.span);
    } else {
      set_place(*request.region, source.shown_region(request.span));
    }
  }
}

void Places::fill_edits(const Request& request, const SourceView& source) {
  if (!request.edited->fix) {
    return; // another file of it could not be read
  }
  ReportedFix& fix = *request.edited->fix;
  std::vector<const Edit*> here;
  for (std::size_t i = 0; i < request.edits->size(); ++i) {
    const Edit& edit = (*request.edits)[i];
    if (edit.path == request.path) {
      here.push_back(&edit);
      set_place(fix.edits[i].region, source.region(edit.span));
    }
  }
  std::vector<FixHunk> hunks =
      fix_hunks(here, source, std::string(request.path));
  std::move(hunks.begin(), hunks.end(), std::back_inserter(fix.hunks));
}

void Places::fill_line_hashes(Group group, std::string_view text) {
  std::vector<std::uint32_t> lines;
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (requests_[i].primary != nullptr) {
      lines.push_back(requests_[i].primary->region.start.line);
    }
  }
  if (lines.empty()) {
    return;
  }
  sort_without_repeats(lines);
  const std::vector<std::string> hashes = line_hashes(text, lines);
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (Finding* finding = requests_[i].primary; finding != nullptr) {
      const auto at = std::lower_bound(
          lines.begin(), lines.end(), finding->region.start.line);
      finding->line_hash = hashes[static_cast<std::size_t>(at - lines.begin())];
    }
  }
}

void Places::give_up(Group group) {
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (requests_[i].edited != nullptr) {
      requests_[i].edited->fix.reset();
    }
  }
}

} // namespace migcheck
