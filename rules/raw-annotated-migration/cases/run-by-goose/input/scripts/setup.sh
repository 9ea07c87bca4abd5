goose -dir migrations postgres "$DSN" up
psql -c "SELECT count(*) FROM users"
