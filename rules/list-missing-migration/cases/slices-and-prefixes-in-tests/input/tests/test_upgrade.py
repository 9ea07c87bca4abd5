def test_prices_survive(db):
    apply(db, ["001_users.sql", "002_orders.sql", "003_stock.sql", "004_prices.sql"])
    apply(db, ["005_shops.sql"])
