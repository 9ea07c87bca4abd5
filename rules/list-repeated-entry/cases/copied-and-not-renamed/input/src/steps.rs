pub const ALL: &[(&str, &str)] = &[
    ("001_users", include_str!("../migrations/001_users.sql")),
    ("002_orders", include_str!("../migrations/002_orders.sql")),
    ("002_orders", include_str!("../migrations/002_orders.sql")),
];
