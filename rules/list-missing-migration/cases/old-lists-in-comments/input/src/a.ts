// const allMigrations = ["001_users.sql", "002_orders.sql", "003_items.sql"];
/* export const steps = [
  "001_users.sql",
  "002_orders.sql",
]; */
