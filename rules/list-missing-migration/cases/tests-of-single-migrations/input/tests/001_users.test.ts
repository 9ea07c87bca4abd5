const sql = readFileSync('migrations/001_users.sql');
