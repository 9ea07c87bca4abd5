const sql = readFileSync('migrations/003_items.sql');
