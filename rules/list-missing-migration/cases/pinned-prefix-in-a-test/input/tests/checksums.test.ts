const files = {
  "001_users.sql": "9f86d081",
  "002_orders.sql": "60303ae2",
  "003_items.sql": "fd61a03a",
};
test("released files never change", () => {
  for (const name of Object.keys(files)) check(name);
});
