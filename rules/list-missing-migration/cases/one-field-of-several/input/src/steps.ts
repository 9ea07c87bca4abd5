export const steps = [
  { up: "migrations/001_users.sql", down: "rollback/001_users.sql" },
  { up: "migrations/002_orders.sql", down: "rollback/002_orders.sql" },
  { up: "migrations/003_items.sql", down: null },
];
