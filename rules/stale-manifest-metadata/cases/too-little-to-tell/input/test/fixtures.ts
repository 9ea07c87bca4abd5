export const allMigrations = [
  { file: "001_users.sql", tables: ["people"] },
  { file: "002_orders.sql", tables: ["orders"] },
];
