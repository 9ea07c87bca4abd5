const migrations = [
  "001_users.sql",
  "002_orders.sql",
  "003_items.sql",
];
const seeds = [
  "001_countries.sql",
  "002_currencies.sql",
];
for (const name of migrations) run("migrations/" + name);
for (const name of seeds) run("seeds/" + name);
