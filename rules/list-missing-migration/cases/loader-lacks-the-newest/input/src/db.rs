const MIGRATIONS: &[(u32, &str)] = &[
    (1, include_str!("../migrations/001_users.sql")),
    (2, include_str!("../migrations/002_orders.sql")),
];
