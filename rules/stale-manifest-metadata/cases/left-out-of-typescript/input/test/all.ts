export const allMigrations: Step[] = [
  { file: "001_users.sql", tables: ["users"] as const, indexes: ["idx_users"] },
  { file: "002_orders.sql", tables: ["orders", "order_lines"] },
  { file: "003_bills.sql", tables: ["bills"] },
  { file: "004_stock.sql", tables: ["stock"] },
  { file: "005_notes.sql", tables: ["notes"] },
];
