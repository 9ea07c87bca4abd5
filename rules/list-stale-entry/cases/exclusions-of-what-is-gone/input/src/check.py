# Known to fail on an empty database: superseded by later files.
files = ["001_users.sql", "003_items.sql", "007_taxes.sql"]

EXCEPT = {"001_users.sql", "002_orders.sql", "008_terms.sql"}
