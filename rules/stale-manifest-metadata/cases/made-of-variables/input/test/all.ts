export const allMigrations = [
  { file: "001_users.sql", tables: ["users"] },
  { file: "002_orders.sql", tables: ["orders", "order_lines"] },
  { file: "003_bills.sql", tables: [...billing, "bills_old"] },
  { file: "004_stock.sql", tables: stockTables },
  { file: "005_notes.sql", tables: ["notes"].concat(extra("memo")) },
];
