// Which names Atlas reads in each format of a folder, and in which order.
#include "journals/atlas_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace migcheck {
namespace {

using Names = std::vector<std::string>;

TEST(AtlasNames, AreThoseOfTheFolderByBytes) {
  EXPECT_EQ(
      atlas_names(
          {".hidden.sql",
           "10_b.sql",
           "2_a.sql",
           "A.SQL",
           "a.down.sql",
           "a.txt",
           "sub/1_c.sql"}),
      (Names{".hidden.sql", "10_b.sql", "2_a.sql", "a.down.sql"}));
}

TEST(AtlasNames, OfGolangMigrateAreTheUps) {
  EXPECT_EQ(
      golang_migrate_names(
          {"1_a.down.sql", "1_a.up.sql", "2_b.sql", "sub/3_c.up.sql"}),
      (Names{"1_a.up.sql"}));
}

TEST(AtlasNames, OfFlywayAreByVersionAndFolders) {
  EXPECT_EQ(
      flyway_names(
          {".git/V1__x.sql",
           "R__view.sql",
           "U1__a.sql",
           "V10__c.sql",
           "V1_2__b.sql",
           "V1__a.sql",
           "sub/V2__d.sql",
           "v3__e.sql"}),
      (Names{
          "V1__a.sql",
          "V1_2__b.sql",
          "sub/V2__d.sql",
          "V10__c.sql",
          "R__view.sql"}));
  EXPECT_EQ(
      flyway_names({"B2__base.sql", "V1__a.sql", "V2__b.sql", "V3__c.sql"}),
      (Names{"B2__base.sql", "V3__c.sql"}));
}

} // namespace
} // namespace migcheck
