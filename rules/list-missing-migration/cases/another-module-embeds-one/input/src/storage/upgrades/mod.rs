pub fn upgrade(db: &Db, version: u8) {
    if version < 1 {
        db.run(include_str!("001_users.sql"));
    }
    if version < 2 {
        db.run(include_str!("002_orders.sql"));
    }
    if version < 3 {
        db.run(include_str!("003_items.sql"));
    }
    if version < 5 {
        db.run(include_str!("005_prices.sql"));
    }
}
