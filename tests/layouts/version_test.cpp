#include "layouts/layout.hpp"
#include "layouts/version.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(Version, CanonicalDecimal) {
  EXPECT_EQ(canonical_decimal("0"), "0");
  EXPECT_EQ(canonical_decimal("000"), "0");
  EXPECT_EQ(canonical_decimal("-0"), "0");
  EXPECT_EQ(canonical_decimal("007"), "7");
  EXPECT_EQ(canonical_decimal("+7"), "7");
  EXPECT_EQ(canonical_decimal("-07"), "-7");
}

TEST(Version, ComparesDecimalsOfAnyLength) {
  const std::string long_nines(200, '9');
  const std::vector<std::string> ascending = {
      "-" + long_nines,
      "-10",
      "-9",
      "0",
      "1",
      "002",
      "10",
      "18446744073709551616",
      "18446744073709551617",
      long_nines};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(compare_decimal(ascending[i], ascending[j]), i <=> j)
          << ascending[i] << " " << ascending[j];
    }
  }
  EXPECT_EQ(compare_decimal("-0", "0"), std::strong_ordering::equal);
  EXPECT_EQ(compare_decimal("+01", "1"), std::strong_ordering::equal);
}

TEST(Version, CountsOn) {
  EXPECT_EQ(next_decimal("0"), "1");
  EXPECT_EQ(next_decimal("099"), "100");
  EXPECT_EQ(next_decimal("999"), "1000");
  EXPECT_EQ(next_decimal(std::string(200, '9')), "1" + std::string(200, '0'));
}

TEST(Version, MeasuresDistances) {
  EXPECT_EQ(distance("10", "3", 100), 7u);
  EXPECT_EQ(distance("1000", "999", 100), 1u);
  EXPECT_EQ(distance("100000", "099998", 100), 2u);
  EXPECT_EQ(distance("5", "5", 100), 0u);
  EXPECT_EQ(distance("1000", "22", 100), 100u);
  EXPECT_EQ(distance("3", "10", 100), 100u);
  EXPECT_EQ(distance(std::string(200, '9'), "1", 1000), 1000u);
  EXPECT_EQ(
      distance("1" + std::string(199, '0'), std::string(199, '9'), 9), 1u);
}

TEST(Version, ComparesDottedLists) {
  const std::vector<std::string_view> ascending = {
      "0.2", "0.2.5", "0.10", "1", "1.2", "1.10", "2", "12", "12.b", "13"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(compare_dotted(ascending[i], ascending[j]), i <=> j)
          << ascending[i] << " " << ascending[j];
    }
  }
  EXPECT_EQ(compare_dotted("1.0", "1"), std::strong_ordering::equal);
}

std::string flyway_version(const std::string& text) {
  return layout(LayoutId::flyway).parse("V" + text + "__x.sql").version;
}

TEST(Version, FlywayEqualAndAscending) {
  for (const char* same : {"1", "1.0", "01", "1_0", "1.00"}) {
    EXPECT_EQ(flyway_version(same), "1") << same;
  }
  EXPECT_EQ(flyway_version("2_1"), flyway_version("02.01"));
  EXPECT_EQ(flyway_version("0"), "0");
  EXPECT_EQ(flyway_version("1.0.1"), "1.0.1");
  const std::vector<std::string> ascending = {
      "0.9",
      "1",
      "1.0.1",
      "1.1",
      "1.2",
      "1.10",
      "2",
      "10",
      "20240101000000",
      "99999999999999999999"};
  for (std::size_t i = 0; i + 1 < ascending.size(); ++i) {
    EXPECT_EQ(
        compare_dotted(
            flyway_version(ascending[i]), flyway_version(ascending[i + 1])),
        std::strong_ordering::less)
        << ascending[i];
  }
  for (const char* invalid : {"1a", "", "1..2", "v1", "1.", ".1"}) {
    EXPECT_EQ(flyway_version(invalid), "") << invalid;
  }
}

struct OrderCase {
  LayoutId layout;
  std::vector<std::string_view> ascending;
};

TEST(Order, IsTheRunners) {
  const std::vector<OrderCase> cases = {
      {LayoutId::goose, {"1_c.sql", "2_b.sql", "9_a.sql", "010_a.sql"}},
      {LayoutId::golang_migrate, {"9_a.up.sql", "10_a.up.sql"}},
      {LayoutId::dbmate, {"10_a.sql", "1_c.sql", "2b.sql", "9_a.sql"}},
      {LayoutId::flyway,
       {"V1__z.sql",
        "V1_2__a.sql",
        "V1.10__a.sql",
        "V2__a.sql",
        "R__a.sql",
        "R__b.sql"}},
      {LayoutId::sqlx, {"-1_a.sql", "1_a.sql", "002_a.sql", "10_a.sql"}},
      {LayoutId::diesel, {"10_b", "9_a"}},
      {LayoutId::supabase, {"10_a.sql", "2_a.sql"}},
      {LayoutId::atlas, {"10_a.sql", "2_a.sql"}},
      {LayoutId::numbered, {"2_a.sql", "10_a.sql", "12_a.sql", "12b_a.sql"}},
      {LayoutId::timestamped, {"2024-01-31_a.sql", "20240201_a.sql"}},
  };
  for (const OrderCase& c : cases) {
    const Layout& runner = layout(c.layout);
    for (std::size_t i = 0; i < c.ascending.size(); ++i) {
      for (std::size_t j = 0; j < c.ascending.size(); ++j) {
        EXPECT_EQ(
            runner.compare(
                runner.parse(c.ascending[i]),
                c.ascending[i],
                runner.parse(c.ascending[j]),
                c.ascending[j]),
            i <=> j)
            << runner.name << " " << c.ascending[i] << " " << c.ascending[j];
      }
    }
  }
}

} // namespace
} // namespace migcheck
