cargo sqlx migrate run --source migrations
