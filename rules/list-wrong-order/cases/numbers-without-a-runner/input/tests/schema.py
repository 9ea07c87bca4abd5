ALL = ["001_users.sql", "003_items.sql", "002_orders.sql", "004_stock.sql"]

def test_schema(db):
    for name in ALL:
        db.run("migrations/" + name)
