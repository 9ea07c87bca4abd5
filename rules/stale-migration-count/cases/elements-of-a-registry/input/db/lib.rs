fn finds() {
    let migration = bundled_migrations()
        .into_iter()
        .find(|migration| migration.version == "011")
        .expect("migration 011 must be registered");
    assert_eq!(executed, vec!["010", "011"]);
    assert_eq!(applied.last(), Some("011"));
}
