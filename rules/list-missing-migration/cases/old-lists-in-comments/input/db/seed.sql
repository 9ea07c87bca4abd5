-- \i migrations/001_users.sql
-- \i migrations/002_orders.sql
/* INSERT INTO applied VALUES ('001_users.sql'), ('002_orders.sql'), ('003_items.sql'); */
SELECT 1;
