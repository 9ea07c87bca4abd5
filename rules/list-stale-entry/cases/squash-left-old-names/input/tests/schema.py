def apply(db):
    migrations = [
        "001_users.sql",
        "002_orders.sql",
        "003_items.sql",
        "004_stock.sql",
    ]
    for name in migrations:
        db.run(root / "migrations" / name)
