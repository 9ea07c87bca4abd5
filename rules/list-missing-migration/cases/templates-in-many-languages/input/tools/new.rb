puts <<~RUBY
  STEPS = %w[
    001_users.sql
    002_orders.sql
    #{number}_#{title}.sql
  ].freeze
RUBY
