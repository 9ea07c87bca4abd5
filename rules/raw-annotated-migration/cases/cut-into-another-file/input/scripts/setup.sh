for f in migrations/*.sql; do
  sed '/^-- +goose Down/,$d' "$f" > "/tmp/$(basename "$f")"
  psql "$DSN" -f "/tmp/$(basename "$f")"
done
