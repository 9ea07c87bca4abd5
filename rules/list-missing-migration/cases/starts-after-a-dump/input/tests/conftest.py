NEWER = ["003_items.sql", "004_stock.sql", "005_prices.sql"]

def schema(db):
    db.restore("dump-of-002.sql")
    for name in NEWER:
        db.run("migrations/" + name)
