BASE = %w[001_users.sql 002_orders.sql 003_items.sql].freeze
SHOP = %w[004_stock.sql 005_prices.sql].freeze
ALL = BASE + SHOP
