fn main() {
    sqlx::migrate!("db/migrations").run(&pool);
    let dir = include_dir!("$CARGO_MANIFEST_DIR/db/migrations");
}
