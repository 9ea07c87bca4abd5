test("tells what it applied", async () => {
  expect(await run("up")).toBe(`applied 001_users.sql
applied 002_orders.sql
applied 003_items.sql
`);
  expect(log).toContain("All migrations: 001_users.sql, then 002_orders.sql");
});
