const UP = join(MIGRATIONS, "003_items.sql");
const BEFORE = join(MIGRATIONS, "002_orders.sql");
const VERIFY = join(VERIFY_DIR, "003_items_verified.sql");
