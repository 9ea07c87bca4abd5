def to_001_users(db):
    db.migrate_002_orders()


TABLES = ["001_users_backup", "v003_items_old"]
