import os


def scaffold(target):
    for name in ["001_users.sql", "002_orders.sql"]:
        with open(os.path.join(target, "migrations", name), "w") as file:
            file.write("-- " + name + "\n")
