pub const ALL: &[(&str, &str)] = &[
    ("001_users.sql", include_str!("../migrations/001_users.sql")),
    ("002_orders.sql", include_str!("../migrations/002_orders.sql")),
];
