MESSAGES = [
    "run 001_users.sql and 002_orders.sql by hand first",
    "then apply 003_items.sql, or restore a dump",
]
SQL = """
    -- see 001_users.sql and 002_orders.sql
    SELECT 1;
"""
