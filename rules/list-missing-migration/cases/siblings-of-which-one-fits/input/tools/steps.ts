export const allMigrations = ["001_users.sql", "002_orders.sql"];
