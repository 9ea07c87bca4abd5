: <<'OLD'
for f in 001_users.sql 002_orders.sql 003_items.sql; do psql -f $f; done
OLD
# for f in 001_users.sql 002_orders.sql 003_items.sql; do psql -f $f; done
