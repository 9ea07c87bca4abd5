test("sorts all migrations", () => {
  const all = ["001_b.sql", "002_a.sql", "010_c.sql", "9_d.sql"];
  expect(sort(all)).toEqual(["001_b.sql", "002_a.sql", "9_d.sql", "010_c.sql"]);
});
test("finds all files", () => {
  writeFileSync(join(dir, "001_users.sql"), "");
  writeFileSync(join(dir, "002_orders.sql"), "");
  writeFileSync(join(dir, "003_items.sql"), "");
});
