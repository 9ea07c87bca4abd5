expect(migrations.length).toBe(12);
