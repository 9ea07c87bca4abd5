#!/bin/sh
for f in 001_users.sql 002_orders.sql \
         003_items.sql 005_prices.sql; do
  psql -f "migrations/$f"
done
