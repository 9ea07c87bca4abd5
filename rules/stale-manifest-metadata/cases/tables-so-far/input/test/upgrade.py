STEPS = [
    {"file": "001_users.sql", "tables": ["users"]},
    {"file": "002_orders.sql", "tables": ["users", "orders"]},
    {"file": "003_bills.sql", "tables": ["users", "orders", "bills"]},
]
