ALL = ["00001_users.sql", "00003_items.sql", "00002_orders.sql", "00004_stock.sql"]

def test_schema(db):
    for name in ALL:
        db.run("migrations/" + name)
