#!/bin/sh
# The first database was set up by hand: mark what it already had, once.
if [ "$(psql -tAc 'SELECT count(*) FROM applied')" = 0 ]; then
  psql <<'SQL'
INSERT INTO applied (name) VALUES
  ('001_users.sql'),
  ('002_orders.sql'),
  ('003_stock.sql');
SQL
fi
for file in migrations/*.sql; do
  psql -f "$file"
done
