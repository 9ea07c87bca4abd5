pub const ALL_MIGRATIONS: &[Migration] = &[
    Migration { file: "001_users.sql", tables: &["users"], indexes: &[] },
    Migration { file: "002_orders.sql", tables: &["orders"], indexes: &[] },
    Migration { file: "003_bills.sql", tables: &["bills"], indexes: &[] },
    Migration { file: "004_rebuild.sql", tables: &[], indexes: &[] },
    Migration { file: "005_new_names.sql", tables: &["notes"], indexes: &["idx_notes"] },
    Migration { file: "006_again.sql", tables: &[], indexes: &[] },
];
