const sql = readFileSync('migrations/002_orders.sql');
