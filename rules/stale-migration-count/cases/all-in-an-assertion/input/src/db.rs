#[tokio::test]
async fn migrate_tracks_applied_migrations() {
    let pool = memory_pool().await;
    migrate(&pool).await.unwrap();

    let count: (i64,) = sqlx::query_as("SELECT COUNT(*) FROM _migrations")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(count.0, 5, "All 5 migrations should be tracked");
}
