#include "schema/unknown_roles.hpp"

#include "model/ddl.hpp"
#include "text/nearest.hpp"
#include "text/one_of.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace migcheck::schema {
namespace {

// Of the server, and of those that run it for others.
constexpr std::array<std::string_view, 28> platform_roles = {
    "postgres",
    "public",
    "none",
    "current_user",
    "session_user",
    "current_role",
    "anon",
    "authenticated",
    "authenticator",
    "service_role",
    "dashboard_user",
    "pgbouncer",
    "pgsodium_keyholder",
    "pgsodium_keyiduser",
    "rdsadmin",
    "rdsrepladmin",
    "rdsproxyadmin",
    "azuresu",
    "doadmin",
    "avnadmin",
    "tsdbadmin",
    "root",
    "admin",
    "datadog",
    "enterprisedb",
    "barman",
    "repmgr",
    "replicator"};

constexpr std::array<std::string_view, 9> platform_prefixes = {
    "pg_",
    "rds_",
    "cloudsql",
    "alloydb",
    "azure_",
    "neon_",
    "supabase_",
    "crunchy_",
    "aiven_"};

bool is_of_platform(std::string_view role) {
  return is_one_of(role, platform_roles) ||
         std::any_of(
             platform_prefixes.begin(),
             platform_prefixes.end(),
             [&](std::string_view prefix) { return role.starts_with(prefix); });
}

// Letters, digits and what may stand between them: no variable, no pattern.
bool is_plain(std::string_view role) {
  return !role.empty() &&
         role.find_first_of("${}%:*<>@[]()'\"\\ \n") == std::string_view::npos;
}

class RoleReader {
 public:
  explicit RoleReader(const MigrationDirectory& directory)
      : directory_(directory) {}

  std::vector<UnknownRole> read();

 private:
  // Says which roles a statement names.
  struct Uses;

  void find_made(const ddl::What& what);
  void find_made(const std::vector<ddl::DynamicPart>& parts);
  void find_used(const Migration& migration);
  void use(const std::string& role, std::string_view words);

  const MigrationDirectory& directory_;
  std::set<std::string, std::less<>> made_;
  bool any_made_ = false; // by SQL that is put together
  std::vector<UnknownRole> used_;
  std::unordered_map<std::string, std::size_t> places_; // in used_
  const Migration* migration_ = nullptr;
  const ddl::Recognised* statement_ = nullptr;
};

void RoleReader::find_made(const std::vector<ddl::DynamicPart>& parts) {
  for (const ddl::DynamicPart& part : parts) {
    if (part.kind != ddl::ObjectKind::role &&
        part.kind != ddl::ObjectKind::other) {
      continue;
    }
    const bool known = part.object.find('*') == std::string::npos;
    if (known && !part.object.empty()) {
      made_.insert(part.object);
    } else if (part.verb != ddl::DynamicVerb::drop) {
      any_made_ = true;
    }
  }
}

// Wherever it stands: whether it runs is another matter.
void RoleReader::find_made(const ddl::What& what) {
  if (const auto* made = std::get_if<ddl::CreateOther>(&what)) {
    if (made->kind == ddl::ObjectKind::role) {
      made_.insert(made->name.name);
    }
  }
  if (const auto* changed = std::get_if<ddl::AlterObject>(&what)) {
    if (changed->kind == ddl::ObjectKind::role) {
      made_.insert(changed->object.name.name);
      made_.insert(changed->to.name);
    }
  }
  if (const auto* block = std::get_if<ddl::DoBlock>(&what)) {
    find_made(block->dynamic);
  }
  if (const auto* function = std::get_if<ddl::CreateFunction>(&what)) {
    find_made(function->effects);
  }
}

void RoleReader::use(const std::string& role, std::string_view words) {
  if (!is_plain(role) || is_of_platform(role) || made_.contains(role)) {
    return;
  }
  const auto [first, added] = places_.try_emplace(role, used_.size());
  if (!added) {
    ++used_[first->second].more;
    return;
  }
  UnknownRole& found = used_.emplace_back();
  found.directory = &directory_;
  found.migration = migration_;
  found.role = role;
  found.words = words;
  found.place = {migration_->file.path, statement_->span};
  const std::vector<std::string_view> made(made_.begin(), made_.end());
  found.nearest = nearest(role, made);
}

struct RoleReader::Uses {
  void operator()(const ddl::Grant& grant) const {
    const bool usual = grant.kind == ddl::ObjectKind::privileges;
    const std::string_view words = usual ? "ALTER DEFAULT PRIVILEGES" : "GRANT";
    for (const ddl::Name& owner : grant.owners) {
      reader.use(owner.text, words);
    }
    for (const ddl::Name& role : grant.roles) {
      reader.use(grant.revoke ? "" : role.text, words);
    }
  }

  void operator()(const ddl::TableRule& policy) const {
    for (const std::string& role : policy.roles) {
      reader.use(role, policy.alter ? "ALTER POLICY" : "CREATE POLICY");
    }
  }

  void operator()(const ddl::AlterTable& changed) const {
    for (const ddl::TableAction& action : changed.actions) {
      if (const auto* owner = std::get_if<ddl::SetTableOwner>(&action.what)) {
        reader.use(owner->role.text, "OWNER TO");
      }
    }
  }

  void operator()(const ddl::AlterObject& changed) const {
    if (changed.change == ddl::ObjectChange::set_owner) {
      reader.use(changed.to.name, "OWNER TO");
    }
  }

  void operator()(const ddl::SetVariable& set) const {
    const bool role = set.name == "role";
    if ((role || set.name == "session authorization") && set.constant &&
        set.values.size() == 1) {
      reader.use(
          set.values.front(), role ? "SET ROLE" : "SET SESSION AUTHORIZATION");
    }
  }

  template <typename Other>
  void operator()(const Other& /*names no role*/) const {}

  RoleReader& reader;
};

void RoleReader::find_used(const Migration& migration) {
  migration_ = &migration;
  for (const ddl::Recognised& statement : *migration.file.script) {
    statement_ = &statement;
    if (statement.section == Section::up && !statement.templated &&
        statement.guard == ddl::Guard::none) {
      std::visit(Uses{*this}, statement.what);
    }
  }
}

std::vector<UnknownRole> RoleReader::read() {
  for (const Migration& migration : directory_.migrations) {
    if (migration.file.script) {
      for (const ddl::Recognised& statement : *migration.file.script) {
        find_made(statement.what);
      }
    }
  }
  if (any_made_ || !directory_.code.empty()) {
    return {};
  }
  for (const Migration& migration : directory_.migrations) {
    if (migration.file.script) {
      find_used(migration);
    }
  }
  return std::move(used_);
}

} // namespace

std::vector<UnknownRole>
find_unknown_roles(const MigrationDirectory& directory) {
  return RoleReader(directory).read();
}

} // namespace migcheck::schema
