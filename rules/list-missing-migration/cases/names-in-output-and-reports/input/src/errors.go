package store

var errOrder = errors.New("run 001_users.sql before 002_orders.sql and 003_items.sql")
