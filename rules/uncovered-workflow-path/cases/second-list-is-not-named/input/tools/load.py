# every migration, in order
ALL_MIGRATIONS = [
    "001_users.sql",
    "002_orders.sql",
]

for name in ALL_MIGRATIONS:
    run("migrations/" + name)
