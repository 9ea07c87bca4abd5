class UpgradeIT {
  @Test void upgradesFromThree() {
    for (String s : List.of("001_users.sql", "002_orders.sql", "003_stock.sql", "004_prices.sql")) run(s);
    assertThat(count("prices")).isZero();
  }
}
