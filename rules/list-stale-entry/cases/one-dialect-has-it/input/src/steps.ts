export const allMigrations = [
  `../db/${dialect}/001_users.sql`,
  `../db/${dialect}/002_orders.sql`,
  `../db/${dialect}/003_items.sql`,
  `../db/${dialect}/004_stock.sql`,
];
