ALL = ["fixtures/migrations/001_a.sql", "fixtures/migrations/002_b.sql", "fixtures/migrations/009_z.sql"]
