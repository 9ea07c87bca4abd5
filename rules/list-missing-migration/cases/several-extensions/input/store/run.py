STEPS = [
    "001_users.sql",
    "002_orders.sql",
    "004_stock.sql",
    "005_prices.sql",
]
