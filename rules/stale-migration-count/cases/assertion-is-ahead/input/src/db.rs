#[test]
fn every_migration_is_tracked() {
    let count: i64 = query("SELECT COUNT(*) FROM _migrations");
    assert_eq!(count, 7, "All 7 migrations should be tracked");
}
