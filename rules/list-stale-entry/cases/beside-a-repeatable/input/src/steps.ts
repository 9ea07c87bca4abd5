export const allMigrations = [
  "V1__products.sql",
  "V2__stock.sql",
  "V3__price.sql",
  "R__stock_report.sql",
  "R__price_report.sql",
];
