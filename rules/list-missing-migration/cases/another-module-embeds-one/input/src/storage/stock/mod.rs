pub fn upgrade_stock(db: &Db) {
    db.run(include_str!["../upgrades/004_stock.sql"]);
}
