#include "layouts/near_name.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

struct Case {
  LayoutId layout;
  std::string_view name;
  std::string_view expected; // "stray", "" or the nearest name
  std::string_view prefix = {};
};

TEST(NearName, OneLinePerSlip) {
  const std::vector<Case> cases = {
      {LayoutId::goose, "1a.sql", "1_a.sql"},
      {LayoutId::goose, "001-a.sql", "001_a.sql"},
      {LayoutId::goose, "-001_a.sql", "001_a.sql"},
      {LayoutId::goose, "00\u200b1_a.sql", "001_a.sql"},
      {LayoutId::goose, "0_a.sql", ""},
      {LayoutId::goose, "add_users.sql", ""},
      {LayoutId::goose, "1_a.SQL", "stray"},
      {LayoutId::goose, "1_a.sql.bak", "stray"},
      {LayoutId::goose, "1_a.sql~", "stray"},
      {LayoutId::goose, "1_a.sql.disabled", ""},
      {LayoutId::goose, "1_a.sql", ""},
      {LayoutId::flyway, "v1__a.sql", "V1__a.sql"},
      {LayoutId::flyway, "V1_a.sql", "V1__a.sql"},
      {LayoutId::flyway, "V1a__b.sql", "V1__a__b.sql"},
      {LayoutId::flyway, "V1-a.sql", "V1__a.sql"},
      {LayoutId::flyway, "V1.2_a.sql", "V1.2__a.sql"},
      {LayoutId::flyway, "3_a.sql", "V3__a.sql"},
      {LayoutId::flyway, "r__a.sql", "R__a.sql"},
      {LayoutId::flyway, "R_a.sql", "R__a.sql"},
      {LayoutId::flyway, "Vendors.sql", ""},
      {LayoutId::flyway, "schema.sql", ""},
      {LayoutId::golang_migrate, "1_a.sql", "1_a.up.sql"},
      {LayoutId::golang_migrate, "1_a.UP.sql", "1_a.up.sql"},
      {LayoutId::golang_migrate, "1-a_down.sql", "1_a.down.sql"},
      {LayoutId::golang_migrate, "1a_b.up.sql", "1_a_b.up.sql"},
      {LayoutId::golang_migrate, "schema.sql", ""},
      {LayoutId::sqlx, "1a.sql", "1_a.sql"},
      {LayoutId::supabase, "2024-01-31_a.sql", "20240131000000_a.sql"},
      {LayoutId::supabase, "1-a.sql", "1_a.sql"},
      {LayoutId::dbmate, "a1.sql", ""},
      {LayoutId::numbered, "001 a.sql", "001_a.sql"},
      {LayoutId::numbered, "v1_a.sql", "1_a.sql"},
      {LayoutId::numbered, "patch-029-30.sql", "patch-029-030.sql", "patch-"},
      {LayoutId::numbered, "schema.sql", "", "patch-"},
      {LayoutId::prisma, "x.sql", ""},
  };
  for (const Case& c : cases) {
    const NearName near = near_name(layout(c.layout), c.name, c.prefix);
    const std::string got = near.slip == NameSlip::stray ? "stray" : near.name;
    EXPECT_EQ(got, c.expected) << layout(c.layout).name << " " << c.name;
    if (near.slip == NameSlip::misnamed) {
      EXPECT_EQ(
          layout(c.layout)
              .parse(std::string_view(near.name).substr(c.prefix.size()))
              .verdict,
          NameVerdict::migration);
    }
  }
}

} // namespace
} // namespace migcheck
