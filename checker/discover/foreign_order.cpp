#include "discover/foreign_order.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace migcheck {
namespace {

constexpr std::uint64_t size_limit = 16u << 20;

using Ranks = std::unordered_map<std::string, std::size_t>;

Ranks ranks_of(const std::vector<std::string>& names) {
  Ranks ranks;
  for (const std::string& name : names) {
    ranks.emplace(name, ranks.size());
  }
  return ranks;
}

// Named ones first, in that order; the others are marked, unless no name is one
// of a migration.
void sort_by(
    const Ranks& ranks,
    std::vector<Migration>& migrations,
    std::string_view before) {
  const auto rank = [&](const Migration& migration) {
    std::string_view name = migration.entry;
    if (name.starts_with(before)) {
      name.remove_prefix(before.size());
    }
    const auto found =
        ranks.find(std::string(name.substr(0, name.rfind(".sql"))));
    return found == ranks.end() ? ranks.size() : found->second;
  };
  std::vector<std::pair<std::size_t, std::size_t>> rows;
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    rows.emplace_back(rank(migrations[i]), i);
  }
  std::sort(rows.begin(), rows.end());
  const bool any = !rows.empty() && rows.front().first < ranks.size();
  std::vector<Migration> sorted;
  sorted.reserve(rows.size());
  for (const auto& row : rows) {
    sorted.push_back(std::move(migrations[row.second]));
    sorted.back().unlisted = any && row.first == ranks.size();
  }
  migrations = std::move(sorted);
}

std::string string_at(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>()
                                                     : std::string();
}

std::string read_text(const FileReader& reader, const std::string& path) {
  std::string text;
  reader.read({.path = path, .limit = size_limit}, text);
  return text;
}

} // namespace

Journal parse_journal(std::string_view text) {
  Journal journal;
  const nlohmann::json root = nlohmann::json::parse(text, nullptr, false);
  if (!root.is_object()) {
    return journal;
  }
  journal.dialect = string_at(root, "dialect");
  const auto entries = root.find("entries");
  if (entries == root.end() || !entries->is_array()) {
    return journal;
  }
  for (const nlohmann::json& entry : *entries) {
    std::string tag = entry.is_object() ? string_at(entry, "tag") : "";
    if (!tag.empty()) {
      journal.tags.push_back(std::move(tag));
    }
  }
  return journal;
}

std::vector<std::string> parse_plan(std::string_view text) {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> last;
  std::string tag;                    // the newest one
  std::vector<std::string> tag_after; // per name, the first tag after it
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos || line[begin] == '%' ||
        line[begin] == '#') {
      continue;
    }
    line.remove_prefix(begin);
    const std::string word(line.substr(0, line.find_first_of(" \t\r")));
    if (word[0] == '@') {
      for (std::size_t i = tag_after.size(); i-- > 0 && tag_after[i].empty();) {
        tag_after[i] = word;
      }
      continue;
    }
    // A change named again was reworked: its older file carries the tag.
    const auto [older, added] = last.try_emplace(word, names.size());
    if (!added) {
      names[older->second] += tag_after[older->second];
      older->second = names.size();
    }
    names.push_back(word);
    tag_after.emplace_back();
  }
  return names;
}

std::string
apply_journal(MigrationDirectory& directory, const FileReader& reader) {
  const Journal journal = parse_journal(
      read_text(reader, join_path(directory.path, "meta/_journal.json")));
  if (!journal.tags.empty()) {
    sort_by(ranks_of(journal.tags), directory.migrations, "");
  }
  return journal.dialect;
}

void collect_sqitch(
    MigrationDirectory& directory,
    const Folders& folders,
    const FileReader& reader) {
  const std::string deploy = join_path(directory.path, "deploy");
  const Layout& runner = layout(LayoutId::sqitch);
  for (const FileEntry& file : folders.below(deploy)) {
    const std::string_view entry = file.path.substr(deploy.size() + 1);
    const ParsedName parsed = runner.parse(entry);
    if (parsed.verdict != NameVerdict::migration) {
      directory.skipped.push_back(
          {.path = std::string(file.path),
           .reason = std::string(parsed.why),
           .verdict = parsed.verdict});
      continue;
    }
    Migration migration;
    migration.path = file.path;
    migration.entry = "deploy/" + std::string(entry);
    migration.version = parsed.version;
    migration.version_text = parsed.version_text;
    migration.name = parsed.title;
    const std::string down =
        join_path(join_path(directory.path, "revert"), entry);
    if (folders.has_file(down)) {
      migration.down = down;
    }
    directory.migrations.push_back(std::move(migration));
  }
  const std::vector<std::string> plan =
      parse_plan(read_text(reader, join_path(directory.path, "sqitch.plan")));
  sort_by(ranks_of(plan), directory.migrations, "deploy/");
}

} // namespace migcheck
