ALL = ["1_users.sql", "2_orders.sql", "9_items.sql", "10_stock.sql", "11_prices.sql"]

def test_schema(db):
    for name in ALL:
        db.run("migrations/" + name)
