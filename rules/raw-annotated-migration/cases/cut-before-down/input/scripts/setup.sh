for f in migrations/*.sql; do
  sed '/^-- +goose Down/,$d' "$f" | psql "$DSN"
done
psql "$DSN" -f <(awk '/Down/ { exit } { print }' migrations/001_users.sql)
