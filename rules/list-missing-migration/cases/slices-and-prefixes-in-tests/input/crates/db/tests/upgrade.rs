#[test]
fn upgrades() {
    let old = [include_str!("../../../migrations/001_users.sql"), include_str!("../../../migrations/002_orders.sql")];
}
