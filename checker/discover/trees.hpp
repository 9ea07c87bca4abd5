// Migrations that one runner reads from several folders: a folder per release
// (`0.22/00__a.sql`) or year, and Flyway's recursive locations.
#pragma once

#include "discover/evidence.hpp"

#include <map>
#include <string>
#include <vector>

namespace migcheck {

// How the folders below one directory take part in it.
struct Member {
  std::string path;
  std::string version_before; // goes before the versions of its files, or ""
  bool manifest = false;      // a release whose manifest says what it applies
};

struct Tree {
  Evidence evidence;
  std::vector<Member> members; // by path, the directory itself among them;
                               // releases with manifests in their own order
};

// A folder that was judged on its own.
using Judged = std::map<std::string, Evidence>;

// Takes folders that belong together out of `judged` and gives them as trees,
// by the path of the directory that holds them.
std::map<std::string, Tree> take_trees(Judged& judged, const Folders& folders);

} // namespace migcheck
