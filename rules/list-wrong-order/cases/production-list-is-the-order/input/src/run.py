ALL = ["00001_users.sql", "00003_items.sql", "00002_orders.sql", "00004_stock.sql"]
for name in ALL:
    run("migrations/" + name)
