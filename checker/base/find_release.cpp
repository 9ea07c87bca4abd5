#include "base/find_release.hpp"

#include "base/release_tag.hpp"
#include "text/printable.hpp"

#include <string_view>
#include <vector>

namespace migcheck {
namespace {

constexpr std::string_view tags = "refs/tags/";

Result<Release> find_latest(GitObjects& objects) {
  const auto refs = objects.refs(std::string(tags));
  if (!refs) {
    return tl::unexpected(refs.error());
  }
  std::vector<std::string> names;
  names.reserve(refs->size());
  for (const GitRef& ref : *refs) {
    names.push_back(ref.name.substr(tags.size()));
  }
  Release release;
  release.tag = latest_release(names);
  for (const GitRef& ref : *refs) {
    if (!release.tag.empty() && ref.name.substr(tags.size()) == release.tag) {
      release.commit = ref.commit;
      return release;
    }
  }
  return fail(
      "--release-base latest: no tag of this repository is a version such as "
      "\"v1.2.3\"; run `git fetch origin 'refs/tags/*:refs/tags/*'`, or name "
      "the release: --release-base TAG");
}

} // namespace

Result<Release>
find_release(GitObjects& objects, const std::string& asked, History history) {
  Release release;
  if (asked == "latest") {
    auto latest = find_latest(objects);
    if (!latest) {
      return latest;
    }
    release = std::move(*latest);
  } else {
    release = {asked, std::string(tags) + asked};
  }
  const auto read = objects.read({release.commit + "^{commit}"});
  if (!read) {
    return tl::unexpected(read.error());
  }
  if (read->front().kind != GitObjectKind::commit) {
    const std::string ref = std::string(tags) + release.tag;
    return fail(
        "the release " + quoted(release.tag) +
        " is not in this repository; run `git fetch " +
        (history == History::shallow ? "--depth 1 " : "") + "origin " +
        printable(ref + ":" + ref) + "`");
  }
  release.commit = read->front().id;
  return release;
}

} // namespace migcheck
