SELECT name FROM applied
WHERE name IN ('001_users.sql', '002_orders.sql', '003_items.sql', '005_prices.sql');
DELETE FROM applied WHERE name = '001_users.sql';
DELETE FROM applied WHERE name = '002_orders.sql';
