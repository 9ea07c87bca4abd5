# ALL = ["001_users.sql", "002_orders.sql", "003_items.sql"]
def load():
    """Applies all migrations:

    "001_users.sql",
    "002_orders.sql",
    "003_items.sql"
    """
