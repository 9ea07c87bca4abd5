ALL_MIGRATIONS = %w[001_users.sql 002_orders.sql 007_stock.sql 012_prices.sql 9999_grants.sql].freeze
