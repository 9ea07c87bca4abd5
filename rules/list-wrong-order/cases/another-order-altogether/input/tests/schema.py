ALL = [
    "00008_d.sql", "00007_c.sql", "00006_b.sql", "00005_a.sql",
    "00004_stock.sql", "00003_items.sql", "00002_orders.sql", "00001_users.sql",
]

def test_schema(db):
    for name in ALL:
        db.run("migrations/" + name)
