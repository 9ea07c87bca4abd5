export const allMigrations = ["001_users.sql", "011_else.sql", "012_other.sql"];
export const files = ["001_users.sql"];
