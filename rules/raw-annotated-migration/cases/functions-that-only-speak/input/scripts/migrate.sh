#!/bin/sh
say() { echo "psql -f $1"; }
down() { psql -c "DELETE FROM versions WHERE file = '$1'"; }
for file in migrations/*.sql; do
  say "$file"
  down "$file"
done
cat > all.psql <<'SQL'
\i migrations/001_users.sql
\i migrations/002_orders.sql
SQL
psql <<'SQL'
-- \i migrations/001_users.sql
SELECT 'see \i migrations/002_orders.sql';
SQL
