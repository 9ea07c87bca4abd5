#include "io/memory_objects.hpp"

#include "io/digest.hpp"

#include <algorithm>
#include <array>

namespace migcheck {
namespace {

constexpr std::size_t id_size = 20;

std::string binary(std::string_view id) {
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < id.size(); i += 2) {
    bytes += static_cast<char>(value(id[i]) * 16 + value(id[i + 1]));
  }
  return bytes;
}

std::string tree_of(const GitObject& commit) {
  constexpr std::size_t begin = std::string_view("tree ").size();
  return commit.bytes.substr(begin, 2 * id_size);
}

} // namespace

std::string MemoryObjects::add(GitObjectKind kind, std::string bytes) {
  constexpr std::array<std::string_view, 5> words = {
      "", "blob", "tree", "commit", "tag"};
  std::string whole(words[static_cast<std::size_t>(kind)]);
  whole += ' ' + std::to_string(bytes.size()) + '\0' + bytes;
  const auto digest = sha1(whole);
  std::string id = hex(std::string_view(
      reinterpret_cast<const char*>(digest.data()), digest.size()));
  objects_[id] = {kind, id, std::move(bytes)};
  return id;
}

std::string MemoryObjects::add_tree(const FilesByPath& files) {
  std::map<std::string, FilesByPath> folders;
  std::map<std::string, std::string> entries;
  for (const auto& [path, bytes] : files) {
    const std::size_t slash = path.find('/');
    if (slash != std::string::npos) {
      folders[path.substr(0, slash)][path.substr(slash + 1)] = bytes;
    } else {
      entries["100644 " + path] = add(GitObjectKind::blob, bytes);
    }
  }
  for (const auto& [name, below] : folders) {
    entries["40000 " + name] = add_tree(below);
  }
  std::string bytes;
  for (const auto& [entry, id] : entries) {
    bytes += entry + '\0' + binary(id);
  }
  return add(GitObjectKind::tree, std::move(bytes));
}

std::string MemoryObjects::commit(
    const FilesByPath& files, const std::vector<std::string>& parents) {
  std::string bytes = "tree " + add_tree(files) + "\n";
  for (const std::string& parent : parents) {
    bytes += "parent " + parent + "\n";
  }
  return add(GitObjectKind::commit, bytes + "\nnothing\n");
}

void MemoryObjects::name(const std::string& ref, const std::string& commit) {
  refs_[ref] = commit;
}

void MemoryObjects::forget(const std::string& id) {
  objects_.erase(id);
}

GitObject MemoryObjects::find(const std::string& id) const {
  const auto found = objects_.find(id);
  return found == objects_.end() ? GitObject{} : found->second;
}

GitObject MemoryObjects::below(GitObject tree, std::string_view path) const {
  while (!path.empty() && tree.kind == GitObjectKind::tree) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const auto entries = parse_tree(tree.bytes, id_size);
    const auto found =
        std::find_if(entries->begin(), entries->end(), [&](const auto& entry) {
          return entry.name == path.substr(0, slash);
        });
    if (found == entries->end()) {
      return {};
    }
    path.remove_prefix(std::min(slash + 1, path.size()));
    tree = find(hex(found->id));
  }
  return path.empty() ? tree : GitObject{};
}

GitObject MemoryObjects::resolve(const std::string& name) const {
  const std::size_t end = std::min(name.find_first_of(":^"), name.size());
  const auto ref = refs_.find(name.substr(0, end));
  GitObject object =
      find(ref == refs_.end() ? name.substr(0, end) : ref->second);
  const std::string rest = name.substr(end);
  if (object.kind == GitObjectKind::missing || rest.empty()) {
    return object;
  }
  const bool commit = object.kind == GitObjectKind::commit;
  if (rest == "^{commit}") {
    return commit ? object : GitObject{};
  }
  const GitObject tree = commit ? find(tree_of(object)) : object;
  return rest == "^{tree}" ? tree : below(tree, rest.substr(1));
}

Result<std::vector<GitObject>>
MemoryObjects::read(const std::vector<std::string>& names) {
  std::vector<GitObject> objects;
  objects.reserve(names.size());
  for (const std::string& name : names) {
    objects.push_back(resolve(name));
  }
  return objects;
}

Result<std::vector<GitObjectSize>>
MemoryObjects::sizes(const std::vector<std::string>& names) {
  std::vector<GitObjectSize> sizes;
  sizes.reserve(names.size());
  for (const std::string& name : names) {
    const GitObject object = resolve(name);
    sizes.push_back({object.kind, object.bytes.size(), object.id});
  }
  return sizes;
}

// The commit and what it comes from, near ones first.
std::vector<std::string>
MemoryObjects::history(const std::string& commit) const {
  std::vector<std::string> found = {commit};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const std::string& parent : commit_parents(find(found[i]).bytes)) {
      if (std::find(found.begin(), found.end(), parent) == found.end() &&
          objects_.contains(parent)) {
        found.push_back(parent);
      }
    }
  }
  return found;
}

Result<std::string>
MemoryObjects::merge_base(const std::string& one, const std::string& other) {
  const std::vector<std::string> theirs = history(other);
  for (const std::string& commit : history(one)) {
    if (std::find(theirs.begin(), theirs.end(), commit) != theirs.end()) {
      return commit;
    }
  }
  return std::string();
}

Result<std::vector<GitRef>> MemoryObjects::refs(const std::string& below) {
  std::vector<GitRef> found;
  for (const auto& [name, commit] : refs_) {
    if (name.starts_with(below)) {
      GitRef& ref = found.emplace_back();
      ref.name = name;
      ref.commit = commit;
    }
  }
  return found;
}

} // namespace migcheck
