const sql = readFileSync('migrations/005_prices.sql');
