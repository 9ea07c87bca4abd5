=begin
ALL = %w[001_users.sql 002_orders.sql 003_items.sql]
=end
