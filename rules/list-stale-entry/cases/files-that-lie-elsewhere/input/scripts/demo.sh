#!/bin/sh
for f in migrations/001_users.sql migrations/002_orders.sql migrations/003_items.sql seeds/100_demo.sql; do
  psql -f "$f"
done
