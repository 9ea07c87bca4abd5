#[test]
fn loads_all_migrations() {
    let dir = write(&[("001_a.sql", "SELECT 1"), ("readme.txt", "no migration")]);
    let migrations = load(&dir);
    assert_eq!(migrations.len(), 24, "all 24 migrations");
}

#[test]
fn plans_migrations() {
    let migrations = old.diff(&parse("CREATE TABLE a (id int)"));
    assert_eq!(migrations.len(), 24, "all 24 migrations");
}
