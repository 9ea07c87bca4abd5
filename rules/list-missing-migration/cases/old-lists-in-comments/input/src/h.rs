/* const ALL: &[&str] = &["001_users.sql", /* nested */ "002_orders.sql", "003_items.sql"]; */
/// ```
/// let all = ["001_users.sql", "002_orders.sql", "003_items.sql"];
/// ```
fn x() {}
