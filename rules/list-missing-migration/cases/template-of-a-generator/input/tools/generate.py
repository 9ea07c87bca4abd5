TEMPLATE = """
steps = [
    "001_users.sql",
    "{number}_{title}.sql",
    "002_orders.sql",
]
"""

NAMES = ["{number}_{title}.sql", "%s_%s.sql"]
