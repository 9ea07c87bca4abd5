import path from "node:path";

const expectedMigrationCount = 23;
const migrationsDir = path.resolve("supabase/migrations");
