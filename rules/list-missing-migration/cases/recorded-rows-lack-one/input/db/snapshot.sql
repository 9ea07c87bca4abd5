CREATE TABLE schema_version (name text);
INSERT INTO schema_version (name) VALUES
  ('001_users.sql'),
  ('002_orders.sql'),
  ('003_items.sql'),
  ('005_prices.sql');
