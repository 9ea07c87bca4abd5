ALL_MIGRATIONS = [
    Step(file="001_users.sql", tables=("users",)),
    Step(file="002_orders.sql", tables=("orders",)),
    Step(file="003_events.sql", tables=("events", "events_m1")),
    Step(file="004_tenants.sql", tables=("acme_items",)),
    Step(file="005_jobs.sql", tables=("events_p2026",)),
]
