export const allMigrations = [
  { file: "001_users.sql", tables: ["users"] },
  { file: "002_orders.sql", tables: ["orders"] },
  { file: "003_bills.sql", tables: ["bills"] },
  { file: "004_stock.sql", tables: ["stock"] },
];
