const MIGRATIONS: [&str; 12] = load();
static NAMES: [&str; 13] = other();
