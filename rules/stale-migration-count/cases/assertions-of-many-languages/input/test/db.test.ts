test("all", async () => {
  const rows = await db.query("select * from schema_migrations");
  expect(rows.length).toBe(11);
});
