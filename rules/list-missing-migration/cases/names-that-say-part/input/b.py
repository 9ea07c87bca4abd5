REQUIRED_FOR_BILLING = ["002_orders.sql", "004_prices.sql", "005_shops.sql", "006_tills.sql"]
# A subset: what the billing service needs.
BILLING = ["002_orders.sql", "003_stock.sql", "004_prices.sql", "005_shops.sql", "006_tills.sql"]
